import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Identifier } from '../tree/expression.ts';
import type { EnumMemberTree, Field, FormalParameter, TypeStatement, TypeUse } from '../tree/statement.ts';
import { entriesOf, entryOf, scalarName, spanOfNode } from './nodes.ts';
import { readBy, readName, readText, readWord, type YamlReading } from './reading.ts';

/** A type with what narrows it. One that cannot be read was reported; the checker takes it as `any`. */
export function readTypeUse(reading: YamlReading, node: ParsedNode | undefined, owner: ParsedNode): TypeUse {
  const span = spanOfNode(reading.file, node ?? owner);
  return readBy(reading, node, (grammar) => grammar.typeUse()) ?? { type: { kind: 'unreadable', span }, constraint: [], step: undefined, optional: false, span };
}

/** `overdue_days: "days >= 0"`, or `overdue_days: { type: "days >= 0", label: "逾期天数" }`. */
export function readFields(reading: YamlReading, node: ParsedNode | undefined): Field[] {
  return entriesOf(node).flatMap(({ key, value }) => {
    const name = readKey(reading, key);
    if (name === undefined) return [];
    const type = isMap(value) ? entryOf(value, 'type') : value;
    const label = isMap(value) ? readText(reading, entryOf(value, 'label')) : undefined;
    return [{ name, label, use: readTypeUse(reading, type, key), span: { ...name.span, end: value?.range[1] ?? name.span.end } }];
  });
}

export function readParameters(reading: YamlReading, node: ParsedNode | undefined): FormalParameter[] {
  return entriesOf(node).flatMap(({ key, value }) => {
    const name = readKey(reading, key);
    return name === undefined ? [] : [{ name, use: readTypeUse(reading, value, key) }];
  });
}

/** What a type is. Undefined where some of it cannot be read. */
export function readDefinition(reading: YamlReading, statement: ParsedNode): TypeStatement['definition'] | undefined {
  const members = entryOf(statement, 'one_of');
  if (members !== undefined) return readEnum(reading, members, entryOf(statement, 'order'));
  const fields = entryOf(statement, 'fields');
  if (fields !== undefined) return { kind: 'record', fields: readFields(reading, fields) };
  const use = entryOf(statement, 'is');
  return use && { kind: 'alias', use: readTypeUse(reading, use, statement) };
}

function readEnum(reading: YamlReading, node: ParsedNode, order: ParsedNode | undefined): TypeStatement['definition'] | undefined {
  const members = isSeq(node) ? node.items.flatMap((item) => readMembers(reading, item)) : readMembers(reading, node);
  const word = isScalar(order) ? scalarName(order) : undefined;
  const known = (['ordered', 'worst last', 'worst first'] as const).find((each) => each === word);
  return members.some((member) => member === undefined) ? undefined : { kind: 'enum', members: members.filter((member) => member !== undefined), order: known };
}

/** A name alone, or names with labels. */
function readMembers(reading: YamlReading, node: ParsedNode): (EnumMemberTree | undefined)[] {
  if (isScalar(node)) {
    const name = readName(reading, node);
    return [name && { name, label: undefined, span: name.span }];
  }
  return entriesOf(node).map(({ key, value }) => {
    const name = readKey(reading, key);
    return name && { name, label: readText(reading, value), span: { ...name.span, end: value?.range[1] ?? name.span.end } };
  });
}

/** A name that stands as a key. */
export function readKey(reading: YamlReading, key: Scalar.Parsed): Identifier | undefined {
  return readWord(reading, key, (grammar) => grammar.name());
}
