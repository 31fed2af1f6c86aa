import fc from 'fast-check';
import type { RuleProperties } from 'json-rules-engine';

/** Rules as people write them for json-rules-engine: groups in groups, on one fact each; and facts for them. */

interface FactOfRules {
  readonly fact: string;
  readonly path?: string;
  readonly values: readonly (number | string | boolean)[];
}

const facts: readonly FactOfRules[] = [
  { fact: 'loan', path: '$.days', values: [0, 1, 7, 90, 90.5, -3, 1e21] },
  { fact: 'loan', path: "$.borrower['credit rating']", values: ['A', 'B', 'say "x"'] },
  { fact: 'score', values: [0.1, 0.3, 600, 1e-7] },
  { fact: 'small-business', values: [true, false] },
];

interface Test {
  readonly fact: string;
  readonly path?: string;
  readonly operator: string;
  readonly value: unknown;
}
type Nested = Test | { readonly all: readonly Nested[] } | { readonly any: readonly Nested[] } | { readonly not: Nested };

function testOn({ values, ...place }: FactOfRules): fc.Arbitrary<Test> {
  const single = fc.tuple(fc.constantFrom('equal', 'notEqual', ...(typeof values[0] === 'number' ? ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] : [])), fc.constantFrom(...values));
  const several = fc.tuple(fc.constantFrom('in', 'notIn'), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));
  return fc.oneof(single, several).map(([operator, value]) => ({ ...place, operator, value }));
}

/** Conditions that all speak of one fact. */
function conditionOn(fact: FactOfRules, depth: number): fc.Arbitrary<Nested> {
  if (depth === 0) return testOn(fact);
  const inner = conditionOn(fact, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(testOn(fact), several.map((all) => ({ all })), several.map((any) => ({ any })), inner.map((not) => ({ not })));
}

const condition = fc.constantFrom(...facts).chain((fact) => conditionOn(fact, 2));

const event = fc.oneof(
  fc.record({ message: fc.constantFrom('a', 'b'), level: fc.integer({ min: 0, max: 3 }) }).map((params) => ({ type: 'watch', params })),
  fc.constantFrom(0.5, 1.25).map((rate) => ({ type: 'discount rate', params: { rate } })),
  fc.constant({ type: 'approve' }),
);

const rule = fc.tuple(fc.oneof(fc.array(condition, { maxLength: 4 }).map((all) => ({ all })), fc.constantFrom(...facts).chain((fact) => fc.array(conditionOn(fact, 1), { minLength: 1, maxLength: 3 }).map((any) => ({ any })))), event, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }));

/** So that every fact is one of the policy's. */
const everything = { conditions: { all: facts.map(({ values, ...place }) => ({ ...place, operator: 'equal', value: values[0] })) }, event: { type: 'approve' } };

export const plainRules: fc.Arbitrary<readonly RuleProperties[]> = fc.array(rule, { minLength: 1, maxLength: 6 }).map((rules) => [
  ...rules.map(([conditions, own, priority], index) => ({ ...(index % 2 === 0 ? { name: `rule ${index}` } : {}), ...(priority === undefined ? {} : { priority }), conditions, event: own }) as RuleProperties),
  everything,
]);

const valueOf = (index: number): fc.Arbitrary<number | string | boolean> => fc.constantFrom(...(facts[index]?.values ?? []));

/** Facts that all are there. */
export const ruleFacts: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(fc.oneof(valueOf(0), fc.constant(50)), fc.oneof(valueOf(1), fc.constant('C')), fc.oneof(valueOf(2), fc.constant(0.2)), valueOf(3))
  .map(([days, rating, score, small]) => ({ loan: { days, borrower: { 'credit rating': rating } }, score, 'small-business': small }));

const optionalFacts: readonly FactOfRules[] = [
  { fact: 'amount', values: [0, 0.5, 7, -3] },
  { fact: 'flag', values: [true, false] },
  { fact: 'class', values: ['normal', 'loss'] },
  { fact: 'word', values: ['a', 'b'] },
];

/** A document with a policy whose inputs all are optional, and rules for it that somebody wrote by hand. */
export const optionalDocument: fc.Arbitrary<{ readonly plumbline: unknown; readonly rules: readonly RuleProperties[] }> = fc
  .array(fc.array(fc.constantFrom(...optionalFacts).chain((fact) => conditionOn(fact, 2)), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((rows) => ({
    plumbline: {
      policy: {
        policy: 'optional',
        statements: [
          { type: 'Class', one_of: ['normal', 'watched', 'loss'] },
          { input: 'amount', type: 'number optional' },
          { input: 'flag', type: 'boolean optional' },
          { input: 'class', type: 'Class optional' },
          { input: 'word', type: 'text optional' },
          { decision: 'D', type: 'list of number', table: { hit: 'collect', inputs: optionalFacts.map(({ fact }) => fact), outputs: ['out'] } },
        ],
      },
      facts: [
        { column: 'amount', fact: 'amount', kind: 'number', optional: true },
        { column: 'flag', fact: 'flag', kind: 'boolean', optional: true },
        { column: 'class', fact: 'class', kind: 'enum', members: ['normal', 'watched', 'loss'], optional: true },
        { column: 'word', fact: 'word', kind: 'text', optional: true },
      ],
      outputs: { D: [{ output: 'out', kind: 'number' }] },
    },
    // The last row holds without any fact, as every optional column needs one that does.
    rules: [...rows, []].map((all, index) => ({ name: `D.R${index}`, conditions: { all }, event: { type: 'D', params: { value: index } } }) as RuleProperties),
  }));

/** Facts for it: each may be absent. */
export const optionalCase: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  { amount: fc.constantFrom(0, 0.5, 7, -3, 100), flag: fc.boolean(), class: fc.constantFrom('normal', 'watched', 'loss'), word: fc.constantFrom('a', 'b', 'c') },
  { requiredKeys: [], noNullPrototype: true },
);
