import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Identifier } from '../tree/expression.ts';
import type { ColumnTree } from '../tree/statement.ts';
import { parseSpan, type Reading } from './context.ts';
import type { CutCell, CutRow } from './row-cells.ts';

export type ColumnRole =
  | { readonly kind: 'id' }
  | { readonly kind: 'input'; readonly text: string }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'in force' | 'cites' | 'basis' | 'note'; readonly text: string }
  /** An annotation column that nobody knows, which was reported: what stands in it is passed over. */
  | { readonly kind: 'unknown'; readonly text: string };

export interface Header {
  readonly row: CutRow;
  /** One for each cell, in order. */
  readonly roles: readonly ColumnRole[];
  readonly columns: readonly ColumnTree[];
  readonly outputs: readonly Identifier[];
}

const annotationColumns: ReadonlySet<string> = new Set(['in force', 'cites', 'basis', 'note']);

/** Reads a table's header. Undefined where a column cannot be read: then no row can be understood either. */
export function readHeader(reading: Reading, row: CutRow): Header | undefined {
  const [inputs = [], ...others] = row.groups;
  const [id, ...tested] = inputs;
  if (id?.text !== 'id') {
    reading.report(diagnostic('table-without-id', id?.span ?? row.span, { found: id?.text ?? '' }));
    return undefined;
  }
  const [outputCells = [], ...annotationGroups] = others;
  const roles: ColumnRole[] = [{ kind: 'id' }];
  roles.push(...tested.map(({ text }) => annotationRole(text) ?? { kind: 'input' as const, text }));
  roles.push(...outputCells.map(({ text }) => annotationRole(text) ?? { kind: 'output' as const, text }));
  for (const cell of annotationGroups.flat()) {
    const role = annotationRole(cell.text);
    if (role === undefined) reading.report(diagnostic('unknown-annotation-column', cell.span, { column: cell.text }));
    roles.push(role ?? { kind: 'unknown', text: cell.text });
  }
  if (!roles.some(({ kind }) => kind === 'output')) {
    reading.report(diagnostic('table-without-outputs', row.span, {}));
    return undefined;
  }
  const isValue = ({ text }: CutCell): boolean => annotationRole(text) === undefined;
  const columns = tested.filter(isValue).map((cell) => readColumn(reading, cell));
  const outputs = outputCells.filter(isValue).map((cell) => parseSpan(reading, cell.span, (grammar) => grammar.name()));
  if (!columns.every(isRead) || !outputs.every(isRead)) return undefined;
  return { row, roles, columns, outputs };
}

function annotationRole(text: string): ColumnRole | undefined {
  return annotationColumns.has(text) ? { kind: text as 'cites', text } : undefined;
}

function readColumn(reading: Reading, cell: CutCell): ColumnTree | undefined {
  if (cell.text === '') reading.report(diagnostic('cell-empty', cell.span, { column: '', holds: 'heading' }));
  const expression = cell.text === '' ? undefined : parseSpan(reading, cell.span, (grammar) => grammar.expression());
  return expression && { expression, span: cell.span };
}

function isRead<T>(value: T | undefined): value is T {
  return value !== undefined;
}
