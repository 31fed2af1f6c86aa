import { isName } from '../../../grammar/names.ts';
import type { AnnotationTree } from '../../../grammar/policy/annotation-grammar.ts';
import { unescapeString } from '../../../grammar/strings.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Cell, Expression, Identifier } from '../tree/expression.ts';
import type { RowTree, TableTree } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import { gatherAnnotations } from './annotations.ts';
import { parseSpan, type Reading } from './context.ts';
import { cutRow, isRuler, type CutCell, type CutRow } from './row-cells.ts';
import { readHeader, type ColumnRole, type Header } from './table-header.ts';

export type TableBody = Pick<TableTree, 'columns' | 'outputs' | 'rows'>;

/** Reads a table's rows, header first. A row or cell that cannot be read is reported and leaves the others standing. */
export function readTable(reading: Reading, rows: readonly Span[], owner: Span): TableBody | undefined {
  const [first, ...others] = rows;
  if (first === undefined) {
    reading.report(diagnostic('table-without-header', owner, {}));
    return undefined;
  }
  const cut = cutRow(first, reading.report);
  const header = cut && readHeader(reading, cut);
  const read: RowTree[] = [];
  others.forEach((span, index) => {
    const row = cutRow(span, reading.report);
    if (row !== undefined && index === 0 && isRuler(row)) return;
    if (header !== undefined) read.push(row === undefined ? unreadableRow(reading, header, span) : readRow(reading, header, row));
  });
  return header && { columns: header.columns, outputs: header.outputs, rows: read };
}

/** Keeps the id, so that whoever refers to the row finds it. */
function unreadableRow({ file }: Reading, header: Header, span: Span): RowTree {
  const id = /^[|｜]\s*([^\s|｜]*)/.exec(file.text.slice(span.start, span.end))?.[1] ?? '';
  return {
    id: { name: id, span },
    otherwise: false,
    cells: header.columns.map(() => undefined),
    outputs: header.outputs.map(() => undefined),
    ...gatherAnnotations([], () => undefined),
    span,
  };
}

function readRow(reading: Reading, header: Header, row: CutRow): RowTree {
  const cells = row.groups.flat();
  if (cells.length !== header.roles.length) {
    reading.report(diagnostic('row-cell-count', row.span, { found: cells.length, expected: header.roles.length }));
    return unreadableRow(reading, header, row.span);
  }
  if (row.groups.some((group, index) => group.length !== header.row.groups[index]?.length)) {
    reading.report(diagnostic('row-group-mismatch', row.span, {}));
    return unreadableRow(reading, header, row.span);
  }
  const inRole = (...kinds: ColumnRole['kind'][]): CutCell[] => cells.filter((_, index) => kinds.includes(header.roles[index]?.kind ?? 'id'));
  const inputs = inRole('input');
  const otherwise = inputs.some(({ text }) => text === 'otherwise');
  const tested = otherwise ? inputs.find(({ text }) => text !== 'otherwise' && text !== '-') : undefined;
  if (tested !== undefined) reading.report(diagnostic('otherwise-not-alone', tested.span, {}));
  const columnTexts = header.roles.map((role) => ('text' in role ? role.text : 'id'));
  return {
    id: readId(reading, cells[0] as CutCell),
    otherwise,
    cells: inputs.map((cell) => readInput(reading, cell, columnTexts[cells.indexOf(cell)] ?? '')),
    outputs: inRole('output').map((cell) => readOutput(reading, cell, columnTexts[cells.indexOf(cell)] ?? '')),
    ...gatherAnnotations(
      cells.flatMap((cell, index) => readAnnotation(reading, cell, header.roles[index] as ColumnRole)),
      reading.report,
    ),
    span: row.span,
  };
}

function readId(reading: Reading, { text, span }: CutCell): Identifier {
  const name = /^`[^`]+`$/.test(text) ? text.slice(1, -1) : text;
  if (name === text && !isName(text)) reading.report(diagnostic('row-id-invalid', span, { id: text }));
  return { name, span };
}

function readInput(reading: Reading, cell: CutCell, column: string): Cell | undefined {
  if (cell.text === 'otherwise') return { tests: [{ kind: 'any', span: cell.span }], span: cell.span };
  if (cell.text !== '') return parseSpan(reading, cell.span, (grammar) => grammar.cell());
  reading.report(diagnostic('cell-empty', cell.span, { column, holds: 'test' }));
  return undefined;
}

function readOutput(reading: Reading, cell: CutCell, column: string): Expression | undefined {
  if (cell.text === '') reading.report(diagnostic('cell-empty', cell.span, { column, holds: 'output' }));
  else if (cell.text === '-') reading.report(diagnostic('output-cell-any', cell.span, { column }));
  else return parseSpan(reading, cell.span, (grammar) => grammar.expression());
  return undefined;
}

/** A `-` in an annotation column says nothing. */
function readAnnotation(reading: Reading, { text, span }: CutCell, role: ColumnRole): AnnotationTree[] {
  if (role.kind === 'id' || role.kind === 'input' || role.kind === 'output' || role.kind === 'unknown' || text === '-') return [];
  if (text === '') {
    reading.report(diagnostic('cell-empty', span, { column: role.kind, holds: 'annotation' }));
    return [];
  }
  switch (role.kind) {
    case 'in force': {
      const period = parseSpan(reading, span, (grammar) => grammar.period());
      return period === undefined ? [] : [{ kind: 'in force', period, span }];
    }
    case 'cites': {
      const citations = parseSpan(reading, span, (grammar) => grammar.citations());
      return citations === undefined ? [] : [{ kind: 'cites', citations, span }];
    }
    case 'basis': {
      const basis = parseSpan(reading, span, (grammar) => grammar.basis());
      return basis === undefined ? [] : [{ kind: 'basis', basis, span }];
    }
    case 'note': {
      const note = /^".*"$/.test(text) ? unescapeString(text) : text;
      return [{ kind: 'note', text: { text: note, span }, span }];
    }
  }
}
