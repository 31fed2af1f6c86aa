import type { Head } from '../../../grammar/policy/declaration-grammar.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FactsStatement, TestStatement } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import { onlyClause, readClauses, type ReadClause } from './clauses.ts';
import type { Reading } from './context.ts';
import type { Block } from './layout.ts';

type HeadOf<K extends Head['kind']> = Extract<Head, { readonly kind: K }>;

/** A test with what stands below its head. */
export function completeTest(reading: Reading, { title, asOf }: HeadOf<'test'>, below: readonly Block[], span: Span): TestStatement {
  const { clauses } = readClauses(reading, below, 'test');
  const expectations = clauses.flatMap(({ clause }) => (clause?.kind === 'expect' ? [clause.expectation] : []));
  const cases = onlyClause(reading, clauses, 'cases')?.cases;
  if (expectations.length === 0 && cases === undefined && areRead(clauses)) reading.report(diagnostic('clause-missing', title.span, { owner: `test "${title.text}"`, clause: 'expect' }));
  return { kind: 'test', title, asOf, unconfirmed: onlyClause(reading, clauses, 'unconfirmed')?.mark, ...factsIn(clauses), cases, expectations, span };
}

/** Shared facts with what stands below their head. Undefined where one of them cannot be read: whoever takes them over is not to be blamed for that. */
export function completeFacts(reading: Reading, { name, label }: HeadOf<'facts'>, below: readonly Block[], span: Span): FactsStatement | undefined {
  const { clauses } = readClauses(reading, below, 'facts');
  if (clauses.length === 0) reading.report(diagnostic('clause-missing', name.span, { owner: `facts \`${name.name}\``, clause: 'given' }));
  if (areRead(clauses)) return { kind: 'facts', name, label, ...factsIn(clauses), span };
  reading.unreadable.push(name);
  return undefined;
}

function factsIn(clauses: readonly ReadClause[]): Pick<TestStatement, 'taken' | 'givens'> {
  return {
    taken: clauses.flatMap(({ clause }) => (clause?.kind === 'taken' ? [clause.taken] : [])),
    givens: clauses.flatMap(({ clause }) => (clause?.kind === 'given' ? [clause.given] : [])),
  };
}

function areRead(clauses: readonly ReadClause[]): boolean {
  return clauses.every(({ clause }) => clause !== undefined);
}
