import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseDate } from '../../feel/values/temporal.ts';
import type { PolicyTest } from '../../model/policy.ts';
import type { TestStatement } from '../../read/tree/statement.ts';
import type { Scope } from '../expressions/scope.ts';
import { checkCases } from './cases/cases.ts';
import { checkExpectation } from './expectations.ts';
import { checkGivens } from './givens.ts';

/**
 * A test whose facts fit the inputs, or the tests that its cases are. None where its date is missing (the reader said so) or
 * not a date, or where the file of its cases cannot be read (the same).
 */
export function checkTest(statement: TestStatement, scope: Scope): readonly PolicyTest[] {
  const { title, asOf, unconfirmed, cases, expectations, span } = statement;
  const date = asOf && parseDate(asOf.text);
  if (asOf !== undefined && date === undefined) scope.body.report(diagnostic('date-invalid', asOf.span, { text: asOf.text }));
  const given = checkGivens(statement, scope);
  const expected = expectations.flatMap((one) => checkExpectation(one, scope) ?? []);
  if (date === undefined) return [];
  const test: PolicyTest = { title: title.text, span, asOf: date, confirmed: unconfirmed === undefined, givens: given, expectations: expected };
  if (cases === undefined) return [test];
  return cases.table === undefined ? [] : checkCases(cases.table, test, scope);
}
