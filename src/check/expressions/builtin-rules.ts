import { Decimal, isInteger, parseDecimal, plainText } from '../../feel/values/decimal.ts';
import type { Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { Call } from '../../read/tree/expression.ts';
import { join } from '../types/join.ts';
import { areComparable, isOrdered } from './comparisons.ts';
import { problem, variable, type Scope } from './scope.ts';

type Arguments = readonly (Typed | undefined)[];

const picking: ReadonlySet<string> = new Set(['min', 'max', 'worst', 'best']);
const searching: ReadonlySet<string> = new Set(['list contains', 'index of', 'remove']);
const rounding: ReadonlySet<string> = new Set(['decimal', 'floor', 'ceiling', 'round up', 'round down', 'round half up', 'round half down']);

/** What FEEL leaves to the evaluation and we know before: orders, units, and what a list can hold. */
export function checkBuiltinRules(name: string, given: Arguments, call: Call, scope: Scope): boolean {
  const values = given.filter((value) => value !== undefined);
  if (searching.has(name)) return canHold(values, scope);
  return unitsMix(name, values, call, scope) && (!picking.has(name) || values.every((value) => canPick(name, value, scope)));
}

/** `list contains(guarantees, "credit")` compares what can never be equal. */
function canHold([list, element]: readonly Typed[], scope: Scope): boolean {
  if (list?.type.kind !== 'list' || element === undefined) return true;
  return areComparable('=', variable('', list.type.item, list.span), element, element.span, scope);
}

/** `max(loan.overdue_days, loan.balance)`. */
function unitsMix(name: string, values: readonly Typed[], call: Call, scope: Scope): boolean {
  const [first, ...rest] = values.filter(({ type }) => type.kind === 'number');
  const stranger = first && rest.length === values.length - 1 ? rest.find(({ type }) => join(first.type, type) === undefined) : undefined;
  if (first === undefined || stranger === undefined || !combining.has(name)) return true;
  problem(scope, 'units-differ', call.callee.span, { operator: name, left: typeText(first.type), right: typeText(stranger.type) });
  return false;
}

const combining: ReadonlySet<string> = new Set(['min', 'max', 'sum', 'mean', 'median', 'mode', 'stddev', 'modulo']);

function canPick(name: string, value: Typed, scope: Scope): boolean {
  const type = value.type.kind === 'list' ? value.type.item : value.type;
  const membersOnly = name === 'worst' || name === 'best';
  if (!membersOnly || type.kind === 'enum' || type.kind === 'any') return isOrdered(type, name, value.span, scope);
  const advice = { en: `\`${name}\` is for enums: use \`max\` or \`min\` for numbers and dates`, zh: `对数值和日期使用 \`max\` 或 \`min\`：\`${name}\` 只用于枚举` };
  problem(scope, 'type-mismatch', value.span, { expected: 'ordered enum', found: typeText(type), advice });
  return false;
}

/** A rounding to a number of digits that the text names has that grain. */
export function refineResult(name: string, [, digits]: Arguments, result: Type): Type {
  if (!rounding.has(name) || result.kind !== 'number' || digits?.kind !== 'constant' || !(digits.value instanceof Decimal) || !isInteger(digits.value)) return result;
  return { ...result, grain: parseDecimal(`1e${plainText(digits.value).startsWith('-') ? plainText(digits.value).slice(1) : `-${plainText(digits.value)}`}`) };
}
