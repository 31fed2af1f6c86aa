import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { ended, workplace } from '../cli/plumbline.ts';
import type { Ended } from '../cli/plumbline.ts';

const policies = resolve('rules/early-warning');
const examples = join(policies, 'examples');
const { plumbline, write, path } = workplace({});

const header = 'enterprise_id,month,sales_valid_invoices,sales_void_invoices,sales_net_amount';

/** The script that sums months to years, as `npm run yearly-sales` starts it. */
function yearlySales(...given: readonly string[]): Promise<Ended> {
  return ended(spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/yearly-sales.ts', ...given]));
}

/** What `plumbline eval` answers for each enterprise of a CSV of yearly facts, in its order. */
async function answersFor(facts: string): Promise<readonly Answer[]> {
  const { out, error } = await plumbline(['eval', policies, '--facts', '-', '--input', 'csv', '--as-of', '2020-03-31', '--subject-from', 'enterprise.id', '--format', 'json'], facts);
  expect(error).toBe('');
  return out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer);
}

describe('months summed to years', () => {
  test('the example months give the example facts', async () => {
    const { status, out } = await yearlySales(join(examples, 'months.csv'), '2019');
    expect(out).toBe(readFileSync(join(examples, 'enterprises.csv'), 'utf8'));
    expect(status).toBe(0);
  });

  test('sums are exact, other years are left out, odd names come through', async () => {
    write('months.csv', `\ufeff${header}\n"甲, ""乙""",2018-01,1,0,0.10\n"甲, ""乙""",2018-12,1,2,0.20\n"甲, ""乙""",2017-12,9,9,9\n`);
    const { out } = await yearlySales(path('months.csv'), '2019');
    expect(out.split('\n')[1]).toBe('"甲, ""乙""",0.3,2,2,0,0,0');
  });

  test.each([
    ['E1,2018-13,1,0,5', 'line 2: month is `2018-13`'],
    ['E1,2018-01,1,0,', 'line 2: sales_net_amount is ``, not an amount'],
    ['E1,2018-01,,0,5', 'line 2: sales_valid_invoices is ``, not a number of invoices'],
    ['E1,2018-01,1,-1,5', 'line 2: sales_void_invoices is `-1`, not a number of invoices'],
    [',2018-01,1,0,5', 'line 2: no enterprise_id'],
    ['E1,2018-01,1,0,5\nE1,2018-01,1,0,5', 'line 3: 2018-01 of E1 stands in the file twice'],
    ['E1,2018-01,1,0', 'Invalid Record Length'],
  ])('%j is refused, not guessed', async (lines, says) => {
    write('months.csv', `${header}\n${lines}\n`);
    const { status, out, error } = await yearlySales(path('months.csv'), '2019');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain(says);
  });

  test.each([
    [['months.csv'], 'usage'],
    [['months.csv', '19'], 'usage'],
    [['absent.csv', '2019'], 'ENOENT'],
    [['rules/early-warning/examples/enterprises.csv', '2019'], 'the first line names no column enterprise_id, month'],
  ])('%j is refused', async (given, says) => {
    const { status, out, error } = await yearlySales(...given);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain(says);
    expect(error).not.toContain('    at ');
  });
});

test('the example enterprises get the warnings that the policy means', async () => {
  const found = (await answersFor(readFileSync(join(examples, 'enterprises.csv'), 'utf8'))).map(({ decisions, events }) => [
    decisions.level?.value,
    decisions.signals?.value,
    events.length,
  ]);
  expect(found).toEqual([
    ['none', [], 0], // 94% of the year before
    ['yellow', ['sales_fallen'], 1], // exactly 70%
    ['red', ['sales_fallen', 'many_void_invoices'], 1], // 42%, and 25 of 87 invoices void
    ['red', ['no_sales'], 1],
    ['yellow', ['not_comparable'], 1], // nothing the year before
    ['yellow', ['many_void_invoices'], 1], // 40 of 176
    ['red', ['no_sales'], 1], // credit notes exceed the sales
  ]);
});

test('the example of one enterprise is a red warning', async () => {
  const { status, out } = await plumbline(['eval', policies, '--facts', join(examples, 'enterprise.json'), '--as-of', '2020-03-31', '--decision', 'level', '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ decisions: { level: { value: 'red', rules: ['level.L2'] } } });
});

const data = '../shared/data/cumcm2020c';

describe.skipIf(!existsSync(data))('the 123 real enterprises of ../shared/data/cumcm2020c', () => {
  test('the signals tell those that defaulted from the others', async () => {
    const defaulted = defaultedOf(readFileSync(join(data, 'enterprises.csv'), 'utf8'));
    const { out: facts } = await yearlySales(join(data, 'monthly.csv'), '2019');
    const answers = await answersFor(facts);
    expect(answers.map(({ outcome }) => outcome)).toEqual(answers.map(() => 'decided'));
    const [bad, good] = [true, false].map((wanted) => answers.filter(({ receipt }) => defaulted.get(receipt.subject ?? '') === wanted));
    expect(summary(bad ?? [])).toEqual({ enterprises: 27, atOrBelow70Percent: 13, noSales: 3, medianVoidShare: '18.8%' });
    expect(summary(good ?? [])).toEqual({ enterprises: 96, atOrBelow70Percent: 18, noSales: 0, medianVoidShare: '8.6%' });
  });
});

function defaultedOf(enterprises: string): ReadonlyMap<string, boolean> {
  const rows = parse<Readonly<Record<string, string>>>(enterprises, { columns: true });
  return new Map(rows.map((row) => [row['enterprise_id'] ?? '', row['defaulted'] === '是']));
}

function summary(answers: readonly Answer[]): unknown {
  const values = (name: string): readonly unknown[] => answers.map(({ decisions }) => decisions[name]?.value);
  const shares = values('void_share').map(Number).sort((a, b) => a - b);
  const middle = ((shares[Math.floor((shares.length - 1) / 2)] ?? NaN) + (shares[Math.ceil((shares.length - 1) / 2)] ?? NaN)) / 2;
  return {
    enterprises: answers.length,
    atOrBelow70Percent: values('sales_limit_reached').filter((reached) => reached === true).length,
    noSales: values('sales_trend').filter((trend) => trend === 'none').length,
    medianVoidShare: `${(middle * 100).toFixed(1)}%`,
  };
}
