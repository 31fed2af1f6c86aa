import { isContext, isList } from '../../../feel/functions/shapes.ts';
import { EnumMember } from '../../../feel/values/enum.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Decision, Fact, Policy, Trigger } from '../../../model/policy.ts';
import type { Type } from '../../../model/type.ts';

/**
 * A value as another reading of the same policy knows it: members of enums are objects of the policy that declares them.
 */
export function twinValue(value: Value, type: Type): Value {
  if (value instanceof EnumMember) return type.kind === 'enum' ? (type.vocabulary.members[value.rank] ?? value) : value;
  if (isList(value)) return type.kind === 'list' ? value.map((item) => twinValue(item, type.item)) : value;
  if (isContext(value) && type.kind === 'record') {
    return new Map([...value].map(([name, entry]) => [name, twinValue(entry, type.fields.get(name)?.type ?? { kind: 'any' })]));
  }
  return value;
}

/** What a fact, decision or trigger is called in any reading of its policy. */
export function keyOf(named: Fact | Decision | Trigger): string {
  return `${named.policy}: ${'path' in named ? named.path : named.name}`;
}

/** The decision or trigger of the same name in another reading of a policy. */
export function twinOf(reader: Decision | Trigger, policy: Policy): Decision | Trigger | undefined {
  return reader.kind === 'decision' ? policy.decisions.get(reader.name) : policy.triggers.get(reader.name);
}
