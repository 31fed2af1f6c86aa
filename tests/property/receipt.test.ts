import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import { parseExactJson } from '../../src/evaluate/facts/exact-json.ts';
import { factsText } from '../../src/evaluate/receipt/facts-text.ts';
import type { Result } from '../../src/evaluate/receipt/result-text.ts';
import { writeResult } from '../../src/evaluate/receipt/result-text.ts';
import { compile } from '../../src/library/compile.ts';
import { ask } from '../../src/library/request.ts';
import type { Policy } from '../../src/model/policy.ts';
import { lending } from '../service/lending-policy.ts';
import { utf8 } from '../../src/evaluate/utf8.ts';

function resultText(result: Result): string {
  const written = utf8();
  writeResult(written, result);
  return Buffer.from(written.bytes()).toString();
}

let policy: Policy;

beforeAll(async () => {
  const compiled = (await compile(lending)).policies.get('lending');
  if (compiled === undefined) throw new Error('the policy has errors');
  policy = compiled;
});

/** A value as JSON text in several spellings that mean the same. */
type Spellings = fc.Arbitrary<readonly [string, ...string[]]>;

/** Whole hundredths as decimal texts: plain, with zeros, quoted, with an exponent. */
function number(min: number, max: number, scale: 0 | 2): Spellings {
  return fc.integer({ min, max }).map((units) => {
    const plain = scale === 0 ? String(units) : (units / 100).toFixed(2);
    const padded = scale === 0 ? `${plain}.000` : `${plain}0`;
    return [plain, padded, `"${plain}"`, `"${padded}"`, `${units}e-${scale}`] as const;
  });
}

const text: Spellings = fc.string({ unit: 'grapheme', maxLength: 8 }).map((value) => [JSON.stringify(value), escaped(value)] as const);

function escaped(value: string): string {
  return `"${[...Array(value.length).keys()].map((index) => `\\u${value.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')}"`;
}

function oneOf(...values: readonly string[]): Spellings {
  return fc.constantFrom(...values).map((value) => [value] as const);
}

const leaves: Readonly<Record<string, Readonly<Record<string, Spellings>>>> = {
  loan: {
    id: text,
    overdue_days: number(0, 400, 0),
    guarantee: oneOf('"credit"', '"mortgage"'),
    balance: number(0, 1e9, 2),
    score: number(-1000, 1000, 2),
    reviewed: oneOf('true', 'false'),
    granted_on: oneOf('"2023-02-28"', '"2024-02-29"'),
  },
  vocabulary: { region: text },
};

/** Facts as chosen texts by path, some of them absent. */
const facts = fc.record(
  Object.fromEntries(Object.entries(leaves).map(([input, fields]) => [input, fc.record({ ...fields }, { requiredKeys: [] })])),
);

type Facts = Readonly<Record<string, Readonly<Record<string, readonly [string, ...string[]]>>>>;

/** Writes facts out; the seed chooses spelling, order and white space. */
function written(given: Facts, seed: number): string {
  const spaces = ['', ' ', '\n\t'];
  const object = (members: readonly string[]): string => {
    const turned = seed % 2 === 0 ? members : [...members].reverse();
    const space = spaces[seed % 3] ?? '';
    return `{${space}${turned.join(`,${space}`)}${space}}`;
  };
  const inputs = Object.entries(given).filter(([, fields]) => Object.keys(fields).length > 0 || seed % 2 === 1);
  return object(inputs.map(([input, fields]) => `"${input}":${object(Object.entries(fields).map(([name, spellings]) => `"${name}" : ${spellings[seed % spellings.length] ?? spellings[0]}`))}`));
}

function canonical(json: string): string {
  const decoded = decodeFacts(policy, parseExactJson(json));
  if ('problems' in decoded) throw new Error(decoded.problems.map(({ path, diagnostic }) => `${path}: ${diagnostic.code}`).join(', '));
  return factsText(policy, decoded.facts);
}

test('layout, order and spelling of facts never change what is hashed', () => {
  fc.assert(
    fc.property(facts, fc.nat(29), fc.nat(29), (given, one, other) => {
      expect(canonical(written(given as Facts, one))).toBe(canonical(written(given as Facts, other)));
    }),
  );
});

test('any change of a value, and any fact more or less, does', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const same = canonical(written(one as Facts, 0)) === canonical(written(other as Facts, 0));
      expect(same).toBe(plain(one as Facts) === plain(other as Facts));
    }),
  );
});

/** What the facts say, apart from how: the first spelling of each, inputs of which nothing is said left out. */
function plain(given: Facts): string {
  const said = Object.entries(given).map(([input, fields]) => [input, Object.entries(fields).map(([name, [first]]) => [name, first]).sort()] as const);
  return JSON.stringify(said.filter(([, fields]) => fields.length > 0));
}

test('what is hashed of facts has this form, for ever', () => {
  const json = `{"manual": {"able_to_perform": {"who": "李明", "when": "2024-01-30", "value": true}},
    "loan": {"balance": 1000000.00, "overdue_days": "091", "guarantee": "credit", "reviewed": false, "granted_on": "2023-02-28", "rate": 0.0435, "id": "a\\"b"},
    "others": [{"balance": 1.10, "bank": "甲"}, {"bank": "乙"}], "vocabulary": {"region": "上海"}, "account": 9007199254740993}`;
  expect(canonical(json)).toBe(
    '{"account":"9007199254740993",' +
      '"loan":{"balance":"1000000","granted_on":"2023-02-28","guarantee":"credit","id":"a\\"b","overdue_days":"91","rate":"0.0435","reviewed":false},' +
      '"manual":{"able_to_perform":{"value":true,"when":"2024-01-30","who":"李明"}},' +
      '"others":[{"balance":"1.1","bank":"甲"},{"bank":"乙"}],' +
      '"vocabulary":{"region":"上海"}}',
  );
});

test('what is hashed of a result has this form, for ever; words and places of reasons are not part of it', () => {
  const asked = ask(policy, parseExactJson('{"loan": {"overdue_days": 91}}'), { asOf: '2024-01-31', decisions: ['class', 'doubled'] });
  if ('refusal' in asked) throw new Error('it was refused');
  expect(resultText(asked.answer)).toBe(
    '{"decisions":{' +
      '"class":{"because":[],"cites":[{"citation":"Rules art 2","of":"class.F3","source":"Rules of the bank"}],"outcome":"decided","rules":["class.F3"],"value":"loss"},' +
      '"doubled":{"because":[],"cites":[],"outcome":"missing_facts","reasons":[{"code":"fact-missing","missing":["loan.balance"]}],"rules":[]}},' +
      '"events":[],"outcome":"missing_facts","triggers":{}}',
  );
});

test('the receipt is the same with every engine and however much is explained', () => {
  const facts = parseExactJson('{"loan": {"overdue_days": 91, "balance": 1, "id": "1"}}');
  const receipts = (['compiled', 'closures'] as const).flatMap((engine) =>
    (['none', 'fired', 'full'] as const).map((explain) => {
      const asked = ask(policy, facts, { asOf: '2024-01-31', engine, explain });
      return 'answer' in asked ? asked.answer.receipt : undefined;
    }),
  );
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  expect(receipts[0]?.facts_hash).toMatch(/^[0-9a-f]{64}$/);
});
