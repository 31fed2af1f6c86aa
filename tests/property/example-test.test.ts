import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as temporal from './temporal-values.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { literalText } from '../../src/feel/functions/feel-text.ts';
import { decimalOf, multiply, parseDecimal } from '../../src/feel/values/decimal.ts';
import { FeelDate } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { formatPolicy } from '../../src/format/format.ts';
import { compile } from '../../src/library/compile.ts';
import type { Fact, Policy } from '../../src/model/policy.ts';
import type { RecordType, Type } from '../../src/model/type.ts';
import { importedPaths } from '../../src/analyze/example/imported-paths.ts';
import { exampleTest } from '../../src/analyze/example/example-test.ts';

const deep = `policy deep
type Currency = one of CNY, USD
input rate : percent
manual rated : Currency "Which currency?"
`;

const vocabulary = `policy vocabulary
import deep
type Class = one of normal, special, loss ordered, worst last
input region
  code : text
  currency : deep.Currency
`;

/** Members, declarations and keys share names, so that a member has to be written with its enum in one place and bare in another. */
const lending = `policy lending
import vocabulary
type Kind = one of credit, pledge, \`if\`, \`days past due\`, as_of, vocabulary
type Party = record
  pledge : boolean optional
  kind : Kind
type Item = record
  credit : number
  kind : Kind
  party : Party
  note : text optional
input loan
  overdue_days : days >= 0
  balance : money CNY
  share : percent 0%..100%
  ratio : number
  flag : boolean
  kind : Kind
  class : vocabulary.Class
  start : date
  moment : date and time
  hour : time
  term : years and months duration
  wait : days and time duration
  items : list of Item
  party : Party
  \`days past due\` : number optional
input pledge : number optional
input points : list of number
manual confirmed : vocabulary.Class "Is it?"
decision late : boolean = loan.overdue_days > 90
`;

const sources = { 'deep.policy': deep, 'vocabulary.policy': vocabulary, 'lending.policy': lending };

async function lendingWith(tests: string): Promise<Policy> {
  const { policies, diagnostics } = await compile({ ...sources, 'lending.policy': `${lending}\n${tests}` });
  expect(renderAll(diagnostics, { language: 'en', colour: false })).toBe('');
  const policy = policies.get('lending');
  if (policy === undefined) throw new Error('not compiled');
  return policy;
}

function factsOf(policy: Policy): readonly Fact[] {
  return [...importedPaths(policy).keys()].flatMap(({ inputs, manuals }) => [...[...inputs.values()].flatMap(({ facts }) => facts), ...[...manuals.values()].map(({ fact }) => fact)]);
}

const numbers = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -6, max: 6 })).map(([digits, exponent]) => parseDecimal(`${digits}e${exponent}`) ?? decimalOf(0));
const whole = fc.nat().map(decimalOf);
const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\n', '\\u0041', 'a\nb', '贷款\t#', '|', '// x', '\u2028'));

function valuesOf(type: Type): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'text':
      return texts;
    case 'enum':
      return fc.constantFrom(...type.vocabulary.members);
    case 'number': {
      if (type.unit.kind === 'percent') return type.allowed === undefined ? numbers : fc.nat(10_000).map((digits) => multiply(decimalOf(digits), parseDecimal('0.0001') ?? decimalOf(0)));
      const { grain } = type;
      return grain === undefined ? numbers : whole.map((times) => multiply(times, grain));
    }
    case 'date':
      return temporal.dates;
    case 'time':
      return fc.oneof(temporal.localTimes, temporal.offsetTimes, temporal.regionTimes);
    case 'date and time':
      return fc.oneof(temporal.localDateTimes, temporal.offsetDateTimes, temporal.regionDateTimes);
    case 'days and time duration':
      return temporal.daysDurations;
    case 'years and months duration':
      return temporal.monthsDurations;
    case 'list':
      return fc.array(valuesOf(type.item), { maxLength: 3 });
    case 'record':
      return recordsOf(type);
    default:
      throw new Error(`no facts are made of type ${type.kind}`);
  }
}

function recordsOf({ fields }: RecordType): fc.Arbitrary<Value> {
  const entries = [...fields].map(([name, { type, optional }]) => valuesOf(type).map((value) => [name, value] as const).chain((entry) => (optional ? fc.constantFrom([entry], []) : fc.constant([entry]))));
  return fc.tuple(...entries).map((drawn) => new Map(drawn.flat()));
}

/** Facts by what they are called, with values as literals: what two compilations have in common. */
function comparable(facts: ReadonlyMap<Fact, Value>): readonly string[] {
  return [...facts].map(([{ policy, path }, value]) => `${policy}.${path} = ${literalText(value)}`).sort();
}

test('a case written as a test reads back to the same case, in the form of the formatter', async () => {
  const policy = await lendingWith('');
  const facts = factsOf(policy);
  const cases = fc.tuple(...facts.map((fact) => fc.option(valuesOf(fact.type), { nil: undefined, freq: 4 }))).map((drawn) => new Map(facts.flatMap((fact, index) => {
    const value = drawn[index];
    return value === undefined ? [] : [[fact, value] as const];
  })));
  const days = fc.integer({ min: -100_000, max: 100_000 }).map((day) => new FeelDate(day));
  await fc.assert(
    fc.asyncProperty(cases, days, texts, async (given, asOf, title) => {
      const text = exampleTest(policy, title, { facts: given, asOf }, ['late = true']);
      const [read] = (await lendingWith(text)).tests;
      expect(read?.title).toBe(title);
      expect(read?.asOf).toEqual(asOf);
      expect(read?.confirmed).toBe(false);
      expect(read && comparable(read.givens)).toEqual(comparable(given));
      expect(formatPolicy({ path: 'example.policy', text })).toBe(text);
    }),
    { numRuns: 150 },
  );
});

test('an example, to look at', async () => {
  const policy = await lendingWith('');
  const [Kind] = [policy.types.get('Kind')];
  if (Kind?.kind !== 'enum') throw new Error('no enum');
  const values = new Map<string, Value>([
    ['loan.overdue_days', decimalOf(91)],
    ['loan.balance', decimalOf(1_000_000)],
    ['loan.share', parseDecimal('0.255') ?? null],
    ['loan.flag', false],
    ['loan.kind', Kind.vocabulary.members[1] ?? null],
    ['loan.start', new FeelDate(19753)],
    ['loan.party.kind', Kind.vocabulary.members[0] ?? null],
    ['loan.items', [new Map<string, Value>([['credit', decimalOf(1)], ['kind', Kind.vocabulary.members[0] ?? null]])]],
    ['rate', decimalOf(1)],
  ]);
  const facts = new Map(factsOf(policy).flatMap((fact) => {
    const value = values.get(fact.path);
    return value === undefined ? [] : [[fact, value] as const];
  }));
  expect(exampleTest(policy, 'day 91', { facts, asOf: new FeelDate(19753) }, ['late = true'])).toBe(`test "day 91" as of 2024-01-31
  unconfirmed
  given loan { overdue_days: 91, balance: 1000000.00, share: 25.5%, flag: false, kind: Kind.pledge, start: 2024-01-31,
    items: [{ credit: 1, kind: Kind.credit }], party: { kind: credit } }
  given vocabulary.deep.rate 100%
  expect late = true
`);
});
