import type { ParsedNode } from 'yaml';
import type { Identifier } from '../tree/expression.ts';
import type { Statement, TableTree } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import { readAnnotations } from './annotations.ts';
import { readBodies, readExceptions } from './bodies.ts';
import { kindsOf } from './kinds.ts';
import { entriesOf, entryOf, spanOfNode } from './nodes.ts';
import { readBy, readName, readText, type YamlReading } from './reading.ts';
import { readFacts, readTest, textsOf } from './tests.ts';
import { readDefinition, readFields, readParameters, readTypeUse } from './types.ts';

/**
 * Reads one statement. Undefined where what it declares cannot be read: then its name, if it has one, is noted as
 * unreadable, and what is wrong was reported.
 */
export function readStatement(reading: YamlReading, node: ParsedNode): Statement | undefined {
  const [kind, another] = kindsOf(node);
  if (kind === undefined || another !== undefined) {
    const name = readName({ ...reading, report: () => undefined }, entriesOf(node)[0]?.value);
    if (name !== undefined) reading.unreadable.push(name);
    return undefined;
  }
  const span: Span = { ...spanOfNode(reading.file, node), start: entriesOf(node)[0]?.key.range[0] ?? node.range[0] };
  if (kind === 'property' || kind === 'test') {
    const title = readText(reading, entryOf(node, kind));
    if (title === undefined) return undefined;
    if (kind === 'test') return readTest(reading, node, title, span);
    return { kind, title, claim: readBy(reading, entryOf(node, 'claim'), (grammar) => grammar.claim()), span };
  }
  const name = readName(reading, entryOf(node, kind));
  const statement = name && readDeclaration(reading, kind, name, node, span);
  if (name !== undefined && statement === undefined) reading.unreadable.push(name);
  return statement;
}

type Declaring = Exclude<Statement['kind'], 'property' | 'test'>;

function readDeclaration(reading: YamlReading, kind: Declaring, name: Identifier, node: ParsedNode, span: Span): Statement | undefined {
  const label = readText(reading, entryOf(node, 'label'));
  const use = () => readTypeUse(reading, entryOf(node, 'type'), node);
  switch (kind) {
    case 'import':
      return { kind, name, span };
    case 'source': {
      const listed = entryOf(node, 'listed');
      const listing = readBy(reading, listed, (grammar) => grammar.listing());
      return listed !== undefined && listing === undefined ? undefined : { kind, name, label, unit: listing?.unit, listed: listing?.listed ?? [], span };
    }
    case 'type': {
      const definition = readDefinition(reading, node);
      return definition && { kind, name, label, definition, span };
    }
    case 'input': {
      const fields = entryOf(node, 'fields');
      return { kind, name, label, definition: fields === undefined ? { kind: 'use', use: use() } : { kind: 'record', fields: readFields(reading, fields) }, span };
    }
    case 'manual':
      return { kind, name, use: use(), question: readText(reading, entryOf(node, 'question')), annotations: readAnnotations(reading, node), span };
    case 'decision':
    case 'function':
    case 'parameter':
      return readCallable(reading, kind, name, node, span);
    case 'facts':
      return readFacts(reading, node, name, label, span);
    case 'trigger': {
      const when = readBy(reading, entryOf(node, 'when'), (grammar) => grammar.expression());
      const emits = textsOf(entryOf(node, 'emit')).flatMap((each) => readBy(reading, each, (grammar) => grammar.emitted()) ?? []);
      return { kind, name, label, ...readAnnotations(reading, node), when, emits, span };
    }
  }
}

function readCallable(reading: YamlReading, kind: 'decision' | 'function' | 'parameter', name: Identifier, node: ParsedNode, span: Span): Statement | undefined {
  const bodies = readBodies(reading, node);
  if (bodies.length === 0) return undefined;
  const head = { name, label: readText(reading, entryOf(node, 'label')), use: readTypeUse(reading, entryOf(node, 'type'), node), ...readAnnotations(reading, node), span };
  switch (kind) {
    case 'decision':
      return { kind, ...head, bodies, exceptions: readExceptions(reading, node) };
    case 'function':
      return { kind, ...head, parameters: readParameters(reading, entryOf(node, 'parameters')), bodies };
    case 'parameter':
      return { kind, ...head, parameters: readParameters(reading, entryOf(node, 'parameters')), bodies: bodies.filter((body): body is TableTree => body.kind === 'table') };
  }
}
