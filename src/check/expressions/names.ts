import type { EnumMember } from '../../feel/values/enum.ts';
import type { Constant, RecordReadField, Typed } from '../../model/expression.ts';
import type { Fact, Input } from '../../model/policy.ts';
import type { EnumType, RecordType, Type } from '../../model/type.ts';
import type { NameReference } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { declarationOf, type Declared } from '../names/names.ts';
import { isValue, suggestion } from '../names/suggest.ts';
import { isBroken } from '../types/broken.ts';
import { failed, problem, variable, type Element, type Scope } from './scope.ts';

/** Reads a bare name: a variable, a field inside a filter, what the policy declares, or a member of the enum expected. */
export function readName({ name, span }: NameReference, scope: Scope, hint: Type | undefined): Typed {
  const member = memberOf(hint, name, span);
  const found = resolveName(name, span, scope);
  if (member === undefined) return found === undefined ? unknownName(name, span, scope, hint) : found();
  if (found === undefined) return member;
  problem(scope, 'name-ambiguous', span, { name, enum: member.type.vocabulary.name });
  return failed(span);
}

/** Whether a bare name means something without knowing which type is expected. */
export function isKnownName(name: string, span: Span, scope: Scope): boolean {
  return resolveName(name, span, scope) !== undefined;
}

/** How to read a name, or undefined if it means nothing here. Reading reports what is wrong with it. */
function resolveName(name: string, span: Span, scope: Scope): (() => Typed) | undefined {
  const local = scope.locals.get(name);
  const declared = scope.names.find(name);
  const element = scope.elements.find((one) => hasField(one, name));
  const known = local !== undefined && !local.implicit;
  if (element !== undefined) {
    if (known || declared !== undefined) return () => ambiguousField(name, span, scope);
    return () => elementField(element, name, span);
  }
  if (local !== undefined && (known || declared === undefined)) return () => variable(local.variable, local.type, span);
  if (declared !== undefined) return () => valueOf(declared, name, span, scope);
  return name === 'as_of' ? () => ({ kind: 'as of', type: { kind: 'date', allowed: undefined }, span }) : undefined;
}

function ambiguousField(name: string, span: Span, scope: Scope): Typed {
  problem(scope, 'field-ambiguous', span, { name, policy: scope.names.policy });
  return failed(span);
}

function elementField(element: Element, name: string, span: Span): Typed {
  const target = variable(element.variable, element.type, span);
  const type = element.type.kind === 'record' ? element.type.fields.get(name)?.type : element.type;
  return { kind: 'path', target, name, type: type ?? { kind: 'any' }, span };
}

/** Whether the elements of a filtered list are known to have a field. */
export function hasField({ type }: Element, name: string): boolean {
  return type.kind === 'record' && type.fields.has(name);
}

/** The value of what is declared under a name. */
export function valueOf(declared: Declared, name: string, span: Span, scope: Scope): Typed {
  switch (declared.kind) {
    case 'input':
      return readInput(declared.input, span);
    case 'manual':
      return { kind: 'fact', fact: declared.manual.fact, type: declared.manual.type, span };
    case 'decision':
      return { kind: 'decision', decision: declared.decision, type: declared.decision.type, span };
    case 'unreadable':
      return failed(span);
    default:
      problem(scope, 'not-a-value', span, { name, kind: declarationOf(declared) });
      return failed(span);
  }
}

/** An input that is a record is read as a whole, built from its facts; any other is a fact itself. */
function readInput(input: Input, span: Span): Typed {
  const [fact] = input.facts;
  const isLeaf = fact !== undefined && input.facts.length === 1 && fact.keys.length === 1;
  if (isLeaf) return { kind: 'fact', fact, type: input.type, span };
  return { kind: 'record', input, fields: fieldsOfInput(input), type: input.type, span };
}

const fieldsOfInputs = new WeakMap<Input, readonly RecordReadField[]>();

function fieldsOfInput(input: Input): readonly RecordReadField[] {
  const known = fieldsOfInputs.get(input);
  if (known !== undefined) return known;
  const fields = input.type.kind === 'record' ? fieldsOf(input.type, [input.name], input.facts) : [];
  fieldsOfInputs.set(input, fields);
  return fields;
}

function fieldsOf(type: RecordType, keys: readonly string[], facts: readonly Fact[]): readonly RecordReadField[] {
  return [...type.fields].map(([name, field]): RecordReadField => {
    const path = [...keys, name];
    const leaf = facts.find((fact) => fact.keys.length === path.length && fact.keys.every((key, index) => key === path[index]));
    if (leaf !== undefined) return { name, value: { kind: 'fact', fact: leaf } };
    return { name, value: { kind: 'fields', fields: field.type.kind === 'record' ? fieldsOf(field.type, path, facts) : [] } };
  });
}

/** The member of that name, if the type expected is an enum that has it. */
export function memberOf(hint: Type | undefined, name: string, span: Span): (Constant & { type: EnumType }) | undefined {
  if (hint?.kind !== 'enum') return undefined;
  const member = findMember(hint, name);
  return member === undefined ? undefined : { kind: 'constant', value: member, type: hint.allowed === undefined ? hint : { ...hint, allowed: undefined }, span };
}

export function findMember({ vocabulary }: EnumType, name: string): EnumMember | undefined {
  return vocabulary.members.find((member) => member.name === name);
}

function unknownName(name: string, span: Span, scope: Scope, hint: Type | undefined): Typed {
  if (isBroken(hint)) return failed(span);
  const unknown = scope.elements.find(({ type }) => type.kind === 'any');
  if (unknown !== undefined) return elementField(unknown, name, span);
  const locals = [...scope.locals.keys(), ...scope.elements.flatMap(({ type }) => (type.kind === 'record' ? [...type.fields.keys()] : []))];
  if (hint?.kind === 'enum') {
    const members = hint.vocabulary.members.map((member) => member.name);
    problem(scope, 'member-unknown', span, { enum: hint.vocabulary.name, name, members, suggestion: suggestion(name, scope.names, isValue, [...members, ...locals]) });
  } else {
    problem(scope, 'name-unknown', span, { name, suggestion: qualifiedMember(name, scope) ?? suggestion(name, scope.names, isValue, [...locals, 'as_of']) });
  }
  return failed(span);
}

/** `Guarantee.credit` for a bare `credit` where no enum is expected. */
function qualifiedMember(name: string, { names }: Scope): string | undefined {
  const owner = names.all.find((one) => {
    const declared = names.known(one);
    return declared?.kind === 'type' && declared.type.kind === 'enum' && findMember(declared.type, name) !== undefined;
  });
  return owner === undefined ? undefined : `${owner}.${name}`;
}

