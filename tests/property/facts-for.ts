import fc from 'fast-check';
import { importsOf } from '../../src/evaluate/facts/shape.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import { conformanceTo } from '../../src/evaluate/run/conform.ts';
import { Decimal, add, decimalOf, subtract } from '../../src/feel/values/decimal.ts';
import { FeelDate } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { expressionsOfTest, walk } from '../../src/model/children.ts';
import type { Fact, Policy } from '../../src/model/policy.ts';
import { expressionsOf } from '../../src/model/reads.ts';
import type { RecordType, Type } from '../../src/model/type.ts';

/** Facts that fit a policy, at and next to every bound that it names; now and then one is absent. */
export function factsFor(policy: Policy): fc.Arbitrary<Facts> {
  const policies = [policy, ...importsOf(policy)];
  const bounds = policies.flatMap(constantsIn);
  const facts = policies.flatMap(({ inputs, manuals }) => [...[...inputs.values()].flatMap((input) => input.facts), ...[...manuals.values()].map(({ fact }) => fact)]);
  const values = facts.map((fact) => fc.option(valuesOf(fact.type, bounds), { nil: undefined, freq: fact.optional ? 2 : 200 }));
  return fc.tuple(...values).map((drawn) => ({ values: new Map(facts.flatMap((fact, index) => present(fact, drawn[index]))) }));
}

function present(fact: Fact, value: Value | undefined): readonly (readonly [Fact, Value])[] {
  return value === undefined ? [] : [[fact, value]];
}

/** Every literal of a policy's decisions, functions and triggers. */
function constantsIn({ decisions, functions, triggers }: Policy): readonly Value[] {
  const found: Value[] = [];
  walk([...decisions.values(), ...functions.values(), ...triggers.values()].flatMap(expressionsOf), (node) => {
    if (node.kind === 'constant') found.push(node.value);
    if (node.kind === 'membership') walk(expressionsOfTest(node.test), (inner) => inner.kind === 'constant' && found.push(inner.value));
  });
  return found;
}

function valuesOf(type: Type, bounds: readonly Value[]): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...type.vocabulary.members.filter(conformanceTo(type)));
    case 'text':
      return fc.constantFrom('', '42', '__proto__', ...bounds.filter((value) => typeof value === 'string'));
    case 'number': {
      const step = type.grain ?? decimalOf(1);
      const near = [decimalOf(0), decimalOf(1000), ...bounds.filter((value) => value instanceof Decimal)].flatMap((bound) => [bound, add(bound, step), subtract(bound, step)]);
      return fc.constantFrom(...near.filter(conformanceTo(type)));
    }
    case 'date': {
      const near = [new FeelDate(19753), ...bounds.filter((value) => value instanceof FeelDate)].flatMap(({ epochDay }) => [epochDay - 1, epochDay, epochDay + 1]);
      return fc.constantFrom(...near.map((day) => new FeelDate(day)).filter(conformanceTo(type)));
    }
    case 'list':
      return fc.array(valuesOf(type.item, bounds), { maxLength: 3 });
    case 'record':
      return recordsOf(type, bounds);
    default:
      throw new Error(`no facts are made of type ${type.kind}`);
  }
}

function recordsOf({ fields }: RecordType, bounds: readonly Value[]): fc.Arbitrary<Value> {
  const entries = [...fields].map(([name, { type, optional }]) => {
    const value = valuesOf(type, bounds).map((drawn): readonly (readonly [string, Value])[] => [[name, drawn]]);
    return optional ? fc.oneof(value, fc.constant([])) : value;
  });
  return fc.tuple(...entries).map((drawn) => new Map(drawn.flat()));
}
