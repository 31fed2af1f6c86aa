import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { workplace } from '../cli/plumbline.ts';

/** As much of an answer as is looked at here. */
interface Answer {
  readonly outcome: string;
  readonly decisions: Readonly<Record<string, { readonly outcome: string; readonly value?: unknown; readonly cites: readonly object[] }>>;
  readonly events: readonly { readonly event: string; readonly data: { readonly corrections?: readonly string[] } }[];
  readonly receipt: { readonly subject?: string };
}

const folder = resolve('rules/lending-authority');
const { plumbline, write } = workplace({});

/** As much of a summary as is looked at here. */
interface Summary {
  readonly decisions: Readonly<Record<'destination', { readonly outcomes: Readonly<Record<string, number>>; readonly values: readonly { readonly value: string; readonly cases: number }[] }>>;
}

/** The command for a file in the form of the SBA's. */
function given(file: string): readonly string[] {
  const columns = join(folder, 'sba-columns.csv');
  return ['eval', folder, '--policy', 'sba_loans', '--facts', file, '--columns', columns, '--as-of', '2026-01-31', '--format', 'json'];
}

/** What the command answers for each loan, by the loan's number. */
async function answersFor(file: string, ...more: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  const { out, error } = await plumbline([...given(file), '--subject-from', 'loan.number', ...more]);
  expect(error).toBe('');
  const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer);
  return new Map(answers.map((answer) => [answer.receipt.subject ?? '', answer]));
}

function destinationOf({ decisions }: Answer): unknown {
  return decisions.destination?.value ?? decisions.destination?.outcome;
}

test('the example application needs the branch, and a sub-branch may not approve it', async () => {
  const { status, out } = await plumbline(['eval', folder, '--policy', 'lending_authority', '--facts', join(folder, 'examples/application.json'), '--as-of', '2025-06-30', '--format', 'json']);
  const { outcome, decisions, events } = JSON.parse(out) as Answer;
  expect({ status, outcome }).toEqual({ status: 0, outcome: 'decided' });
  expect(decisions.authority).toMatchObject({ value: 'branch', because: expect.arrayContaining(['authority_by_amount.A2', 'largest_amount.L4']) as unknown });
  expect(decisions.authority?.cites).toContainEqual(expect.objectContaining({ citation: 'CommercialBankLaw art 35', of: 'authority', basis: 'law' }));
  expect(decisions.obstacles).toMatchObject({ value: ['beyond_authority'] });
  expect(events).toMatchObject([{ event: 'overreach', data: { approver: '张伟', authority: 'branch' } }]);
});

test('the loans of the example file go where they must, and the dirty ones are sent back with what is wrong', async () => {
  const answers = await answersFor(join(folder, 'examples/sba-loans.csv'));
  expect([...answers.values()].map((answer) => [destinationOf(answer), answer.events[0]?.data.corrections ?? []])).toEqual([
    ['sub_branch', []], // 98,000 yuan, half guaranteed, 5 years
    ['branch', []], // 7 years
    ['head_office', []], // 7 years, revolving
    ['review_committee', []], // more than 25 years
    ['head_office', []], // a new business, two fifths guaranteed
    ['correction', ['revolving_code_stray']],
    ['correction', ['term_zero', 'business_undefined', 'revolving_code_stray', 'low_documents_code_stray']],
    ['missing_facts', []], // whether it revolves is left empty
  ]);
});

const data = '../shared/data/sba/sba-national-subset.csv';
type Row = Readonly<Record<'LoanNr_ChkDgt' | 'Term' | 'NewExist' | 'RevLineCr' | 'LowDoc' | 'GrAppv' | 'SBA_Appv', string>>;

/*
 * A second reading of the bank's authorisation of 2026, straight from the columns of the file. Dollars are whole there and
 * a dollar is 7 yuan, so that whole numbers do.
 */

const levels = ['sub_branch', 'branch', 'head_office', 'review_committee'] as const;

/** The level whose limit is the first not to be exceeded. */
function levelFor(value: number, limits: readonly number[]): number {
  const level = limits.findIndex((limit) => value <= limit);
  return level < 0 ? limits.length : level;
}

