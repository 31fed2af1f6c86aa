import { Engine, type RuleProperties, type RuleResult } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { ruleDocument } from '../../src/emit/json-rules/rule-document.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { Decimal, plainText } from '../../src/feel/values/decimal.ts';
import { formatTemporal, type FeelDate } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { valueToJson } from '../../src/evaluate/value-json.ts';
import { compile } from '../../src/index.ts';
import type { Fact, Policy, PolicyTest } from '../../src/model/policy.ts';
import type { RuleJson } from '../../src/read/json-rules/document.ts';

const { policies, trees } = await compile('rules');

/** The tables of shipped policies that are flat by themselves on some date: the rest computes, or reads other decisions. */
const flat = new Set<string>();

test('the flat tables of the shipped policies, run by plain json-rules-engine, fire the rows that Plumbline fires in every test of theirs', async ({ annotate }) => {
  let compared = 0;
  for (const policy of policies.values()) {
    const rules = rulesOnDates(policy);
    for (const each of policy.tests) {
      for (const [decision, own] of rules(each.asOf)) {
        const answer = evaluate(policy, { values: each.givens }, { asOf: each.asOf, decisions: [decision] }).decisions[decision];
        // Rules ask for no fact beforehand: what a caller must send is Plumbline's to say.
        if (answer === undefined || answer.outcome === 'missing_facts') continue;
        flat.add(`${policy.name}.${decision}`);
        // The engine writes into the rules that it is given.
        const engine = new Engine(structuredClone(own) as RuleProperties[], { allowUndefinedFacts: true });
        const { results } = await engine.run(factsOf(policy, each));
        const fired = counting(policy, decision, results).map(({ name }) => name).sort();
        expect(fired, `${policy.name}, ${each.title}: ${decision}`).toEqual([...(answer.reasons?.[0]?.rules ?? answer.rules)].sort());
        compared += 1;
      }
    }
  }
  await annotate(`${flat.size} tables, ${compared} answers compared: ${[...flat].join(', ')}`);
  expect(flat).toContain('loan_classification.overdue_floor');
  expect(compared).toBeGreaterThan(100);
});

/** Of a table whose rows come in an order the first counts, and those that give the same by rank. */
function counting(policy: Policy, decision: string, results: readonly RuleResult[]): readonly RuleResult[] {
  const hitPolicies = new Set(policy.decisions.get(decision)?.bodies.map((body) => (body.kind === 'table' ? body.hitPolicy : body.kind)));
  const [first] = results;
  if (hitPolicies.has('first')) return results.slice(0, 1);
  return hitPolicies.has('priority') ? results.filter(({ event }) => event?.params?.['value'] === first?.event?.params?.['value']) : results;
}

/** The rules of every decision that can be said by itself, by the date, made once for each. */
function rulesOnDates(policy: Policy): (asOf: FeelDate) => ReadonlyMap<string, readonly RuleJson[]> {
  const known = new Map<string, ReadonlyMap<string, readonly RuleJson[]>>();
  const tree = trees.find(({ file }) => file.path === policy.file.path);
  return (asOf) => {
    const date = formatTemporal(asOf);
    const made = known.get(date) ?? new Map([...policy.decisions.keys()].flatMap((name) => {
      const document = tree && ruleDocument(tree, policy, { asOf, decisions: [name] }, () => undefined);
      return document === undefined ? [] : [[name, document.rules] as const];
    }));
    known.set(date, made);
    return made;
  };
}

/** A test's facts as a program would give them to the engine: numbers as JSON numbers. */
function factsOf(policy: Policy, { givens }: PolicyTest): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [fact, value] of givens) {
    const [last = '', ...owners] = keysOf(policy, fact).reverse();
    let into = facts;
    for (const owner of owners.reverse()) into = (into[owner] ??= {}) as Record<string, unknown>;
    into[last] = plain(value, fact);
  }
  return facts;
}

function keysOf(policy: Policy, fact: Fact): string[] {
  return fact.policy === policy.name ? [...fact.keys] : [fact.policy, ...fact.keys];
}

function plain(value: Value, fact: Fact): unknown {
  return value instanceof Decimal ? Number(plainText(value)) : valueToJson(value, fact.type);
}
