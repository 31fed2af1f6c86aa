import { expect, test } from 'vitest';
import type { DecisionAnswer } from '../answer.ts';
import { answerByAll, policyFrom } from '../fixtures/policy-text.ts';

const inputs = `type Class = one of normal, special, loss ordered, worst last
input n : number
input kind : Class
input extra : number optional
input clock : time
input points : list of number
`;

/** What the decision \`d\` comes to, by every evaluator alike. */
async function decided(declarations: string, given: Readonly<Record<string, unknown>> = {}): Promise<DecisionAnswer> {
  const policy = policyFrom(`policy p\n${inputs}${declarations}`);
  const facts = { n: 1, kind: 'normal', clock: '10:00:00', points: [1, 2, 3], ...given };
  const { d } = (await answerByAll(policy, JSON.stringify(facts))).decisions;
  if (d === undefined) throw new Error('d was not answered');
  return d;
}

const failing = `decision d : number
  table POLICY
    | id | n         || d |
    | A  | < 10      || 1 |
    | B  | 1 / ? > 1 || 2 |
    | C  | = 1       || 3 |
`;

test('the first error in the order of rows is the outcome, at the operator that failed', async () => {
  expect(await decided(failing.replace('POLICY', 'unique'), { n: 0 })).toMatchObject({ outcome: 'error', reasons: [{ code: 'division-by-zero', at: { line: 12, column: 12 } }] });
});

test('`first` stops at the first row that matches: what comes after cannot fail', async () => {
  expect(await decided(failing.replace('POLICY', 'first'), { n: 0 })).toMatchObject({ outcome: 'decided', value: '1', rules: ['d.A'] });
});

test('a comparison that fails lies at its cell', async () => {
  const compared = 'decision d : number\n  table unique\n    | id | clock || d |\n    | A | > time("09:00:00Z") || 1 |\n';
  expect(await decided(compared)).toMatchObject({ outcome: 'error', reasons: [{ code: 'zone-on-one-side', at: { line: 11, column: 11 } }] });
});

test.each(['unique', 'any', 'first', 'priority worst first'])('%s: without a row that matches there is no outcome', async (hitPolicy) => {
  expect(await decided(hitting(hitPolicy), { n: 100 })).toMatchObject({ outcome: 'no_match', rules: [], reasons: [{ code: 'no-row-matches' }] });
});

test.each([
  ['unique', { outcome: 'conflict', reasons: [{ code: 'rows-overlap', rules: ['d.A', 'd.B', 'd.C'] }] }],
  ['any', { outcome: 'conflict', reasons: [{ code: 'rows-disagree' }] }],
  ['first', { value: 'normal', rules: ['d.A'] }],
  ['priority worst first', { value: 'loss', rules: ['d.B'] }],
  ['priority best first', { value: 'normal', rules: ['d.A'] }],
] as const)('%s: of several rows that match', async (hitPolicy, expected) => {
  expect(await decided(hitting(hitPolicy))).toMatchObject(expected);
});

function hitting(hitPolicy: string): string {
  return `decision d : Class\n  table ${hitPolicy}\n    | id | n || d |\n    | A | < 10 || normal |\n    | B | 1..5 || loss |\n    | C | ? * 2 < 100 || special |\n    | D | 100 > ? and ? > 50 || special |\n`;
}

test('lists and sums gather every row, in order', async () => {
  const rows = '    | id | n || d |\n    | A | < 10 || 1 |\n    | B | > 10 || 2 |\n    | C | - || n + 3 |\n';
  expect(await decided(`decision d : list of number\n  table collect\n${rows}`)).toMatchObject({ value: ['1', '4'], rules: ['d.A', 'd.C'] });
  expect(await decided(`decision d : number\n  table collect sum\n${rows}`)).toMatchObject({ value: '5' });
});

test('`otherwise` fires where no other row does', async () => {
  const caught = 'decision d : number\n  table first\n    | id | n || d |\n    | A | > 10 || 1 |\n    | Z | otherwise || 9 |\n';
  expect(await decided(caught)).toMatchObject({ value: '9', rules: ['d.Z'] });
});

const cells = `decision d : text
  table first
    | id | extra       | kind                || d |
    | A  | missing     | loss                || "loss, no note" |
    | B  | missing     | -                   || "no note" |
    | C  | not(1..3)   | not(normal)         || "neither" |
    | D  | < 0, 2, > 9 | >= special          || "listed" |
    | E  | n           | kind                || "computed" |
    | F  | points      | -                   || "within" |
    | G  | ? * 2 > 9   | -                   || "held" |
`;

test.each([
  [{}, 'B'],
  [{ kind: 'loss' }, 'A'],
  [{ extra: 4, kind: 'loss' }, 'C'],
  [{ extra: 2, kind: 'special' }, 'D'],
  [{ extra: 1 }, 'E'],
  [{ extra: 3 }, 'F'],
  [{ extra: 5 }, 'G'],
])('every kind of cell: %j fires %s', async (given, row) => {
  expect(await decided(cells, given)).toMatchObject({ outcome: 'decided', rules: [`d.${row}`] });
});

test('digits beyond a double decide', async () => {
  const exact = 'decision d : number\n  table first\n    | id | n || d |\n    | A | < 0.3 || 1 |\n    | B | 9007199254740993.1 || 2 |\n    | C | - || 3 |\n';
  expect(await decided(exact, { n: '0.29999999999999999999' })).toMatchObject({ rules: ['d.A'] });
  expect(await decided(exact, { n: '9007199254740993.1' })).toMatchObject({ rules: ['d.B'] });
  expect(await decided(exact, { n: '9007199254740993.2' })).toMatchObject({ rules: ['d.C'] });
});

