import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../tree/span.ts';
import type { Field, InputStatement, Statement, TypeStatement } from '../tree/statement.ts';
import { stepsOf } from './fact-path.ts';
import type { InferredFact } from './inferred-facts.ts';
import { namedType, useOf } from './inferred-types.ts';

/** A fact as the rules use it: whole, or as an object with parts. */
interface Part {
  readonly span: Span;
  kind: string | undefined;
  readonly parts: Map<string, Part>;
}

/** The inputs that hold these facts, with the record types of objects within objects. Undefined where one is used both whole and in parts; that is reported. */
export function inferredInputs(facts: readonly InferredFact[], report: Report): readonly Statement[] | undefined {
  const roots = new Map<string, Part>();
  for (const { column, span } of facts) {
    const steps = column.path === undefined ? [] : (stepsOf(column.path) ?? []);
    let part = partOf(roots, column.fact, span);
    for (const step of steps) part = partOf(part.parts, step, span);
    part.kind = column.kind;
  }
  const clashing = [...roots].flatMap(([name, part]) => clashesIn(name, part));
  for (const { name, span } of clashing) report(diagnostic('rule-type-unclear', span, { name, problem: { en: 'it is compared as a whole and in parts', zh: '它既作为整体又按部分比较' } }));
  return clashing.length > 0 ? undefined : [...roots].flatMap(([name, part]) => inputOf(name, part));
}

function partOf(parts: Map<string, Part>, name: string, span: Span): Part {
  const part = parts.get(name) ?? { span, kind: undefined, parts: new Map() };
  parts.set(name, part);
  return part;
}

function clashesIn(name: string, { kind, parts, span }: Part): readonly { readonly name: string; readonly span: Span }[] {
  const inner = [...parts].flatMap(([step, part]) => clashesIn(`${name}.${step}`, part));
  return kind !== undefined && parts.size > 0 ? [{ name, span }, ...inner] : inner;
}

function inputOf(name: string, part: Part): readonly Statement[] {
  const { kind, span } = part;
  const head = { kind: 'input', name: { name, span }, label: undefined, span } as const;
  if (kind !== undefined) return [{ ...head, definition: { kind: 'use', use: useOf(namedType(kind, span), span) } }];
  const { fields, types } = fieldsOf(name, part);
  const input: InputStatement = { ...head, definition: { kind: 'record', fields } };
  return [...types, input];
}

/** The fields of an object; those that are objects themselves have types of their own, named after the way to them. */
function fieldsOf(owner: string, { parts }: Part): { readonly fields: readonly Field[]; readonly types: readonly TypeStatement[] } {
  const types: TypeStatement[] = [];
  const fields = [...parts].map(([name, part]): Field => {
    const { span, kind } = part;
    const type = kind ?? `${owner}_${name}`;
    if (kind === undefined) {
      const inner = fieldsOf(type, part);
      types.push(...inner.types, { kind: 'type', name: { name: type, span }, label: undefined, definition: { kind: 'record', fields: inner.fields }, span });
    }
    return { name: { name, span }, label: undefined, use: useOf(namedType(type, span), span), span };
  });
  return { fields, types };
}
