import { isDeepStrictEqual } from 'node:util';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Cell, Test } from '../tree/expression.ts';
import { spanBetween, type SourceFile, type Span } from '../tree/span.ts';
import { testsIn, type Condition } from './conditions.ts';
import type { FactColumn } from './document.ts';
import { plainJson } from './json-nodes.ts';
import { readOperands, type ColumnReading } from './operands.ts';
import { absenceOf, presenceOf } from './presence.ts';
import { testsOfAll } from './tests.ts';

/** The cell of a column that says what all of these conditions say of its fact. Undefined where no cell does; that is reported. */
export function readCell(file: SourceFile, column: FactColumn, conditions: readonly Condition[], report: Report): Cell | undefined {
  const [first, last] = [conditions[0], conditions.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = spanBetween(first.span, last.span);
  const reading: ColumnReading = { file, column, report };
  if (!conditions.flatMap(testsIn).map((test) => readOperands(reading, test)).every((operands) => operands !== undefined)) return undefined;
  const present = column.optional === true ? presentTests(reading, conditions, span) : testsOfAll(reading, conditions, span);
  const missing: readonly Test[] = column.optional === true && conditions.every(holdsForAbsent) ? [{ kind: 'expression', expression: { kind: 'missing', span }, span }] : [];
  const tests = [...missing, ...present];
  if (tests.length > 0) return { tests, span };
  report(diagnostic('rule-condition-unsupported', span, { what: { en: 'no value fits it', zh: '没有任何值符合' }, instead: { en: 'remove the rule, or correct the condition', zh: '删除此规则，或更正条件' } }));
  return undefined;
}

/** What json-rules-engine makes of an absent fact: its order tests are false, and it differs from every value. */
function holdsForAbsent(condition: Condition): boolean {
  switch (condition.kind) {
    case 'test':
      return condition.operator === 'notEqual' || condition.operator === 'notIn';
    case 'not':
      return !holdsForAbsent(condition.of);
    case 'any':
      return condition.of.length === 0 || condition.of.some(holdsForAbsent);
    case 'all':
      return condition.of.every(holdsForAbsent);
  }
}

/** What conditions say of an optional fact that is there. */
function presentTests(reading: ColumnReading, conditions: readonly Condition[], span: Span): readonly Test[] {
  const { file, column } = reading;
  const says = (condition: Condition, pattern: unknown): boolean => isDeepStrictEqual(plainJson(file, condition.node), pattern);
  if (conditions.some((condition) => says(condition, absenceOf(column)))) return [];
  const further = conditions.filter((condition) => !says(condition, presenceOf(column)));
  if (further.length === 0) return [{ kind: 'not', tests: [{ kind: 'expression', expression: { kind: 'missing', span }, span }], span }];
  const [only] = further;
  if (further.length === 1 && only?.kind === 'any') return only.of.flatMap((each) => presentTests(reading, [each], each.span));
  return testsOfAll(reading, further, span);
}
