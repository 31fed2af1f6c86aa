import { importsOf } from '../../src/evaluate/facts/shape.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import { isContext, isList } from '../../src/feel/functions/shapes.ts';
import { EnumMember } from '../../src/feel/values/enum.ts';
import type { FeelDate } from '../../src/feel/values/temporal.ts';
import { MISSING, type Value } from '../../src/feel/values/value.ts';
import type { ModelInput } from '../../src/library/models.ts';
import type { Fact, Policy } from '../../src/model/policy.ts';
import type { Type } from '../../src/model/type.ts';
import { namespaceOf } from '../../src/read/dmn/ids.ts';

/** The facts of a case as the inputs of a policy's model and of those that it imports: what is absent is null. */
export function modelInputs(policy: Policy, { values }: Facts, asOf: FeelDate): readonly ModelInput[] {
  return [policy, ...importsOf(policy)].flatMap((owner): readonly ModelInput[] => {
    const namespace = namespaceOf(owner.name);
    const inputs = [...owner.inputs.values()].map(({ name, type, facts }): ModelInput => ({ name, namespace, value: valueOf(type, [name], facts, values) }));
    const answers = new Map([...owner.manuals.values()].map(({ name, fact }): [string, Value] => [name, plain(given(values, fact), fact.type)]));
    return [...inputs, { name: 'manual', namespace, value: answers }, { name: 'as_of', namespace, value: asOf }];
  });
}

function valueOf(type: Type, keys: readonly string[], facts: readonly Fact[], values: Facts['values']): Value {
  const fact = facts.find((one) => one.keys.join('.') === keys.join('.'));
  if (fact !== undefined) return plain(given(values, fact), type);
  if (type.kind !== 'record') return null;
  return new Map([...type.fields].map(([name, field]): [string, Value] => [name, valueOf(field.type, [...keys, name], facts, values)]));
}

/** A value as a model has it: an enum's member is a string, and a record has all its entries. */
export function plain(value: Value, type: Type): Value {
  if (value instanceof EnumMember) return value.name;
  if (isList(value)) return value.map((item) => plain(item, type.kind === 'list' ? type.item : { kind: 'any' }));
  if (!isContext(value)) return value;
  if (type.kind !== 'record') return new Map([...value].map(([key, entry]): [string, Value] => [key, plain(entry, { kind: 'any' })]));
  return new Map([...type.fields].map(([name, field]): [string, Value] => [name, plain(value.get(name) ?? null, field.type)]));
}

function given(values: Facts['values'], fact: Fact): Value {
  const value = values.get(fact);
  return value === undefined || value === MISSING ? null : value;
}
