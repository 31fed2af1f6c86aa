import { isScalar, isSeq, type ParsedNode } from 'yaml';
import { closest } from '../../diagnostics/closest.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Cell, Expression } from '../tree/expression.ts';
import type { ColumnTree, HitPolicy, RoundingTree, RowTree, TableTree } from '../tree/statement.ts';
import { expressionText } from '../tree/expression-text.ts';
import type { Span } from '../tree/span.ts';
import { readAnnotations } from './annotations.ts';
import { entriesOf, entryOf, scalarName, spanOfNode } from './nodes.ts';
import { readBy, readName, type YamlReading } from './reading.ts';

/** What a row can say besides its cells. */
export const rowWords = ['id', 'when', 'then', 'in_force', 'cites', 'basis', 'note'] as const;

/** A column or output with the names that a row may call it by. */
interface Heading {
  readonly names: readonly string[];
  readonly span: Span;
}

/** Reads a table; `start` is where it begins in the file. Undefined where a heading cannot be read: then no row can be understood either. */
export function readTable(reading: YamlReading, node: ParsedNode, start: number, outerRounding: RoundingTree | undefined): TableTree | undefined {
  const columnNodes = itemsOf(entryOf(node, 'inputs'));
  const outputNodes = itemsOf(entryOf(node, 'outputs'));
  const columns = columnNodes.map((each) => readColumn(reading, each));
  const outputs = outputNodes.map((each) => readName(reading, each));
  const rounding = readRounding(reading, node) ?? outerRounding;
  if (outputs.length === 0 || !columns.every(isRead) || !outputs.every(isRead)) return undefined;
  const inputHeadings = columns.map(({ expression, span }, index) => ({ names: [textOf(columnNodes[index]), expressionText(expression)], span }));
  const outputHeadings = outputs.map(({ name, span }) => ({ names: [name, `\`${name}\``], span }));
  const rowNodes = itemsOf(entryOf(node, 'rows'));
  reportUnclear(reading, inputHeadings, outputHeadings, rowNodes);
  return {
    kind: 'table',
    hitPolicy: (textOf(entryOf(node, 'hit')) || 'unique') as HitPolicy,
    preference: (['worst first', 'best first'] as const).find((each) => each === textOf(entryOf(node, 'preference'))),
    ...readAnnotations(reading, node),
    columns,
    outputs,
    rows: rowNodes.flatMap((row) => readRow(reading, row, inputHeadings, outputHeadings) ?? []),
    rounding,
    span: { file: reading.file, start, end: node.range[1] },
  };
}

/** `round: "half up to 0.01"` of a decision or a table. */
export function readRounding(reading: YamlReading, node: ParsedNode): RoundingTree | undefined {
  return readBy(reading, entryOf(node, 'round'), (grammar) => grammar.rounding());
}

export function itemsOf(node: ParsedNode | undefined): readonly ParsedNode[] {
  return isSeq(node) ? (node.items) : [];
}

function textOf(node: ParsedNode | undefined): string {
  return isScalar(node) ? scalarName(node).trim() : '';
}

function isRead<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function readColumn(reading: YamlReading, node: ParsedNode): ColumnTree | undefined {
  const expression = readBy(reading, node, (grammar) => grammar.expression());
  return expression && { expression, span: spanOfNode(reading.file, node) };
}

/** A heading that is spelled like another, or like a word of the row, cannot be a key of a row that puts all side by side. */
function reportUnclear(reading: YamlReading, inputs: readonly Heading[], outputs: readonly Heading[], rows: readonly ParsedNode[]): void {
  const apart = (key: 'when' | 'then'): boolean => rows.every((row) => entryOf(row, key) !== undefined);
  const inList = (key: 'when' | 'then'): boolean => rows.every((row) => isSeq(entryOf(row, key)));
  const besides = [...(apart('when') ? [] : inputs), ...(apart('then') ? [] : outputs)];
  const groups = [besides, ...(apart('when') && !inList('when') ? [inputs] : []), ...(apart('then') && !inList('then') ? [outputs] : [])];
  for (const group of groups) {
    const taken = new Set<string>(group === besides ? rowWords : []);
    for (const { names, span } of group) {
      const [name = ''] = names;
      if (taken.has(name)) reading.report(diagnostic('yaml-column-unclear', span, { column: name }));
      taken.add(name);
    }
  }
}

