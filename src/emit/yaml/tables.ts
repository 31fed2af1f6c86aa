import { roundingText } from '../../read/tree/clause-text.ts';
import { cellText, expressionText } from '../../read/tree/expression-text.ts';
import type { RowTree, TableTree } from '../../read/tree/statement.ts';
import { quotedScalar } from '../../read/yaml/quoted.ts';
import { rowWords } from '../../read/yaml/tables.ts';
import { onOneLine } from '../spelling/kept-texts.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationEntries, annotationLines } from './annotations.ts';
import { flowList, flowMapping, nameScalar, plainOrQuoted } from './scalars.ts';

/** The entries of a table: its columns, then a row a line. `first` begins the first line, where the table is an item of a list. */
export function tableLines(table: TableTree, depth: number, texts: ReadonlyMap<object, string>, first = ''): readonly Line[] {
  const { hitPolicy, preference, columns, outputs, rounding } = table;
  const columnTexts = columns.map(({ expression }) => onOneLine(texts.get(expression) ?? expressionText(expression)));
  const style = rowStyle(columns.map(({ expression }) => expressionText(expression)), outputs.map(({ name }) => name));
  const line = (text: string, parts: readonly object[]): Line => ({ depth, text, parts });
  return [
    { depth: first === '' ? depth : depth - 1, text: `${first}hit: ${hitPolicy}`, parts: first === '' ? [] : [table] },
    ...(preference === undefined ? [] : [line(`preference: ${preference}`, [])]),
    ...annotationLines(table, depth),
    line(`inputs: ${flowList(columnTexts.map(quotedScalar))}`, partsOf(columns)),
    line(`outputs: ${flowList(outputs.map(nameScalar))}`, partsOf(outputs)),
    ...(table.rows.length === 0 ? [] : [line('rows:', [])]),
    ...table.rows.map((row): Line => ({ depth: depth + 1, text: `- ${rowMapping(table, row, style, texts)}`, parts: partsOf(row) })),
    ...(rounding === undefined ? [] : [line(`round: ${quotedScalar(roundingText(rounding))}`, partsOf(rounding))]),
  ];
}

/** Side by side, unless two things in a row would have the same key; then apart, by position. */
function rowStyle(columns: readonly string[], outputs: readonly string[]): 'beside' | 'apart' {
  const keys = [...rowWords, ...columns, ...outputs];
  return new Set(keys).size === keys.length ? 'beside' : 'apart';
}

function rowMapping({ columns, outputs }: TableTree, row: RowTree, style: 'beside' | 'apart', texts: ReadonlyMap<object, string>): string {
  const text = (node: object, canonical: string): string => quotedScalar(onOneLine(texts.get(node) ?? canonical));
  const cells = row.cells.map((cell, index) => {
    if (row.otherwise) return index === 0 ? '"otherwise"' : '"-"';
    return cell === undefined ? '"?"' : text(cell, cellText(cell));
  });
  const values = row.outputs.map((output) => (output === undefined ? '"?"' : text(output, expressionText(output))));
  const said =
    style === 'apart'
      ? [`when: ${flowList(cells)}`, `then: ${flowList(values)}`]
      : [
          ...columns.map(({ expression }, index) => `${plainOrQuoted(expressionText(expression))}: ${cells[index] ?? '"?"'}`),
          ...outputs.map((output, index) => `${plainOrQuoted(output.name)}: ${values[index] ?? '"?"'}`),
        ];
  return flowMapping([`id: ${nameScalar(row.id)}`, ...said, ...annotationEntries(row).map((entry) => entry.text)]);
}
