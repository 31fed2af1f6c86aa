import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CitationAnswer, DecisionAnswer, Json, Reason, TriggerAnswer } from '../answer.ts';
import type { Result } from './result-text.ts';
import { writeResult } from './result-text.ts';
import { utf8 } from '../utf8.ts';

function resultText(result: Result): string {
  const written = utf8();
  writeResult(written, result);
  return Buffer.from(written.bytes()).toString();
}

const text = fc.string({ unit: 'grapheme', maxLength: 6 });
const texts = fc.array(text, { maxLength: 3 });
const outcome = fc.constantFrom('decided', 'no_match', 'missing_facts', 'conflict', 'error');
/** fast-check's JSON values are JSON, though it types them as unknown. Strings stand for numbers, as in what is hashed. */
const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }).map((value) => stringified(value as Json));

function stringified(value: Json): Json {
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(stringified);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stringified(member)]));
}

const cite: fc.Arbitrary<CitationAnswer> = fc.record({ source: text, of: text, citation: text, basis: fc.constantFrom('law', 'bank_choice') }, { requiredKeys: ['source', 'of', 'citation'] });
const at = fc.record({ file: text, line: fc.nat(), column: fc.nat() });
const reason: fc.Arbitrary<Reason> = fc.record({ message: text, code: text, rules: texts, missing: texts, decision: text, at }, { requiredKeys: ['message', 'code'] });
const grounds = { cites: fc.array(cite, { maxLength: 2 }), because: texts, outcome };
const reasons = fc.array(reason, { maxLength: 2 });
const decision: fc.Arbitrary<DecisionAnswer> = fc.record({ ...grounds, rules: texts, value: json, reasons }, { requiredKeys: ['cites', 'because', 'outcome', 'rules'] });
const trigger: fc.Arbitrary<TriggerAnswer> = fc.record({ ...grounds, fired: fc.boolean(), reasons }, { requiredKeys: ['cites', 'because', 'outcome'] });
const result: fc.Arbitrary<Result> = fc.record({
  outcome,
  decisions: fc.dictionary(text, decision, { maxKeys: 4 }),
  triggers: fc.dictionary(text, trigger, { maxKeys: 3 }),
  events: fc.array(fc.record({ event: text, trigger: text, data: json }), { maxLength: 2 }),
});

/** The definition, word for word: the result as RFC 8785 writes it, without words and places of reasons. */
function defined(whole: Result): string | undefined {
  const plain = JSON.parse(JSON.stringify(whole)) as Result;
  for (const found of [...Object.values(plain.decisions), ...Object.values(plain.triggers)]) {
    for (const each of found.reasons ?? []) {
      Reflect.deleteProperty(each, 'message');
      Reflect.deleteProperty(each, 'at');
    }
  }
  return canonicalize(plain);
}

test('is the canonical JSON of the result, whatever it holds', () => {
  fc.assert(
    fc.property(result, (whole) => {
      expect(resultText(whole)).toBe(defined(whole));
    }),
  );
});

test('names that are whole numbers are ordered as text', () => {
  const answer: DecisionAnswer = { outcome: 'decided', value: { 9: 1, 10: 2 }, rules: [], because: [], cites: [] };
  expect(resultText({ outcome: 'decided', decisions: { 9: answer, 10: answer }, triggers: {}, events: [] })).toMatch(/"10":.*"value":\{"10":"2","9":"1"\}.*"9":/);
});