function expectedOf({ Term, NewExist, RevLineCr, LowDoc, GrAppv, SBA_Appv }: Row): string {
  if ([Term, NewExist, RevLineCr, LowDoc].includes('')) return 'missing_facts';
  const clean = Number(Term) > 0 && /^[12]$/.test(NewExist) && /^[YN]$/.test(RevLineCr) && /^[YN]$/.test(LowDoc) && Number(SBA_Appv) <= Number(GrAppv);
  if (!clean) return 'correction';
  const [amount, guaranteed] = [Number(GrAppv) * 7, Number(SBA_Appv) * 7];
  const cover = guaranteed * 10 >= amount * 8 ? 'full' : guaranteed * 2 >= amount ? 'partial' : 'unsecured';
  const byAmount = levelFor(amount, { full: [300e4, 1000e4, 5000e4], partial: [100e4, 500e4, 2000e4], unsecured: [30e4, 100e4, 1000e4] }[cover]);
  const byTerm = levelFor(Number(Term), RevLineCr === 'Y' ? [12, 36, 84] : [60, 120, 300]);
  const byBusiness = NewExist === '1' ? 0 : { full: 0, partial: 1, unsecured: 2 }[cover];
  const byDocuments = LowDoc === 'Y' && amount > 100e4 ? 1 : 0;
  return levels[Math.max(byAmount, byTerm, byBusiness, byDocuments)] ?? '';
}

/** What is wrong with a loan of which every fact was sent. */
function straysOf({ Term, NewExist, RevLineCr, LowDoc }: Row): readonly string[] {
  if (RevLineCr === '') return [];
  return [
    ...(Term === '0' ? ['term_zero'] : []),
    ...(NewExist === '0' ? ['business_undefined'] : []),
    ...(RevLineCr === 'Y' || RevLineCr === 'N' ? [] : ['revolving_code_stray']),
    ...(LowDoc === 'Y' || LowDoc === 'N' ? [] : ['low_documents_code_stray']),
  ];
}

describe.skipIf(!existsSync(data))('the 22,427 real loans of ../shared/data/sba', () => {
  // json-rules-engine takes ten times as long for a loan, and so gets every tenth.
  test.each([['compiled', 1], ['closures', 1], ['json-rules-engine', 10]] as const)('each has the outcome that a second reading gives it, and stray codes are sent back for what they are (%s)', async (engine, step) => {
    const [header = '', ...lines] = readFileSync(data, 'utf8').trimEnd().split('\r\n');
    const text = [header, ...lines.filter((_, index) => index % step === 0)].join('\n');
    write('loans.csv', text);
    const rows = parse<Row>(text, { columns: true });
    const answers = await answersFor('loans.csv', '--engine', engine);
    expect({ loans: rows.length, answers: answers.size }).toEqual({ loans: Math.ceil(22_427 / step), answers: rows.length });
    const found = rows.map((row) => [row.LoanNr_ChkDgt, destinationOf(answers.get(row.LoanNr_ChkDgt) ?? expect.unreachable(row.LoanNr_ChkDgt))]);
    expect(found).toEqual(rows.map((row) => [row.LoanNr_ChkDgt, expectedOf(row)]));

    const sentBack = [...answers.values()].flatMap(({ events }) => events.flatMap(({ data: sent }) => sent.corrections ?? []));
    expect(countsOf(sentBack)).toEqual(countsOf(rows.flatMap(straysOf)));
  });

  test('the summary and the README of the policies count what the second reading counts', async () => {
    const expected = countsOf(parse<Row>(readFileSync(data, 'utf8'), { columns: true }).map(expectedOf));
    const { out } = await plumbline([...given(resolve(data)), '--summary', '--decision', 'destination']);
    const { destination } = (JSON.parse(out) as Summary).decisions;
    const { decided, ...others } = destination.outcomes;
    expect({ ...Object.fromEntries(destination.values.map(({ value, cases }) => [value, cases])), ...others }).toEqual(expected);
    expect(decided).toBe(22_427 - (expected['missing_facts'] ?? 0));

    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const written = [...readme.matchAll(/^\| `(\w+)` \|.*\| ([\d,]+) \|$/gm)].map(([, name = '', count = '']) => [name, Number(count.replace(',', ''))]);
    expect(Object.fromEntries(written)).toEqual(expected);
  });
});

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
