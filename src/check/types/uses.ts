import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { Decimal, compareDecimals, decimalOf } from '../../feel/values/decimal.ts';
import { typeText } from '../../model/type-text.ts';
import type { Allowed, Type } from '../../model/type.ts';
import type { Test } from '../../read/tree/expression.ts';
import { spanBetween } from '../../read/tree/span.ts';
import type { TypeUse } from '../../read/tree/statement.ts';
import { infer } from '../expressions/infer.ts';
import { newBody, scopeOf, textOf, type Scope } from '../expressions/scope.ts';
import { checkTests } from '../expressions/tests.ts';
import type { Names } from '../names/names.ts';
import { watched } from '../report.ts';
import { BROKEN, isBroken } from './broken.ts';
import { intersection, intervalsOf } from './intervals.ts';
import { hasOrder } from './order.ts';
import { resolveType } from './resolve.ts';

const ZERO = decimalOf(0);

/** The type of a use: what it names, narrowed by its step and its constraint. */
export function resolveUse(use: TypeUse, names: Names, report: Report): Type {
  const type = stepped(resolveType(use.type, names, report), use, names, report);
  const [first] = use.constraint;
  const last = use.constraint.at(-1);
  if (first === undefined || last === undefined || type.kind === 'any' || isBroken(type)) return type;
  if (use.constraint.length === 1 && isMeantAsOptional(first, type)) {
    report(diagnostic('unexpected-token', first.span, { found: textOf(first.span), expected: ['optional'], suggestion: 'optional' }));
    return BROKEN;
  }
  return narrowed(type, use.constraint, spanBetween(first.span, last.span), constantScope(names, report));
}

/** As `resolveUse`, for what can never be missing: a result, a parameter. */
export function resolveRequiredUse(use: TypeUse, names: Names, report: Report): Type {
  if (use.optional) report(diagnostic('optional-misplaced', { ...use.span, start: Math.max(use.span.start, use.span.end - 'optional'.length) }, {}));
  return resolveUse(use, names, report);
}

/** `boolean opitonal`, which the grammar takes for a constraint: a bare word that is no member of the type. */
function isMeantAsOptional(test: Test, type: Type): boolean {
  if (test.kind !== 'expression' || test.expression.kind !== 'name') return false;
  const { name } = test.expression;
  const isMember = type.kind === 'enum' && type.vocabulary.members.some((member) => member.name === name);
  return !isMember && closest(name, ['optional']) !== undefined;
}

/** Where only constants can stand: names are still resolved, so that what is wrong has a name. */
function constantScope(names: Names, report: Report): Scope {
  return scopeOf(names, newBody(report, (check) => check()));
}

function stepped(type: Type, { step }: TypeUse, names: Names, report: Report): Type {
  if (step === undefined || type.kind === 'any') return type;
  if (type.kind !== 'number') {
    report(diagnostic('step-misplaced', step.span, { type: typeText(type) }));
    return type;
  }
  const grain = stepOf(step, constantScope(names, report));
  return grain === undefined ? type : { ...type, grain };
}

/** The number that a step or rounding names: a constant above zero. What else stands there is reported. */
export function stepOf(step: NonNullable<TypeUse['step']>, scope: Scope): Decimal | undefined {
  const value = infer(step, scope);
  if (value.kind === 'constant') {
    if (value.type.kind === 'any') return undefined;
    if (value.value instanceof Decimal && compareDecimals(value.value, ZERO) > 0) return value.value;
  }
  scope.body.report(diagnostic('step-invalid', step.span, {}));
  return undefined;
}

function narrowed(type: Type, tests: readonly Test[], span: Test['span'], scope: Scope): Type {
  if (!('allowed' in type) || !(hasOrder(type) || type.kind === 'enum')) {
    scope.body.report(diagnostic('constraint-misplaced', span, { type: typeText(type) }));
    return type;
  }
  const watch = watched(scope.body.report);
  const test = checkTests(tests, span, { type, mayBeMissing: false, name: typeText(type) }, { ...scope, body: { ...scope.body, report: watch.report } });
  if (watch.failed()) return type;
  const alternatives = intervalsOf(test, type);
  if (alternatives === undefined) {
    scope.body.report(diagnostic('constraint-invalid', span, { type: typeText(type) }));
    return type;
  }
  const text = textOf(span);
  const allowed: Allowed = type.allowed === undefined ? { text, alternatives } : { text: `${type.allowed.text}, ${text}`, alternatives: intersection(type.allowed.alternatives, alternatives) };
  return { ...type, allowed };
}