function readRow(reading: YamlReading, node: ParsedNode, inputs: readonly Heading[], outputs: readonly Heading[]): RowTree | undefined {
  const id = readName(reading, entryOf(node, 'id'));
  if (id === undefined || reading.refused.has(node)) return undefined;
  const apart = { when: entryOf(node, 'when'), then: entryOf(node, 'then') };
  const cellNodes = inputs.map((heading, index) => cellOf(node, apart.when, heading, index));
  const outputNodes = outputs.map((heading, index) => cellOf(node, apart.then, heading, index));
  const meant = [
    ...reportStray(reading, node, [...(apart.when ? [] : inputs), ...(apart.then ? [] : outputs)], rowWords),
    ...(apart.when ? reportStray(reading, apart.when, inputs, []) : []),
    ...(apart.then ? reportStray(reading, apart.then, outputs, []) : []),
  ];
  [...inputs, ...outputs].forEach(({ names: [column = ''] }, index) => {
    const absent = [...cellNodes, ...outputNodes][index] === undefined;
    if (absent && !meant.includes(column)) reading.report(diagnostic('yaml-cell-missing', spanOfNode(reading.file, node), { row: id.name, column }));
  });
  const otherwise = cellNodes.some((cell) => textOf(cell) === 'otherwise');
  const tested = otherwise ? cellNodes.find((cell) => cell !== undefined && textOf(cell) !== 'otherwise' && textOf(cell) !== '-') : undefined;
  if (tested !== undefined) reading.report(diagnostic('otherwise-not-alone', spanOfNode(reading.file, tested), {}));
  return {
    id,
    otherwise,
    cells: cellNodes.map((cell, index) => readCell(reading, cell, inputs[index]?.names[0] ?? '')),
    outputs: outputNodes.map((output, index) => readOutput(reading, output, outputs[index]?.names[0] ?? '')),
    ...readAnnotations(reading, node),
    span: spanOfNode(reading.file, node),
  };
}

/** The cell of a heading: by its name in the row, or by name or position in what stands apart. */
function cellOf(row: ParsedNode, apart: ParsedNode | undefined, { names }: Heading, index: number): ParsedNode | undefined {
  if (isSeq(apart)) return itemsOf(apart)[index];
  const cells = entriesOf(apart ?? row);
  return cells.find(({ name }) => name === names[0])?.value ?? cells.find(({ name }) => names.includes(name))?.value;
}

/** Reports keys that are no heading; in a list, what stands beyond the last one. Gives the headings that were most likely meant. */
function reportStray(reading: YamlReading, node: ParsedNode, headings: readonly Heading[], words: readonly string[]): string[] {
  const columns = headings.flatMap(({ names }) => names.slice(0, 1));
  const known = new Set([...headings.flatMap(({ names }) => names), ...words]);
  const strayKeys = entriesOf(node).filter(({ key, name }) => !known.has(name) && !reading.refused.has(key));
  const stray = [...strayKeys.map(({ key, name }) => ({ at: key, name })), ...itemsOf(node).slice(headings.length).map((at) => ({ at, name: textOf(at) }))];
  return stray.flatMap(({ at, name }) => {
    const suggestion = closest(name, columns);
    reading.report(diagnostic('yaml-column-unknown', spanOfNode(reading.file, at), { key: name, columns, suggestion }));
    return suggestion ?? [];
  });
}

function readCell(reading: YamlReading, node: ParsedNode | undefined, column: string): Cell | undefined {
  if (node === undefined) return undefined;
  const span = spanOfNode(reading.file, node);
  const text = textOf(node);
  if (text === 'otherwise') return { tests: [{ kind: 'any', span }], span };
  if (isEmptyText(reading, node)) {
    reading.report(diagnostic('cell-empty', span, { column, holds: 'test' }));
    return undefined;
  }
  return readBy(reading, node, (grammar) => grammar.cell());
}

function readOutput(reading: YamlReading, node: ParsedNode | undefined, column: string): Expression | undefined {
  if (node === undefined) return undefined;
  const span = spanOfNode(reading.file, node);
  if (isEmptyText(reading, node)) reading.report(diagnostic('cell-empty', span, { column, holds: 'output' }));
  else if (textOf(node) === '-' && !reading.refused.has(node)) reading.report(diagnostic('output-cell-any', span, { column }));
  else return readBy(reading, node, (grammar) => grammar.expression());
  return undefined;
}

/** Quotes with nothing in them. */
function isEmptyText({ refused }: YamlReading, node: ParsedNode): boolean {
  return isScalar(node) && node.type !== 'PLAIN' && textOf(node) === '' && !refused.has(node);
}

