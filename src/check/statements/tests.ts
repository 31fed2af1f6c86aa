import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseDate } from '../../feel/values/temporal.ts';
import type { PolicyTest } from '../../model/policy.ts';
import type { TestStatement } from '../../read/tree/statement.ts';
import type { Scope } from '../expressions/scope.ts';
import { checkExpectation } from './expectations.ts';
import { checkGivens } from './givens.ts';

/** A test whose facts fit the inputs. Undefined where its date is missing (the reader said so) or not a date. */
export function checkTest(statement: TestStatement, scope: Scope): PolicyTest | undefined {
  const { title, asOf, unconfirmed, expectations, span } = statement;
  const date = asOf && parseDate(asOf.text);
  if (asOf !== undefined && date === undefined) scope.body.report(diagnostic('date-invalid', asOf.span, { text: asOf.text }));
  const given = checkGivens(statement, scope);
  const expected = expectations.flatMap((one) => checkExpectation(one, scope) ?? []);
  return date === undefined ? undefined : { title: title.text, span, asOf: date, confirmed: unconfirmed === undefined, givens: given, expectations: expected };
}
