/**
 * FEEL beside feelin, in one process, round by round in turn: `npm run bench feel`. Both must agree on every value before anything is
 * measured. feelin parses anew at every evaluation and has no way to keep what it parsed; what its parser takes by itself is
 * measured too, and left out where evaluating alone is compared. What is left of its time holds the copy that it makes of all facts.
 */
import { evaluate as feelin, parseExpression } from 'feelin';
import { isContext, isList } from '../../src/feel/functions/shapes.ts';
import { feelText } from '../../src/feel/functions/feel-text.ts';
import { Decimal, parseDecimal, plainText } from '../../src/feel/values/decimal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { compileFeel, type Feel } from '../../src/library/feel.ts';
import { measure, pseudoRandom, sink, type Contestant } from './measure.ts';

const random = pseudoRandom(5);
const loans = Array.from({ length: 100 }, (_, index) => ({ id: `L${index}`, balance: Math.floor(random() * 1_000_000), overdue: Math.floor(random() * 400), open: random() < 0.5 }));
const facts = { amount: 250_000, rate: 0.25, days: 91, name: '第一商业银行 First Commercial Bank', start: '2024-01-31', loans };

const expressions: Readonly<Record<string, string>> = {
  arithmetic: '(amount * rate + 100) / 4 - days ** 2',
  comparison: 'days > 90 and days <= 180 and amount >= 1000 or rate = 0.5',
  conditional: 'if days > 360 then "loss" else if days > 270 then "doubtful" else if days > 90 then "substandard" else "normal"',
  'in a list of tests': 'days in (0, [1..90], [91..270], > 360)',
  'filter of 100 records': 'loans[overdue > 90 and balance > 500000].balance',
  'sum over a filter of 100': 'sum(loans[overdue > 90].balance)',
  'for over 100 records': 'for loan in loans return loan.balance * rate',
  'some and every of 100': '(some loan in loans satisfies loan.overdue > 1000) or (every loan in loans satisfies loan.balance >= 0)',
  'string functions': 'if contains(name, "Bank") then upper case(substring(name, 1, 6)) + substring after(name, " ") else "none"',
  'date and duration': 'date(start) + duration("P3M") > date("2024-04-01")',
  context: '{ base: amount * rate, fee: base * 2, total: base + fee }.total',
  'a function called': '{ half: function(x) x / 2, result: half(half(amount)) + half(days) }.result',
};

interface Contest {
  readonly name: string;
  readonly text: string;
  /** Those that it names, and no others: feelin copies all that it is given. */
  readonly given: Readonly<Record<string, Fact>>;
  readonly variables: ReadonlyMap<string, Value>;
  readonly kept: Feel;
}

const contests = Object.entries(expressions).map(([name, text]): Contest => {
  const given = Object.fromEntries(Object.entries(facts).filter(([fact]) => text.includes(fact)));
  const variables = new Map(Object.entries(given).map(([fact, value]) => [fact, valueOf(value)]));
  return { name, text, given, variables, kept: compiled(text, variables) };
});

for (const { text, given, variables, kept } of contests) {
  const [own, other] = [JSON.stringify(plain(kept.evaluate(variables).value)), JSON.stringify(feelin(text, given).value)];
  if (own !== other) throw new Error(`they differ over ${text}: ${own}, feelin ${other}`);
}

const rows = [];
for (const { name, text, given, variables, kept } of contests) {
  const [evaluating = NaN, parsing = NaN, their = NaN, theirParsing = NaN] = await measure(
    [
      repeated(500, () => kept.evaluate(variables).value),
      repeated(50, () => compiled(text, variables).evaluate(variables).value),
      repeated(20, () => feelin(text, given).value),
      repeated(20, () => parseExpression(text, given, undefined)),
    ],
    51,
  );
  rows.push({
    expression: name,
    'evaluate (ns)': Math.round(evaluating),
    'parse + evaluate (ns)': Math.round(parsing),
    'feelin: parse + evaluate (ns)': Math.round(their),
    'of this parsing (ns)': Math.round(theirParsing),
    'evaluate: times faster': Number(((their - theirParsing) / evaluating).toFixed(1)),
    'parse + evaluate: times faster': Number((their / parsing).toFixed(1)),
  });
}
console.table(rows);

/** So often that the rounds of all take about as long. */
function repeated(operations: number, run: () => unknown): Contestant {
  return {
    name: '',
    operations,
    run: () => {
      for (let turn = 0; turn < operations; turn += 1) sink.value = run();
    },
  };
}

function compiled(text: string, variables: ReadonlyMap<string, Value>): Feel {
  return compileFeel(text, [...variables.keys()], ({ code }) => fail(`${text}: ${code}`)) ?? fail(text);
}

type Fact = string | number | boolean | readonly Fact[] | { readonly [key: string]: Fact };

function valueOf(fact: Fact): Value {
  if (typeof fact === 'number') return parseDecimal(String(fact)) ?? null;
  if (typeof fact !== 'object') return fact;
  return fact instanceof Array ? fact.map(valueOf) : new Map(Object.entries(fact).map(([key, entry]) => [key, valueOf(entry)]));
}

/** A value as feelin has it: with JavaScript's numbers. */
function plain(value: Value): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (value instanceof Decimal) return Number(plainText(value));
  if (isList(value)) return value.map(plain);
  return isContext(value) ? Object.fromEntries([...value].map(([key, entry]) => [key, plain(entry)])) : feelText(value);
}

function fail(why: string): never {
  throw new Error(why);
}
