import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { modelDocument } from '../../src/emit/dmn/model-document.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { importsOf } from '../../src/evaluate/facts/shape.ts';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import { parseExactJson } from '../../src/evaluate/facts/exact-json.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import { literalText } from '../../src/feel/functions/feel-text.ts';
import { parseDate, type FeelDate } from '../../src/feel/values/temporal.ts';
import { compile } from '../../src/index.ts';
import { compileModels, evaluateModel, type Model } from '../../src/library/models.ts';
import type { Policy } from '../../src/model/policy.ts';
import { namespaceOf } from '../../src/read/dmn/ids.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { modelInputs, plain } from './dmn-facts.ts';
import { factsFor } from './facts-for.ts';
import { factsText, helperText, policyText } from './generated-policy.ts';

test('a model decides as its policy does, wherever the policy decides, on generated policies', async ({ annotate }) => {
  let tried = 0;
  let refused = 0;
  let compared = 0;
  const asOf = fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-31').map(date);
  fc.assert(
    fc.property(policyText, fc.array(factsText, { minLength: 1, maxLength: 6 }), asOf, (text, cases, asOf) => {
      const policy = checked(text);
      if (policy === undefined) return;
      tried += 1;
      const model = modelOf(policy, []);
      if (model === undefined) {
        refused += 1;
        return;
      }
      for (const json of cases) compared += expectSame(policy, model, decoded(policy, json), asOf);
    }),
    { numRuns: 200, endOnFailure: true },
  );
  await annotate(`${compared} decisions of ${tried - refused} policies; ${refused} cannot be said`);
  expect(compared).toBeGreaterThan(200);
  expect(refused).toBe(0);
});

const shipped = [...(await compile('rules')).policies.values()];

test.for(shipped.filter(({ decisions }) => decisions.size > 0).map((policy) => [policy.name, policy] as const))('the model of the shipped policy %s decides as the policy does', async ([, policy], { annotate }) => {
  const found: Diagnostic[] = [];
  const model = modelOf(policy, found);
  expect(renderAll(found, { language: 'en', colour: false })).toBe('');
  if (model === undefined) return;
  let compared = 0;
  const asOf = fc.constantFrom('2007-07-20', '2023-06-30', '2023-07-01', '2024-09-24', '2025-12-31', '2026-01-01').map(date);
  fc.assert(
    fc.property(factsFor(policy), asOf, (facts, asOf) => {
      compared += expectSame(policy, model, facts, asOf);
    }),
    { numRuns: 200, endOnFailure: true },
  );
  await annotate(`${compared} decisions`);
  expect(compared).toBeGreaterThan(100);
});

function checked(text: string): Policy | undefined {
  const found: Diagnostic[] = [];
  const trees = [helperText, text].map((each, index) => readPolicy({ path: `${index}.policy`, text: each }, (one) => found.push(one)));
  const policies = check(trees, (one) => found.push(one));
  return found.some((one) => severityOf(one) === 'error') ? undefined : policies.find(({ name }) => name === 'generated');
}

/** The policy and all that it imports as models, linked. Undefined where one of them cannot be said. */
function modelOf(policy: Policy, found: Diagnostic[]): Model | undefined {
  const policies = [policy, ...importsOf(policy)];
  const texts = policies.map((each) => modelDocument(each, '', '1.5', (one) => found.push(one)));
  const files = texts.flatMap((text, index) => (text === undefined ? [] : [{ path: `${policies[index]?.name ?? ''}.dmn`, text }]));
  if (files.length < policies.length) return undefined;
  const { models, diagnostics } = compileModels(files);
  const model = models.find(({ tree }) => tree.namespace === namespaceOf(policy.name));
  // What cannot be read is found when an element is first read.
  for (const { tree, reading } of models) [...tree.inputs, ...tree.decisions, ...tree.functions].forEach(reading);
  expect(renderAll(diagnostics, { language: 'en', colour: false })).toBe('');
  return model;
}

/** How many decisions were decided with little work, and so compared. A model computes both sides of `and` and all entries of a context. */
function expectSame(policy: Policy, model: Model, facts: Facts, asOf: FeelDate): number {
  const { asked, frame } = decide(policy, facts, { asOf, work: 20_000 });
  const inputs = modelInputs(policy, facts, asOf);
  let compared = 0;
  for (const step of asked.answered) {
    if (step.kind !== 'decision' || frame.results.outcomes[step.index] !== 'decided') continue;
    const expected = plain(frame.results.values[step.index] ?? null, step.decision.type);
    const result = evaluateModel(model, { kind: 'decision', name: step.decision.name, namespace: namespaceOf(step.decision.policy) }, inputs, { work: 400_000 });
    expect({ decision: step.decision.name, value: literalText(result?.value ?? null) }).toEqual({ decision: step.decision.name, value: literalText(expected) });
    compared += 1;
  }
  return compared;
}

function decoded(policy: Policy, json: string): Facts {
  const result = decodeFacts(policy, parseExactJson(json));
  if ('problems' in result) throw new Error(`the generated facts do not fit: ${json}`);
  return result.facts;
}

function date(text: string): FeelDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
}
