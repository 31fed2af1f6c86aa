import type { Phrase } from '../../diagnostics/define.ts';
import { isMultipleOf, plainText, Decimal } from '../../feel/values/decimal.ts';
import { parseDate } from '../../feel/values/temporal.ts';
import { isAllowed } from '../../model/allowed.ts';
import type { Constant, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Allowed, NumberType, Type } from '../../model/type.ts';
import { misfit, type Misfit } from '../types/fits.ts';
import { findMember } from './names.ts';
import { failed, problem, textOf, type Scope } from './scope.ts';

/** The expression if its value can stand where `expected` is; else the misfit is reported and it passes as `any`. */
export function conform(typed: Typed, expected: Type, scope: Scope): Typed {
  if (typed.kind === 'constant' && typed.type.kind === 'number' && expected.kind === 'number') {
    const unitOnly: NumberType = { ...expected, grain: undefined };
    if (misfit(typed.type, unitOnly) === undefined) return constantFits(typed, expected, scope) ? typed : failed(typed.span);
  }
  const found = misfit(typed.type, expected);
  if (found !== undefined) {
    reportMisfit(found, typed, expected, scope);
    return failed(typed.span);
  }
  return typed.kind !== 'constant' || constantFits(typed, expected, scope) ? typed : failed(typed.span);
}

/**
 * Whether a constant is one of the values of a type: on its grain and in its declared range. As the bound of a
 * comparison or range it may also be an end of that range that is itself excluded.
 */
export function constantFits(constant: Constant, type: Type, scope: Scope, role: 'value' | 'bound' = 'value'): boolean {
  const { value, span } = constant;
  if (constant.type.kind === 'any') return true;
  if (type.kind === 'number' && type.grain !== undefined && value instanceof Decimal && !isMultipleOf(value, type.grain)) {
    problem(scope, 'literal-off-grain', span, { value: textOf(span), type: typeText(type), grain: plainText(type.grain) });
    return false;
  }
  const allowed = 'allowed' in type ? type.allowed : undefined;
  if (allowed === undefined || isAllowed(role === 'value' ? allowed : closedEnds(allowed), value)) return true;
  problem(scope, 'value-out-of-range', span, { value: textOf(span), type: typeText(type), allowed: allowed.text });
  return false;
}

function closedEnds({ text, alternatives }: Allowed): Allowed {
  return { text, alternatives: alternatives.map((interval) => ({ ...interval, lowClosed: true, highClosed: true })) };
}

function reportMisfit(found: Misfit, typed: Typed, expected: Type, scope: Scope): void {
  const { span } = typed;
  switch (found.kind) {
    case 'type':
      problem(scope, 'type-mismatch', span, { expected: typeText(expected), found: typeText(typed.type), advice: adviceFor(typed, expected) });
      return;
    case 'grain':
      problem(scope, 'value-ungrained', span, { type: typeText(found.expected), grain: found.expected.grain === undefined ? '' : plainText(found.expected.grain) });
      return;
    case 'field missing':
      problem(scope, 'record-field-missing', span, { type: typeText(found.expected), field: found.field, found: typeText(found.found) });
      return;
    case 'field optional':
      problem(scope, 'record-field-optional', span, { type: typeText(found.expected), field: found.field, found: typeText(found.found) });
      return;
  }
}

function adviceFor({ type, span, ...typed }: Typed, expected: Type): Phrase {
  const wanted = typeText(expected);
  if (typed.kind === 'constant' && typeof typed.value === 'string') {
    const member = expected.kind === 'enum' ? findMember(expected, typed.value) : undefined;
    if (member !== undefined || (expected.kind === 'date' && parseDate(typed.value) !== undefined)) {
      return { en: `write it without quotes: \`${typed.value}\``, zh: `去掉引号：\`${typed.value}\`` };
    }
  }
  if (expected.kind === 'list') return { en: `put it in brackets: \`[${textOf(span)}]\``, zh: `用方括号括起：\`[${textOf(span)}]\`` };
  if (type.kind === 'list') return { en: 'take one element, such as `list[1]`, or work one out of all: `sum(…)`, `max(…)`', zh: '取其中一个元素，例如 `list[1]`，或由全部元素算出一个值：`sum(…)`、`max(…)`' };
  if (expected.kind === 'text') return { en: 'make text of it: `string(…)`', zh: '转换为文本：`string(…)`' };
  return { en: `write a value of type \`${wanted}\`, or change the declared type`, zh: `写类型为 \`${wanted}\` 的值，或修改声明的类型` };
}
