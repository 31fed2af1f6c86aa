import type { Json } from '../evaluate/answer.ts';
import type { Shape } from '../evaluate/facts/shape.ts';
import { shapeOf } from '../evaluate/facts/shape.ts';
import { valueToJson } from '../evaluate/value-json.ts';
import { formatTemporal } from '../feel/values/temporal.ts';
import type { Policy, PolicyTest } from '../model/policy.ts';

/** A question that a policy's author has written down as a test, as a caller would send it. */
export interface ExampleQuestion {
  readonly facts: Json;
  readonly as_of: string;
  readonly decisions: readonly string[];
}

/** The first of a policy's tests whose decisions are expected to be reached; undefined for a policy without one. */
export function exampleQuestion(policy: Policy): ExampleQuestion | undefined {
  const test = policy.tests.find(({ expectations }) => expectations.some(({ expected }) => expected.kind === 'value'));
  return test && questionOf(policy, test);
}

/**
 * A test as a question: its facts as a caller would send them, and what it has expectations of. The answers of people
 * need a name and a date, which a test's checked facts no longer hold.
 */
function questionOf(policy: Policy, test: PolicyTest): ExampleQuestion {
  const names = test.expectations.map(({ subject }) => (subject.policy === policy.name ? subject.name : `${subject.policy}.${subject.name}`));
  return { facts: factsJson(shapeOf(policy), test) ?? {}, as_of: formatTemporal(test.asOf), decisions: [...new Set(names)] };
}

function factsJson(shape: Shape, test: PolicyTest): Json | undefined {
  if (shape.kind === 'branch') {
    const entries = [...shape.entries].flatMap(([name, inner]): [string, Json][] => {
      const json = factsJson(inner, test);
      return json === undefined ? [] : [[name, json]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  const value = test.givens.get(shape.fact);
  if (value === undefined) return undefined;
  const json = valueToJson(value, shape.fact.type);
  return shape.kind === 'manual' ? { value: json, who: 'A. Reviewer', when: formatTemporal(test.asOf) } : json;
}
