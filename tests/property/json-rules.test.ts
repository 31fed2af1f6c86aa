import fc from 'fast-check';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { laidOutJson } from '../../src/emit/json-rules/json-layout.ts';
import { ruleDocument } from '../../src/emit/json-rules/rule-document.ts';
import { evaluate, renderAll, type DecisionAnswer, type Policy } from '../../src/index.ts';
import { readSource } from '../../src/read/read-source.ts';
import { flatFacts, flatPolicy } from './flat-tables.ts';
import { optionalCase, optionalDocument, plainRules, ruleFacts } from './plain-rules.ts';

/** Rules that fired, in the engine's order, by decision. */
type Fired = ReadonlyMap<string, readonly { readonly name: string; readonly value: unknown }[]>;

test('a converted table, run by plain json-rules-engine, gives the same events; read again, it is the same policy', async ({ annotate }) => {
  const counts = { converted: 0, refused: 0, compared: 0 };
  await fc.assert(
    fc.asyncProperty(flatPolicy, fc.array(flatFacts, { minLength: 1, maxLength: 8 }), async (text, cases) => {
      const policy = compiled('flat.policy', text);
      const { json, found } = rulesOf(policy);
      if (json === undefined) {
        expect(new Set(found.map(({ code }) => code)), shown(found)).toEqual(new Set(['rules-cannot-say']));
        counts.refused += 1;
        return;
      }
      counts.converted += 1;
      const again = compiled('flat.rules.json', json);
      expect(rulesOf(again).json).toBe(json);
      const { rules } = JSON.parse(json) as { readonly rules: readonly RuleProperties[] };
      for (const facts of cases) {
        const fired = await run(rules, facts);
        for (const { name } of policy.decisions.values()) {
          const answer = answerOf(policy, facts, name);
          const explained = `${text}\n${JSON.stringify(facts)}\n${json}`;
          expect(withoutPolicy(answerOf(again, facts, name)), explained).toEqual(withoutPolicy(answer));
          expect(answerFrom(policy, name, fired.get(name) ?? []), explained).toEqual(plainAnswer(policy, name, answer));
          counts.compared += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  await annotate(`${counts.converted} policies converted, ${counts.refused} refused, ${counts.compared} answers compared`);
  expect(counts.converted).toBeGreaterThan(counts.refused);
});

test('rules that stand alone, read as a policy, give what json-rules-engine gives', async ({ annotate }) => {
  const counts = { read: 0, never: 0, compared: 0 };
  await fc.assert(
    fc.asyncProperty(plainRules, fc.array(ruleFacts, { minLength: 1, maxLength: 8 }), async (rules, cases) => {
      const json = JSON.stringify(rules);
      const { policy, found } = checked('plain.rules.json', json);
      // Bounds that leave nothing between them, which no row has.
      if (found.length > 0 && found.every(({ code }) => code === 'range-reversed')) {
        counts.never += 1;
        return;
      }
      if (policy === undefined || found.length > 0) expect.fail(`${shown(found)}\n${json}`);
      counts.read += 1;
      for (const facts of cases) {
        const fired = await run(rules, facts);
        for (const { name } of policy.decisions.values()) {
          const events = (fired.get(name) ?? []).map(({ value }) => JSON.stringify(value));
          const { value } = answerOf(policy, facts, name);
          const given = (Array.isArray(value) ? value : []).map((each: unknown) => JSON.stringify(plainValue(each)));
          const isOrdered = hitPolicyOf(policy, name) === 'rule order';
          expect(isOrdered ? given : given.sort(), `${json}\n${JSON.stringify(facts)}`).toEqual(isOrdered ? events : events.sort());
          counts.compared += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  await annotate(`${counts.read} lists of rules read, ${counts.never} with a rule that never holds, ${counts.compared} answers compared`);
  expect(counts.read).toBeGreaterThan(counts.never);
});

test('rules on facts that may be absent, written by hand, mean to the policy what they mean to json-rules-engine', async ({ annotate }) => {
  const counts = { read: 0, never: 0, compared: 0 };
  await fc.assert(
    fc.asyncProperty(optionalDocument, fc.array(optionalCase, { minLength: 1, maxLength: 8 }), async (document, cases) => {
      const json = JSON.stringify(document);
      const { policy, found } = checked('optional.rules.json', json);
      if (found.length > 0 && found.every(({ code }) => code === 'range-reversed' || code === 'rule-condition-unsupported')) {
        counts.never += 1;
        return;
      }
      if (policy === undefined || found.length > 0) expect.fail(`${shown(found)}\n${json}`);
      counts.read += 1;
      for (const facts of cases) {
        const fired = (await run(document.rules, facts)).get('D') ?? [];
        expect([...answerOf(policy, facts, 'D').rules].sort(), `${json}\n${JSON.stringify(facts)}`).toEqual(fired.map(({ name }) => name).sort());
        counts.compared += 1;
      }
    }),
    { numRuns: 150 },
  );
  await annotate(`${counts.read} documents read, ${counts.never} with a rule that never holds, ${counts.compared} answers compared`);
  expect(counts.read).toBeGreaterThan(counts.never);
});

async function run(rules: readonly RuleProperties[], facts: Readonly<Record<string, unknown>>): Promise<Fired> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  // The engine writes into the rules that it is given.
  structuredClone(rules).forEach((rule) => engine.addRule(rule));
  const { results } = await engine.run(facts);
  const fired = new Map<string, { name: string; value: unknown }[]>();
  for (const { name, event } of results) {
    const params = event?.params;
    const value = params === undefined ? true : 'value' in params ? (params['value'] as unknown) : singleOf(params);
    fired.set(event?.type ?? '', [...(fired.get(event?.type ?? '') ?? []), { name, value }]);
  }
  return fired;
}

function singleOf(params: Readonly<Record<string, unknown>>): unknown {
  const values = Object.values(params);
  return values.length === 1 ? values[0] : params;
}

/** What docs/json-rules.md says that the events of a decision come to. */
function answerFrom(policy: Policy, decision: string, fired: readonly { readonly name: string; readonly value: unknown }[]): unknown {
  const hitPolicy = hitPolicyOf(policy, decision);
  const values = fired.map(({ value }) => value);
  const [first] = values;
  const distinct = new Set(values.map((value) => JSON.stringify(value)));
  switch (hitPolicy) {
    case 'unique':
      return fired.length === 0 ? { outcome: 'no_match' } : fired.length > 1 ? { outcome: 'conflict' } : { outcome: 'decided', value: first };
    case 'any':
      return fired.length === 0 ? { outcome: 'no_match' } : distinct.size > 1 ? { outcome: 'conflict' } : { outcome: 'decided', value: first };
    case 'first':
    case 'priority':
      return fired.length === 0 ? { outcome: 'no_match' } : { outcome: 'decided', value: first };
    case 'collect':
      return { outcome: 'decided', value: inAnyOrder(values) };
    default:
      return { outcome: 'decided', value: values };
  }
}

function inAnyOrder(values: readonly unknown[]): readonly unknown[] {
  return [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function plainAnswer(policy: Policy, decision: string, { outcome, value }: DecisionAnswer): unknown {
  if (outcome !== 'decided') return { outcome };
  const plain = plainValue(value);
  return { outcome, value: hitPolicyOf(policy, decision) === 'collect' && Array.isArray(plain) ? inAnyOrder(plain) : plain };
}

function hitPolicyOf(policy: Policy, decision: string): string | undefined {
  const body = policy.decisions.get(decision)?.bodies[0];
  return body?.kind === 'table' ? body.hitPolicy : undefined;
}

/** A number that is written as a text as a number; no text of these policies looks like one. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainValue(each)]));
  return typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}

/** An answer without what names places in files. */
function withoutPolicy({ outcome, value, rules }: DecisionAnswer): unknown {
  return { outcome, value, rules };
}

function answerOf(policy: Policy, facts: Readonly<Record<string, unknown>>, decision: string): DecisionAnswer {
  const answer = evaluate(policy, JSON.stringify(facts), { asOf: '2024-01-31', decisions: [decision] }).decisions[decision];
  if (answer === undefined) throw new Error(`no answer for ${decision}`);
  return answer;
}

function checked(path: string, text: string): { readonly policy: Policy | undefined; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const [policy] = check([readSource({ path, text }, (one) => found.push(one))], (one) => found.push(one));
  return { policy, found };
}

function compiled(path: string, text: string): Policy {
  const { policy, found } = checked(path, text);
  if (policy === undefined || found.length > 0) expect.fail(`${shown(found)}\n${text}`);
  return policy;
}

function rulesOf(policy: Policy): { readonly json: string | undefined; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const document = ruleDocument(readSource(policy.file, () => undefined), policy, { asOf: undefined, decisions: [] }, (one) => found.push(one));
  return { json: document && laidOutJson(document), found };
}

function shown(found: readonly Diagnostic[]): string {
  return renderAll(found, { language: 'en', colour: false });
}
