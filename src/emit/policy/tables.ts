import { escapeString } from '../../../grammar/strings.ts';
import { citationText, periodText, roundingText } from '../../read/tree/clause-text.ts';
import { cellText, expressionText, nameText } from '../../read/tree/expression-text.ts';
import type { RowTree, TableTree } from '../../read/tree/statement.ts';
import { onOneLine } from '../spelling/kept-texts.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationLines, type Texts } from './clauses.ts';

const annotationColumns = ['in force', 'cites', 'basis', 'note'] as const;
type AnnotationColumn = (typeof annotationColumns)[number];

/** A table with its head. Its period stands on the head's line. */
export function tableLines(table: TableTree, depth: number, texts: Texts): readonly Line[] {
  const { hitPolicy, preference, inForce, rounding, columns, outputs } = table;
  const head = ['table', hitPolicy, preference, inForce && `in force ${periodText(inForce)}`].filter((word) => word !== undefined).join(' ');
  const besides = annotationColumns.filter((column) => table.rows.some((row) => annotationCell(row, column) !== '-'));
  const header = joined([['id', ...columns.map(({ expression }) => heading(texts.get(expression) ?? expressionText(expression)))], outputs.map(({ name }) => heading(nameText(name))), besides]);
  return [
    { depth, text: head, parts: [table, ...partsOf(inForce)] },
    ...annotationLines({ ...table, inForce: undefined }, depth + 1),
    { depth: depth + 1, text: header, parts: partsOf(columns, outputs) },
    ...table.rows.map((row) => ({ depth: depth + 1, text: rowText(row, besides, texts), parts: partsOf(row) })),
    ...(rounding === undefined ? [] : [{ depth: depth + 1, text: `round ${roundingText(rounding)}`, parts: partsOf(rounding) }]),
  ];
}

/** An input or output that is spelled like an annotation column stands in backquotes. */
function heading(text: string): string {
  return (annotationColumns as readonly string[]).includes(text) ? `\`${text}\`` : text;
}

function rowText(row: RowTree, besides: readonly AnnotationColumn[], texts: Texts): string {
  const cells = row.cells.map((cell, index) => {
    if (row.otherwise) return index === 0 ? 'otherwise' : '-';
    return cell === undefined ? '?' : (texts.get(cell) ?? cellText(cell));
  });
  const outputs = row.outputs.map((output) => (output === undefined ? '?' : (texts.get(output) ?? expressionText(output))));
  return joined([[nameText(row.id.name), ...cells], outputs, besides.map((column) => annotationCell(row, column))]);
}

function joined(groups: readonly (readonly string[])[]): string {
  const texts = groups.filter((cells) => cells.length > 0).map((cells) => cells.map(onOneLine).join(' | '));
  return `| ${texts.join(' || ')} |`;
}

function annotationCell(row: RowTree, column: AnnotationColumn): string {
  switch (column) {
    case 'in force':
      return row.inForce === undefined ? '-' : periodText(row.inForce);
    case 'cites':
      return row.cites.length === 0 ? '-' : row.cites.map(citationText).join(', ');
    case 'basis':
      return row.basis?.basis ?? '-';
    case 'note':
      return row.note === undefined ? '-' : escapeString(row.note.text);
  }
}
