import type { ParsedNode } from 'yaml';
import type { Body, ExceptionTree } from '../tree/statement.ts';
import { readAnnotations } from './annotations.ts';
import { entriesOf, entryOf, spanOfNode } from './nodes.ts';
import { readBy, readName, readText, type YamlReading } from './reading.ts';
import { itemsOf, readRounding, readTable } from './tables.ts';

/**
 * The expression and tables that decide a decision, function or parameter. None, where one of them cannot be read: what
 * refers to its rows, or to a value whose `round` is lost, is not to be blamed.
 */
export function readBodies(reading: YamlReading, statement: ParsedNode): readonly Body[] {
  const rounding = readRounding(reading, statement);
  const value = readBy(reading, entryOf(statement, 'value'), (grammar) => grammar.expression());
  const only = entriesOf(statement).find(({ name }) => name === 'table');
  const tables = [
    ...(only?.value === undefined ? [] : [{ node: only.value, start: only.key.range[0] }]),
    ...itemsOf(entryOf(statement, 'tables')).map((node) => ({ node, start: node.range[0] })),
  ];
  const read = tables.flatMap(({ node, start }) => readTable(reading, node, start, rounding) ?? []);
  const isRoundingLost = rounding === undefined && entryOf(statement, 'round') !== undefined;
  const isValueLost = entryOf(statement, 'value') !== undefined && (value === undefined || isRoundingLost);
  if (isValueLost || read.length < tables.length) return [];
  return [...(value === undefined ? [] : [{ kind: 'expression' as const, expression: value, rounding, span: value.span }]), ...read];
}

export function readExceptions(reading: YamlReading, statement: ParsedNode): readonly ExceptionTree[] {
  return itemsOf(entryOf(statement, 'exceptions')).flatMap((node) => {
    const name = readName(reading, entryOf(node, 'exception'));
    if (name === undefined) return [];
    return [
      {
        name,
        target: readName(reading, entryOf(node, 'to')),
        label: readText(reading, entryOf(node, 'label')),
        when: readBy(reading, entryOf(node, 'when'), (grammar) => grammar.expression()),
        then: readBy(reading, entryOf(node, 'then'), (grammar) => grammar.expression()),
        ...readAnnotations(reading, node),
        span: spanOfNode(reading.file, node),
      },
    ];
  });
}