const tables = `function rate(x : number) : number
  table unique
    | id | x            || rate |
    | R1 | <= 1         || 10   |
    | R2 | > 1          || x * step(x) |
function step(x : number) : number
  table first
    | id | x            || step |
    | S1 | < 3          || 2    |
    | S2 | [0..limit(x)] || 3   |
    | S3 | -            || 4    |
function limit(x : number) : number
  table unique
    | id | x            || limit |
    | L1 | < 5          || 100   |
    | L2 | >= 5         || 1 / (x - 7) |
`;

test('tables called in columns, cells and outputs settle within each other; each row that fired counts once', async () => {
  const calling = `${tables}decision d : number\n  table unique\n    | id | rate(n) || d |\n    | A | < rate(2) || rate(0) |\n    | B | >= rate(2) || rate(3) + rate(3) |\n`;
  expect(await decided(calling, { n: 4 })).toMatchObject({ value: '18', rules: ['d.B', 'limit.L1', 'step.S2', 'rate.R2', 'step.S1'] });
  expect(await decided(calling, { n: 7 })).toMatchObject({ outcome: 'error', reasons: [{ code: 'division-by-zero' }] });
});

test('a table called in a loop', async () => {
  expect(await decided(`${tables}decision d : list of number\n  = for x in points return rate(x)\n`, { points: [0, 2, 3, 6] })).toMatchObject({ value: ['10', '4', '9', '24'] });
  expect(await decided(`${tables}decision d : list of number\n  = for x in points return rate(x)\n`, { points: [0, 7, 3] })).toMatchObject({ outcome: 'error' });
});

const graded = `policy q
input size : number
decision level : text
  table first
    | id | size   || level |
    | L1 | < 2    || "low" |
    | L2 | size   || string(factor) |
decision factor : number
  table unique
    | id | size   || factor |
    | F1 | <= 2   || 2      |
    | F2 | 3..9   || 3 / (size - 5) |
`;

test('a decision called for each element of a list', async () => {
  const policy = policyFrom(graded, `policy p\nimport q\ninput sizes : list of number\ndecision d : list of text\n  = for s in sizes return q.level(size: s)\n`);
  const { d } = (await answerByAll(policy, '{"sizes": [1, 2, 3, 1]}')).decisions;
  expect(d).toMatchObject({ value: ['low', '2', '-1.5', 'low'], because: ['q.level.L1', 'q.level.L2', 'q.factor.F1', 'q.factor.F2'] });
  expect((await answerByAll(policy, '{"sizes": [1, 10]}')).decisions['d']).toMatchObject({ outcome: 'no_match' });
  expect((await answerByAll(policy, '{"sizes": [1, 5, 2]}')).decisions['d']).toMatchObject({ outcome: 'error' });
});

const rows = Array.from({ length: 400 }, (_, row) => `    | r${row} | ${row * 10}..${row * 10 + 9} | ${row % 7 === 0 ? '<= n' : '-'} || ${row} |\n`);
const large = policyFrom(`policy p\ninput n : number\ninput m : number\ndecision d : number\n  table unique\n    | id | n | m || d |\n${rows.join('')}`);

test.each([0, 5, 77, 2003, 3999, 4000, 9.5])('a table of hundreds of rows finds %d', async (n) => {
  const { d } = (await answerByAll(large, JSON.stringify({ n, m: n }))).decisions;
  const found = Number.isInteger(n) && n < 4000 ? { outcome: 'decided', value: String(Math.floor(n / 10)) } : { outcome: 'no_match' };
  expect(d).toMatchObject(found);
});

test('evaluations at the same time do not meet', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => answerByAll(large, JSON.stringify({ n: n * 97, m: n * 97 }))));
  expect(all.map(({ decisions }) => decisions['d']?.value)).toEqual(all.map((_, n) => String(Math.floor((n * 97) / 10))));
});

test('one that stops at its first row stops no other', async () => {
  const policy = policyFrom(`policy p\ninput n : number\ndecision d : number\n  table first\n    | id | n || d |\n${Array.from({ length: 20 }, (_, row) => `    | r${row} | ${row} || ${row} |\n`).join('')}`);
  const all = (): Promise<readonly unknown[]> => Promise.all([0, 19, 3, 12].map(async (n) => (await answerByAll(policy, `{"n": ${n}}`)).decisions['d']?.value));
  expect([await all(), await all()]).toEqual([['0', '19', '3', '12'], ['0', '19', '3', '12']]);
});

test.each([0, 1, 2, 3, 5, 8, 13, 21, 34])('work runs out at the same step: %d', async (work) => {
  const policy = policyFrom(`policy p\n${tables}input points : list of number\ndecision d : number\n  table unique\n    | id | sum(for x in points return rate(x)) || d |\n    | A | > sum(for x in points return step(x)) || 1 |\n    | B | <= sum(points) || rate(2) |\ndecision e : number = rate(6)\n`);
  const { decisions } = await answerByAll(policy, '{"points": [0, 2, 4]}', { work });
  expect(Object.values(decisions).some(({ outcome }) => outcome === 'error')).toBe(work < 34);
});
