import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/closest.ts';
import { typeText } from '../../model/type-text.ts';
import type { Output } from '../../model/policy.ts';
import type { RecordType, Type } from '../../model/type.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { TableTree } from '../../read/tree/statement.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { withoutTwins } from '../names/twice.ts';
import { BROKEN } from '../types/broken.ts';
import { firstLineOf } from './places.ts';

/**
 * The outputs of a table with the types that their entries must have, so that the table's outcome is of type `result`.
 * An output that cannot be right is reported and takes anything.
 */
export function outputsOf(table: TableTree, result: Type, scope: Scope): readonly Output[] {
  const single = table.outputs.length <= 1;
  const row = rowType(table, result, scope);
  const outputs = single ? table.outputs.map(({ name }): Output => ({ name, type: row })) : fieldOutputs(table, row, scope);
  checkPreference(table, outputs, scope);
  return outputs;
}

/** What one row gives, when the table as a whole gives `result`. */
function rowType(table: TableTree, result: Type, scope: Scope): Type {
  const { hitPolicy } = table;
  switch (hitPolicy) {
    case 'collect':
    case 'rule order':
    case 'output order':
      if (result.kind === 'list') return result.item;
      if (result.kind !== 'any') problem(scope, 'collect-needs-list', firstLineOf(table.span), { hitPolicy, type: typeText(result) });
      return BROKEN;
    case 'collect sum':
    case 'collect min':
    case 'collect max':
      if (result.kind === 'number' && table.outputs.length <= 1) return result;
      return reportNoNumber(table, result, scope);
    case 'collect count':
      return result.kind === 'number' ? { kind: 'any' } : reportNoNumber(table, result, scope);
    default:
      return result;
  }
}

function reportNoNumber(table: TableTree, result: Type, scope: Scope): Type {
  if (result.kind !== 'any') problem(scope, 'aggregate-needs-number', firstLineOf(table.span), { hitPolicy: table.hitPolicy, type: typeText(result) });
  return BROKEN;
}

/** Several outputs are the fields of a record: each names one, and none that is required is left out. */
function fieldOutputs(table: TableTree, row: Type, scope: Scope): readonly Output[] {
  const anything = table.outputs.map(({ name }): Output => ({ name, type: BROKEN }));
  withoutTwins(table.outputs, (output) => output, 'output', scope.body.report);
  if (row.kind === 'any') return anything;
  if (row.kind !== 'record') {
    problem(scope, 'outputs-need-record', spanOfOutputs(table.outputs), { type: typeText(row), outputs: table.outputs.map(({ name }) => name) });
    return anything;
  }
  const outputs = table.outputs.map((output): Output => ({ name: output.name, type: fieldType(row, output, scope) }));
  const given = new Set(table.outputs.map(({ name }) => name));
  const fields = [...row.fields].flatMap(([name, { optional }]) => (optional || given.has(name) ? [] : [name]));
  const misspelt = table.outputs.some(({ name }) => !row.fields.has(name));
  if (fields.length > 0 && !misspelt) problem(scope, 'output-not-given', spanOfOutputs(table.outputs), { type: typeText(row), fields });
  return outputs;
}

function fieldType(row: RecordType, { name, span }: Identifier, scope: Scope): Type {
  const field = row.fields.get(name);
  if (field !== undefined) return field.type;
  problem(scope, 'output-unknown', span, { output: name, type: typeText(row), suggestion: closest(name, row.fields.keys()) });
  return BROKEN;
}

/** `priority` and `output order` rank rows by an enum, from a stated end if that is ordered; nothing else has a preference. */
function checkPreference(table: TableTree, [first]: readonly Output[], scope: Scope): void {
  const { hitPolicy, preference } = table;
  const ranks = hitPolicy === 'priority' || hitPolicy === 'output order';
  const type = first?.type ?? BROKEN;
  if (ranks && type.kind !== 'enum') {
    if (type.kind !== 'any') problem(scope, 'priority-needs-enum', firstLineOf(table.span), { hitPolicy, type: typeText(type) });
    return;
  }
  const isOrdered = type.kind === 'enum' && type.vocabulary.order !== undefined;
  if (preference !== undefined && !(ranks && isOrdered)) scope.body.report(diagnostic('preference-misplaced', firstLineOf(table.span), { hitPolicy, preference }));
  if (preference === undefined && ranks && isOrdered) problem(scope, 'preference-missing', firstLineOf(table.span), { hitPolicy, enum: type.vocabulary.name });
}

function spanOfOutputs(outputs: readonly Identifier[]): Span {
  const [first, last] = [outputs[0], outputs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a table has outputs');
  return { ...first.span, end: last.span.end };
}

