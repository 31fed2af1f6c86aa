import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { isBad, loanBook } from '../../scripts/loan-book/book.ts';
import type { BookLoan } from '../../scripts/loan-book/book.ts';
import type { Column } from '../../scripts/loan-book/columns.ts';
import { decideAll, portfolio } from '../../scripts/loan-book/decide.ts';
import { chanceOf } from '../../scripts/loan-book/distributions.ts';
import type { Enterprise } from '../../scripts/loan-book/enterprises.ts';
import { enterprisesOf } from '../../scripts/loan-book/enterprises.ts';
import { officersOf } from '../../scripts/loan-book/officers.ts';
import { filesOf } from '../../scripts/loan-book/write.ts';
import { compile } from '../../src/index.ts';

const { policies } = await compile('rules');
const asOf = '2026-06-30';
const options = { loans: 300, seed: 1, asOf };
const book = loanBook(options, policies);
const ndjson = text(book, 'ndjson', 'loans.ndjson');

test('the same seed gives the same bytes, another seed others', () => {
  expect(text(loanBook(options, policies), 'ndjson', 'loans.ndjson')).toBe(ndjson);
  expect(text(loanBook({ ...options, seed: 2 }, policies), 'ndjson', 'loans.ndjson')).not.toBe(ndjson);
});

test('every policy accepts the facts of every loan, and decides all', () => {
  const decided = decideAll(book, policies, asOf);
  expect(decided.undecided).toEqual([]);
  const bad = book.filter((loan) => isBad(classOf(loan))).length;
  expect(bad).toBeGreaterThan(0);
  expect(Object.fromEntries([...decided.outcomes].map(([name, counts]) => [name, Object.fromEntries(counts)]))).toEqual({
    loan_classification: { decided: 300 }, ecl_stage: { decided: 300 }, inspection: { decided: 300 }, warning_signals: { decided: 300 },
    lending_limits: { decided: 300 }, review_duties: { decided: 300 }, accountability: { decided: bad }, officer_competence: { decided: 300 },
  });
  // The policies that only read the class were given the one that the classification decides.
  expect(decided.events.get('loan_classification.npl')).toBe(bad);
  expect(portfolio(decided, policies, asOf).outcome).toBe('decided');
});

test('CSV, NDJSON and columns hold the same', () => {
  const files = filesOf(book, 'columns', options);
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as { readonly synthetic: boolean; readonly rows: number; readonly columns: readonly { readonly name: string; readonly file: string }[] };
  const columns = manifest.columns.map(({ file }) => JSON.parse(files.get(file) ?? '') as Column);
  expect([manifest.synthetic, manifest.rows, files.size]).toEqual([true, 300, columns.length + 1]);
  const [header = [], ...lines] = parse(text(book, 'csv', 'loans.csv'));
  expect(header).toEqual(columns.map(({ name }) => name));
  expect(lines).toEqual(book.map((_, row) => columns.map(({ values }) => String(values[row] ?? ''))));
  const records = ndjson.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
  for (const { name, type, values } of columns) {
    expect(values, name).toEqual(records.map((record) => cellAt(record, name.split('.'), type === 'json')));
  }
  expect(records.every((record) => cellAt(record, ['synthetic'], false) === true)).toBe(true);
});

test('circles share distress, industries and officers differ in it', () => {
  const chance = chanceOf(3);
  const enterprises = enterprisesOf(chance, officersOf(chance, 200, asOf));
  const drawn = Array.from({ length: 20_000 }, () => enterprises.next().value);
  const distressed = (some: (one: Enterprise) => boolean): number => share(drawn.filter(some), ({ isDistressed }) => isDistressed);
  const struck = new Map<string, number>();
  for (const { circle, isDistressed } of drawn) if (circle !== undefined && isDistressed) struck.set(circle.id, (struck.get(circle.id) ?? 0) + 1);
  const othersStruck = ({ circle, isDistressed }: Enterprise): boolean => (struck.get(circle?.id ?? '') ?? 0) > (isDistressed ? 1 : 0);
  expect(distressed((one) => one.circle !== undefined && othersStruck(one))).toBeGreaterThan(1.5 * distressed((one) => one.circle !== undefined && !othersStruck(one)));
  expect(distressed(({ industry }) => industry === 'construction')).toBeGreaterThan(distressed(({ industry }) => industry === 'software'));
  expect(distressed(({ officer }) => officer.quality < 0)).toBeGreaterThan(distressed(({ officer }) => officer.quality > 0));
});

test('days past due drive the class, and warnings go with bad loans', () => {
  const days = (loan: BookLoan): number => Number(at(loan.facts.loan_classification, ['loan', 'overdue_days']));
  const isWarned = (loan: BookLoan): boolean => at(loan.facts.inspection, ['enterprise', 'warning_raised']) === true;
  const pastDue = book.filter((loan) => days(loan) > 90);
  expect(pastDue.length).toBeGreaterThan(0);
  expect(share(pastDue, (loan) => isBad(classOf(loan)))).toBe(1);
  expect(share(book.filter(isWarned), (loan) => isBad(classOf(loan)))).toBeGreaterThan(share(book.filter((loan) => !isWarned(loan)), (loan) => isBad(classOf(loan))));
});

function text(loans: readonly BookLoan[], format: 'csv' | 'ndjson', file: string): string {
  return filesOf(loans, format, options).get(file) ?? '';
}

function at(value: unknown, [step, ...steps]: readonly string[]): unknown {
  if (step === undefined) return value;
  return typeof value === 'object' && value !== null ? at(Object.entries(value).find(([key]) => key === step)?.[1], steps) : undefined;
}

function cellAt(record: unknown, path: readonly string[], isList: boolean): unknown {
  const value = at(record, path) ?? null;
  return isList && value !== null ? JSON.stringify(value) : value;
}

function classOf({ facts }: BookLoan): string {
  return String(at(facts.ecl_stage, ['loan', 'class']));
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / all.length;
}
