/**
 * Our decimals beside decimal.js at 34 digits, in one process, round by round in turn: `npm run bench decimal`.
 * Prints nanoseconds an operation (the median of the rounds) and how many times ours is faster.
 */
import { Decimal as Decimal34 } from 'decimal.js';
import { add, compareDecimals, divide, multiply, parseDecimal, plainText, roundToScale } from '../../src/feel/values/decimal.ts';

const Oracle = Decimal34.clone({ precision: 34, rounding: Decimal34.ROUND_HALF_EVEN });

const COUNT = 2000;
const ROUNDS = 61;

/** The same numbers on every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = pseudoRandom(34);
const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const kinds = {
  'two decimals': () => `${1 + Math.floor(random() * 1_000_000)}.${digits(2)}`,
  'rate × amount': () => (random() < 0.5 ? `0.0${digits(4)}1` : `${1 + Math.floor(random() * 90_000_000)}.${digits(2)}`),
  '34 digits': () => `${1 + Math.floor(random() * 9)}${digits(20)}.${digits(13)}`,
};

/** Median nanoseconds an operation for each, the rounds taken in turn so that a slow moment hits all alike. */
function measure(contestants: readonly (() => unknown)[]): readonly number[] {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    contestants.forEach((run, index) => {
      const start = process.hrtime.bigint();
      run();
      times[index]?.push(Number(process.hrtime.bigint() - start) / COUNT);
    });
  }
  return times.map((all) => all.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN);
}

/** Runs an operation on each neighbouring pair; the result is kept, so that it cannot be optimised away. */
function pairwise<T>(values: readonly T[], operation: (a: T, b: T) => unknown): () => unknown {
  return () => {
    let last: unknown;
    for (let index = 0; index < COUNT; index += 1) last = operation(values[index] as T, values[index + 1] as T);
    return last;
  };
}

const rows = Object.entries(kinds).flatMap(([kind, make]) => {
  const texts = Array.from({ length: COUNT + 1 }, make);
  const ours = texts.map((text) => parseDecimal(text) ?? raise(text));
  const theirs = texts.map((text) => new Oracle(text));
  const operations: readonly [string, () => unknown, () => unknown][] = [
    ['parse', pairwise(texts, (text) => parseDecimal(text)), pairwise(texts, (text) => new Oracle(text))],
    ['add', pairwise(ours, add), pairwise(theirs, (a, b) => a.add(b))],
    ['multiply', pairwise(ours, multiply), pairwise(theirs, (a, b) => a.mul(b))],
    ['compare', pairwise(ours, compareDecimals), pairwise(theirs, (a, b) => a.cmp(b))],
    ['divide', pairwise(ours, divide), pairwise(theirs, (a, b) => a.div(b))],
    ['round to 0.1', pairwise(ours, (a) => roundToScale(a, 1, 'half up')), pairwise(theirs, (a) => a.toDecimalPlaces(1, Oracle.ROUND_HALF_UP))],
    ['print', pairwise(ours, plainText), pairwise(theirs, (a) => a.toFixed())],
  ];
  return operations.map(([operation, own, other]) => {
    const [mine = NaN, its = NaN] = measure([own, other]);
    return { numbers: kind, operation, 'ours (ns)': Math.round(mine), 'decimal.js (ns)': Math.round(its), 'times faster': Number((its / mine).toFixed(1)) };
  });
});

console.table(rows);

function raise(text: string): never {
  throw new Error(`not a number: ${text}`);
}
