import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { EnumMember, type Vocabulary } from '../../feel/values/enum.ts';
import type { FieldType, RecordType, Type } from '../../model/type.ts';
import type { Field, TypeStatement } from '../../read/tree/statement.ts';
import type { Names } from '../names/names.ts';
import { withoutTwins } from '../names/twice.ts';
import { resolveRequiredUse, resolveUse } from './uses.ts';

/** The type that a `type` statement declares. */
export function declareType(statement: TypeStatement, names: Names, report: Report): Type {
  const { definition } = statement;
  switch (definition.kind) {
    case 'enum':
      return declareEnum(statement.name.name, definition, report);
    case 'record':
      return declareRecord(statement.name.name, definition.fields, names, report);
    case 'alias':
      return resolveRequiredUse(definition.use, names, report);
  }
}

function declareEnum(name: string, { members, order }: TypeStatement['definition'] & { kind: 'enum' }, report: Report): Type {
  const found: EnumMember[] = [];
  const vocabulary: Vocabulary = { name, members: found, order: order === 'ordered' ? 'worst last' : order };
  withoutTwins(members, (member) => member.name, 'enum member', report).forEach((member, rank) => {
    // In a cell it would mean the absence of a fact.
    if (member.name.name === 'missing') report(diagnostic('name-reserved', member.name.span, { name: 'missing' }));
    found.push(new EnumMember(vocabulary, member.name.name, rank, member.label?.text));
  });
  return { kind: 'enum', vocabulary, allowed: undefined };
}

/** The record of a `type` or `input` statement's fields. */
export function declareRecord(name: string | undefined, fields: readonly Field[], names: Names, report: Report): RecordType {
  const types = withoutTwins(fields, (field) => field.name, 'field', report).map((field): [string, FieldType] => [
    field.name.name,
    { type: resolveUse(field.use, names, report), optional: field.use.optional, label: field.label?.text },
  ]);
  return { kind: 'record', name, fields: new Map(types) };
}
