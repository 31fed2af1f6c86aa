import type { CellTest, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Between, In, Test } from '../../read/tree/expression.ts';
import { inferOptional } from './infer.ts';
import { admitsMissing, isOptionalRead, isUnguarded } from './presence.ts';
import { failed, textOf, type Scope } from './scope.ts';
import { checkTests, type Subject } from './tests.ts';

const BOOLEAN: Type = { kind: 'boolean' };

/** `x in (tests)`. An optional fact may stand on the left if one of the tests says `missing`. */
export function inferIn({ value, tests, span }: In, scope: Scope): Typed {
  const read = inferOptional(value, scope);
  const mayBeMissing = isOptionalRead(read);
  const subject: Subject = { type: read.type, mayBeMissing, name: textOf(value.span) };
  const test = checkTests(tests, span, subject, scope);
  if (mayBeMissing && !mentionsMissing(test) && isUnguarded(read, scope)) return failed(span);
  return { kind: 'membership', value: read, test, type: BOOLEAN, span };
}

/** `x between low and high`, both inclusive. */
export function inferBetween({ value, low, high, span }: Between, scope: Scope): Typed {
  const range: Test = { kind: 'expression', expression: { kind: 'range', bracketed: true, low, high, lowClosed: true, highClosed: true, span }, span };
  return inferIn({ kind: 'in', value, tests: [range], span }, scope);
}

function mentionsMissing(test: CellTest): boolean {
  if (test.kind === 'not') return mentionsMissing(test.test);
  return test.kind === 'one of' ? test.tests.some(mentionsMissing) : admitsMissing(test);
}
