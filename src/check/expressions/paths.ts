import { closest } from '../../diagnostics/closest.ts';
import { temporalPropertyNames, temporalPropertyType } from '../../feel/values/temporal-property.ts';
import type { RecordRead, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { EnumType, RecordType, Type } from '../../model/type.ts';
import type { Expression, Path } from '../../read/tree/expression.ts';
import type { Names } from '../names/names.ts';
import { isValue, namesThat } from '../names/suggest.ts';
import { infer } from './infer.ts';
import { hasField, memberOf, valueOf } from './names.ts';
import { failed, problem, type Scope } from './scope.ts';

/** What stands before a `.` without being a value. */
export type Namespace =
  /** Undefined names: an import that could not be resolved (a diagnostic says so). */
  | { readonly kind: 'policy'; readonly names: Names | undefined; readonly own: boolean }
  | { readonly kind: 'enum'; readonly type: EnumType }
  | { readonly kind: 'manual'; readonly names: Names };

/** Reads `target.name`: a fact, a field, a member `Guarantee.credit`, something imported, a part of a date. */
export function readPath(path: Path, scope: Scope): Typed {
  const namespace = namespaceOf(path.target, scope);
  if (namespace !== undefined) return readIn(namespace, path, scope);
  return partOf(infer(path.target, scope), path, scope);
}

/** What a name or path stands for, if not for a value. A variable or declared value of that name comes first. */
export function namespaceOf(expression: Expression, scope: Scope): Namespace | undefined {
  if (expression.kind === 'name') return namespaceNamed(expression.name, scope);
  if (expression.kind !== 'path') return undefined;
  const outer = namespaceOf(expression.target, scope);
  if (outer?.kind !== 'policy' || outer.names === undefined) return outer?.kind === 'policy' ? outer : undefined;
  if (expression.name === 'manual') return { kind: 'manual', names: outer.names };
  const declared = outer.names.use(expression.name);
  return declared?.kind === 'type' && declared.type.kind === 'enum' ? { kind: 'enum', type: declared.type } : undefined;
}

function namespaceNamed(name: string, scope: Scope): Namespace | undefined {
  if (scope.locals.has(name) || scope.elements.some((element) => hasField(element, name))) return undefined;
  const declared = scope.names.use(name);
  if (declared === undefined) {
    if (name === 'manual') return { kind: 'manual', names: scope.names };
    return name === scope.names.policy ? { kind: 'policy', names: scope.names, own: true } : undefined;
  }
  if (declared.kind === 'import') return { kind: 'policy', names: declared.names, own: false };
  return declared.kind === 'type' && declared.type.kind === 'enum' ? { kind: 'enum', type: declared.type } : undefined;
}

function readIn(namespace: Namespace, { name, nameSpan, span }: Path, scope: Scope): Typed {
  switch (namespace.kind) {
    case 'enum': {
      const member = memberOf(namespace.type, name, span);
      if (member !== undefined) return member;
      const members = namespace.type.vocabulary.members.map((one) => one.name);
      problem(scope, 'member-unknown', nameSpan, { enum: namespace.type.vocabulary.name, name, members, suggestion: closest(name, members) });
      return failed(span);
    }
    case 'manual': {
      const declared = namespace.names.find(name);
      if (declared?.kind === 'manual' || declared?.kind === 'unreadable') return valueOf(declared, name, span, scope);
      problem(scope, 'name-unknown', span, { name: `manual.${name}`, suggestion: manualNear(name, namespace.names) });
      return failed(span);
    }
    case 'policy': {
      if (namespace.names === undefined) return failed(span);
      const declared = namespace.names.find(name);
      if (declared !== undefined && (declared.kind !== 'import' || namespace.own)) return valueOf(declared, name, span, scope);
      reportUnknownImported(namespace.names, name, nameSpan, scope);
      return failed(span);
    }
  }
}

/** Reports a name that an imported policy does not declare. */
export function reportUnknownImported(names: Names, name: string, span: Expression['span'], scope: Scope): void {
  const near = closest(name, namesThat(names, (kind) => isValue(kind) || kind === 'type' || kind === 'function'));
  problem(scope, 'imported-name-unknown', span, { policy: names.policy, name, suggestion: near === undefined ? undefined : `${names.policy}.${near}` });
}

function manualNear(name: string, names: Names): string | undefined {
  const near = closest(name, namesThat(names, (kind) => kind === 'manual'));
  return near === undefined ? undefined : `manual.${near}`;
}

/** A part of a value: a record's field, that field of each record in a list, a date's year, a range's end. */
function partOf(target: Typed, { name, nameSpan, span }: Path, scope: Scope): Typed {
  if (target.kind === 'record') return partOfInput(target, name, nameSpan, span, scope);
  const { type } = target;
  const record = recordIn(type);
  if (record !== undefined) {
    const field = record.fields.get(name);
    if (field === undefined) return unknownField(record, name, nameSpan, span, scope);
    return { kind: 'path', target, name, type: type.kind === 'list' ? { kind: 'list', item: field.type } : field.type, span };
  }
  const unknown = type.kind === 'list' ? type.item : type;
  if (unknown.kind === 'any') return { kind: 'path', target, name, type: unknown, span };
  const part = temporalPropertyType(type, name);
  if (part !== undefined) return { kind: 'path', target, name, type: part, span };
  problem(scope, 'property-unknown', nameSpan, { type: typeText(type), name, suggestion: closest(name, temporalPropertyNames(type)) });
  return failed(span);
}

function partOfInput(target: RecordRead, name: string, nameSpan: Path['span'], span: Path['span'], scope: Scope): Typed {
  if (target.type.kind !== 'record') return failed(span);
  const field = target.type.fields.get(name);
  const read = target.fields.find((one) => one.name === name)?.value;
  if (field === undefined || read === undefined) return unknownField(target.type, name, nameSpan, span, scope, target.input.name);
  if (read.kind === 'fact') return { kind: 'fact', fact: read.fact, type: field.type, span };
  return { kind: 'record', input: target.input, fields: read.fields, type: field.type, span };
}

function unknownField(record: RecordType, name: string, nameSpan: Path['span'], span: Path['span'], scope: Scope, called?: string): Typed {
  const fields = [...record.fields.keys()];
  problem(scope, 'field-unknown', nameSpan, { type: record.name ?? called ?? typeText(record), name, fields, suggestion: closest(name, fields) });
  return failed(span);
}

function recordIn(type: Type): RecordType | undefined {
  if (type.kind === 'record') return type;
  return type.kind === 'list' && type.item.kind === 'record' ? type.item : undefined;
}
