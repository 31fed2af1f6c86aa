import { Decimal as Oracle } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/evaluate/answer.ts';
import { feelText } from '../../src/feel/functions/feel-text.ts';
import { parseExactDecimal } from '../../src/feel/values/decimal.ts';
import { compile, evaluate, type Compiled } from '../../src/index.ts';
import { compileFeel } from '../../src/library/feel.ts';
import { Exact34, methods, modes, numberText, oracle, spelled } from '../property/decimal-numbers.ts';
import { exactCases } from './exact-numbers.ts';

const cases = exactCases().map((each, index) => ({ ...each, name: `case_${index}` }));
const Wide = Oracle.clone({ precision: 40, maxE: 9000, minE: -9000 });

const NUMBER = /(?<![\w.])(?:\d+\.)?\d+(?:e-?\d+)?/g;

/** What an answer should read: numbers are spelled out by decimal.js, not by us. */
function written(result: string): string {
  return /^(true|false|error )/.test(result) ? result : new Wide(result).toFixed();
}

/** The value of an expression in strict FEEL, or the reason why it is null. */
function strict(expression: string): string {
  const found: string[] = [];
  const compiled = compileFeel(expression, [], ({ code }) => found.push(code));
  const { value = null, diagnostics = [] } = compiled?.evaluate(new Map()) ?? {};
  const [problem] = [...found, ...diagnostics.map(({ code }) => code)];
  return problem === undefined ? feelText(value) : `error ${problem}`;
}

describe('in FEEL', () => {
  test.each(cases)('$expression is $result', ({ expression, result }) => {
    expect(strict(expression)).toBe(written(result));
  });
});

/** Decisions of these expressions, by the names of the cases. */
async function compiled(decisions: readonly { readonly name: string; readonly expression: string; readonly result: string }[], declarations = ''): Promise<Compiled> {
  const clauses = decisions.map(({ name, expression, result }) => `decision ${name} : ${typeOf(expression, result)} = ${expression}\n`);
  return compile({ 'exact.policy': `policy exact\n${declarations}${clauses.join('')}` });
}

function typeOf(expression: string, result: string): string {
  if (expression.startsWith('string(')) return 'text';
  return result === 'true' || result === 'false' ? 'boolean' : 'number';
}

function decided({ policies, diagnostics }: Compiled, facts: string, engine: 'compiled' | 'closures'): Answer {
  const policy = policies.get('exact') ?? expect.fail(diagnostics.map(({ code }) => code).join());
  return evaluate(policy, facts, { asOf: '2024-01-31', engine });
}

function answered({ decisions }: Answer, name: string): string {
  const { value, reasons } = { value: null, reasons: [], ...decisions[name] };
  if (reasons.length > 0) return `error ${reasons.map(({ code }) => code).join()}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A policy takes no number that it would have to round. */
const exactlyWritten = cases.filter(({ expression }) => [...expression.matchAll(NUMBER)].every(([number]) => parseExactDecimal(number) !== undefined));

test('constants of a policy are computed when it is checked', async () => {
  const wrong = exactlyWritten.filter(({ result }) => result.startsWith('error '));
  expect((await compiled(wrong)).diagnostics.map(({ code }) => `error ${code}`)).toEqual(wrong.map(({ result }) => result));
  const right = exactlyWritten.filter(({ result }) => !result.startsWith('error '));
  const answer = decided(await compiled(right), '{}', 'compiled');
  expect(right.map(({ name, expression }) => [expression, answered(answer, name)])).toEqual(right.map(({ expression, result }) => [expression, written(result)]));
});

describe.each(['compiled', 'closures'] as const)('in a policy whose numbers are facts, %s', (engine) => {
  const facts = new Map<string, string>();
  const upon = exactlyWritten.map((each) => ({
    ...each,
    computed: each.expression.replace(NUMBER, (number) => {
      const fact = facts.get(number) ?? `n${facts.size}`;
      facts.set(number, fact);
      return `given.${fact}`;
    }),
  }));
  let answer: Answer;
  beforeAll(async () => {
    const fields = [...facts.values()].map((name) => `  ${name} : number\n`);
    const policy = await compiled(upon.map(({ computed, ...rest }) => ({ ...rest, expression: computed })), `input given\n${fields.join('')}`);
    answer = decided(policy, `{ "given": { ${[...facts].map(([number, name]) => `"${name}": ${number}`).join()} } }`, engine);
  });

  test.each(upon)('$expression is $result', ({ name, result }) => {
    expect(answered(answer, name)).toBe(written(result));
  });
});

test.each(['1e6145', '-1e6145', `1${'0'.repeat(6145)}`, '9.9999999999999999999999999999999995e6144'])('the number %s is beyond the greatest, and said to be', (text) => {
  expect(strict(text)).toBe('error number-invalid');
});

const runs = { numRuns: 1000 };

test('arithmetic written in FEEL agrees with decimal.js at 34 digits', () => {
  fc.assert(
    fc.property(numberText, numberText, (left, right) => {
      const [a, b] = [oracle(left), oracle(right)];
      expect(strict(`(${left}) + (${right})`)).toBe(spelled(Exact34.add(a, b)));
      expect(strict(`(${left}) - (${right})`)).toBe(spelled(Exact34.sub(a, b)));
      expect(strict(`(${left}) * (${right})`)).toBe(spelled(Exact34.mul(a, b)));
      expect(strict(`(${left}) / (${right})`)).toBe(b.isZero() ? 'error division-by-zero' : spelled(Exact34.div(a, b)));
      expect(strict(`(${left}) < (${right})`)).toBe(String(a.lessThan(b)));
    }),
    runs,
  );
});

const functionOf: ReadonlyMap<string, string> = new Map([
  ['up', 'round up'],
  ['down', 'round down'],
  ['half up', 'round half up'],
  ['half down', 'round half down'],
  ['half even', 'decimal'],
  ['floor', 'floor'],
  ['ceiling', 'ceiling'],
]);

test('rounding functions written in FEEL agree with decimal.js', () => {
  fc.assert(
    fc.property(numberText, fc.integer({ min: 0, max: 40 }), fc.constantFrom(...methods), (text, digits, method) => {
      expect(strict(`${functionOf.get(method)}(${text}, ${digits})`)).toBe(spelled(oracle(text).toDecimalPlaces(digits, modes[method])));
    }),
    runs,
  );
});
