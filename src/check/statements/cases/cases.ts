import { diagnostic } from '../../../diagnostics/diagnostic.ts';
import { positionAt } from '../../../diagnostics/position.ts';
import { parseDate, type FeelDate } from '../../../feel/values/temporal.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Fact, PolicyTest } from '../../../model/policy.ts';
import type { CaseField, CaseRecord, CaseTable } from '../../../read/tree/statement.ts';
import { constantValue } from '../../expressions/constants.ts';
import { problem, type Scope } from '../../expressions/scope.ts';
import { answersIn } from './answers.ts';
import { columnsOf, type CaseColumn } from './columns.ts';
import { expectationsIn } from './expected.ts';
import { fieldValue } from './fields.ts';

/** A field with what its column says. */
export interface CaseCell {
  readonly column: CaseColumn;
  readonly field: CaseField;
}

/**
 * The tests of which each record of a table is one: what a record says goes before what the test says that names the file.
 * An empty field is an absent fact, also where the test gives one, or nothing expected. All that is wrong is reported where it stands.
 */
export function checkCases(table: CaseTable, common: PolicyTest, scope: Scope): readonly PolicyTest[] {
  const columns = columnsOf(table.header, scope);
  const expects = common.expectations.length > 0 || columns.some((column) => column === undefined || column.kind === 'expect' || column.kind === 'emits');
  if (!expects) problem(scope, 'clause-missing', table.header.span, { owner: `test "${common.title}"`, clause: 'expect' });
  if (table.records.length === 0) problem(scope, 'cases-without-records', table.header.span, {});
  return table.records.flatMap((record) => {
    if (record.fields.length !== columns.length) {
      problem(scope, 'csv-record-length', record.span, { found: record.fields.length, expected: columns.length });
      return [];
    }
    const cells = columns.flatMap((column, index): CaseCell[] => {
      const field = record.fields[index];
      return column === undefined || field === undefined ? [] : [{ column, field }];
    });
    const expectations = [...common.expectations, ...expectationsIn(cells, scope)];
    const isBlank = cells.every(({ column, field }) => !('path' in column) || field.text.trim() === '');
    if (expects && isBlank && common.expectations.length === 0 && columns.every((column) => column !== undefined)) problem(scope, 'case-expects-nothing', record.span, {});
    return [{ ...common, title: titleOf(common.title, record, cells), span: record.span, asOf: dateOf(cells, scope) ?? common.asOf, givens: givensOf(cells, common.givens, scope), expectations }];
  });
}

function titleOf(title: string, { span }: CaseRecord, cells: readonly CaseCell[]): string {
  const own = cells.find(({ column }) => column.kind === 'title')?.field.text.trim() ?? '';
  return `${title}: ${own === '' ? `line ${positionAt(span.file, span.start).line}` : own}`;
}

function dateOf(cells: readonly CaseCell[], scope: Scope): FeelDate | undefined {
  const field = cells.find(({ column }) => column.kind === 'as of')?.field;
  if (field === undefined || field.text === '') return undefined;
  const date = parseDate(field.text);
  if (date === undefined) scope.body.report(diagnostic('date-invalid', field.span, { text: field.text }));
  return date;
}

function givensOf(cells: readonly CaseCell[], common: PolicyTest['givens'], scope: Scope): PolicyTest['givens'] {
  const given = new Map<Fact, Value>(common);
  for (const { column, field } of cells) {
    if (column.kind !== 'fact') continue;
    const value = field.text === '' ? undefined : constantValue(fieldValue(field, column.fact.type, scope));
    if (value === undefined) given.delete(column.fact);
    else given.set(column.fact, value);
  }
  for (const [fact, value] of answersIn(cells, scope)) {
    if (value === undefined) given.delete(fact);
    else given.set(fact, value);
  }
  return given;
}

