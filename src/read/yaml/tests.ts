import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Expression, Identifier } from '../tree/expression.ts';
import type { CasesTree, FactsStatement, GivenTree, TakenTree, TestStatement, Text } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import { entriesOf, entryOf, spanOfNode } from './nodes.ts';
import { readBy, readText, readWord, type YamlReading } from './reading.ts';
import { itemsOf } from './tables.ts';

export function readTest(reading: YamlReading, statement: ParsedNode, title: Text, span: Span): TestStatement {
  return {
    kind: 'test',
    title,
    asOf: readBy(reading, entryOf(statement, 'as_of'), (grammar) => grammar.date()),
    unconfirmed: readWord(reading, entryOf(statement, 'status'), (grammar) => grammar.testStatus()),
    taken: readTaken(reading, statement),
    givens: readGivens(reading, statement),
    cases: readCases(reading, statement),
    expectations: textsOf(entryOf(statement, 'expect')).flatMap((node) => readBy(reading, node, (grammar) => grammar.expectation()) ?? []),
    span,
  };
}

/** Shared facts. Undefined where one of them cannot be read: whoever takes them over is not to be blamed for that. */
export function readFacts(reading: YamlReading, statement: ParsedNode, name: Identifier, label: Text | undefined, span: Span): FactsStatement | undefined {
  const taken = readTaken(reading, statement);
  const givens = readGivens(reading, statement);
  const written = textsOf(entryOf(statement, 'takes')).length + entriesOf(entryOf(statement, 'given')).length;
  return taken.length + givens.length < written ? undefined : { kind: 'facts', name, label, taken, givens, span };
}

function readCases(reading: YamlReading, statement: ParsedNode): CasesTree | undefined {
  const path = readText(reading, entryOf(statement, 'cases'));
  return path && { path, table: undefined, span: path.span };
}

function readTaken(reading: YamlReading, statement: ParsedNode): readonly TakenTree[] {
  return textsOf(entryOf(statement, 'takes')).flatMap((node) => {
    const path = readWord(reading, node, (grammar) => grammar.qualifiedName());
    return path === undefined ? [] : [{ path, span: spanOfNode(reading.file, node) }];
  });
}

function readGivens(reading: YamlReading, statement: ParsedNode): readonly GivenTree[] {
  return entriesOf(entryOf(statement, 'given')).flatMap(({ key, value }) => {
    const path = readWord(reading, key, (grammar) => grammar.qualifiedName());
    const given = value && readGiven(reading, value);
    return path === undefined || given === undefined ? [] : [{ path, value: given, span: { ...spanOfNode(reading.file, key), end: given.span.end } }];
  });
}

/** One text, or a list of them. */
export function textsOf(node: ParsedNode | undefined): readonly ParsedNode[] {
  return isScalar(node) ? [node] : itemsOf(node);
}

/** An expression, or a mapping or list with expressions as leaves. Undefined where one of them cannot be read. */
function readGiven(reading: YamlReading, node: ParsedNode): Expression | undefined {
  const span = spanOfNode(reading.file, node);
  if (isMap(node)) {
    const entries = entriesOf(node).map(({ key, name, value }) => ({ key: { name, span: spanOfNode(reading.file, key) }, value: value && readGiven(reading, value) }));
    const read = entries.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
    return read.length === entries.length ? { kind: 'context', entries: read, span } : undefined;
  }
  if (isSeq(node)) {
    const items = itemsOf(node).map((item) => readGiven(reading, item));
    const read = items.filter((item) => item !== undefined);
    return read.length === items.length ? { kind: 'list', items: read, span } : undefined;
  }
  return readBy(reading, node, (grammar) => grammar.expression());
}
