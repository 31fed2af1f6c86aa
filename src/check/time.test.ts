import { expect, test } from 'vitest';
import { formatTemporal, type FeelDate } from '../feel/values/temporal.ts';
import { checkTexts, expectProblem, expectProblemsInFiles, policyOf } from './testing.ts';

function dated(policy: string, decision: string, table: string, row: string): string {
  return `policy p in force ${policy}
input n : days
decision d : days in force ${decision}
  table in force ${table}
    | id | n || d | in force |
    |----|---||---|----------|
    | R1 | - || 1 | ${row} |
`
    .replace('|| d |', '|| d ||')
    .replace('||---|-', '||---||-')
    .replace('|| 1 |', '|| 1 ||');
}

function text(date: FeelDate | undefined): string {
  return date === undefined ? '' : formatTemporal(date);
}

test('a period is as long as what it stands in, at most', () => {
  const { found, policies } = checkTexts(dated('2020-01-01 ..', '.. 2030-12-31', '2021-01-01 ..', '.. 2025-06-30'));
  expect(found).toEqual([]);
  const [body] = policies[0]?.decisions.get('d')?.bodies ?? [];
  const row = body?.kind === 'table' ? body.rows[0] : undefined;
  expect([body, row].map((one) => [text(one?.inForce.from), text(one?.inForce.to)])).toEqual([
    ['2021-01-01', '2030-12-31'],
    ['2021-01-01', '2025-06-30'],
  ]);
});

test('a period outside of what it stands in never applies', () => {
  expectProblemsInFiles(['period-outside'], dated('2020-01-01 ..', '..', '2020-01-01 ..', '«2015-01-01 .. 2015-12-31»').replace(' in force ..\n', '\n'));
});

test('a written end that reaches beyond is a warning, and the policy stands', () => {
  const text = dated('2020-01-01 ..', '..', '«2015-01-01 ..»', '2021-01-01 ..').replace(' in force ..\n', '\n');
  expectProblemsInFiles(['period-overhanging'], text);
  expect(checkTexts(text.replace(/[«»]/g, '')).policies).toHaveLength(1);
});

test('a period that ends before it begins', () => {
  expectProblem('period-reversed', 'decision d : days in force «2024-12-31 .. 2024-01-01»\n  = 1');
});

test('a day that the calendar does not have', () => {
  expectProblem('date-invalid', 'decision d : days in force «2023-02-29» ..\n  = 1');
  expectProblem('date-invalid', 'decision d : days\n  = 1\ntest "t" as of «2023-02-29»\n  expect d = 1');
});

test('citations are of articles that the source lists, in its unit', () => {
  const { decisions } = policyOf('decision d : days\n  cites Measures art 10, Measures arts 3..5, Notice item 8, Measures, Measures art 20-1, Measures art 48(2)\n  = 1');
  expect(decisions.get('d')?.cites.map((citation) => citation.text)).toEqual(['Measures art 10', 'Measures arts 3..5', 'Notice item 8', 'Measures', 'Measures art 20-1', 'Measures art 48(2)']);
  expectProblem('article-not-listed', 'decision d : days\n  cites «Measures art 49»\n  = 1');
  expectProblem('article-not-listed', 'decision d : days\n  cites «Notice items 4..7»\n  = 1');
  expectProblem('article-unit-differs', 'decision d : days\n  cites «Measures item 3»\n  = 1');
  expectProblem('articles-reversed', 'source S "s" articles «48..1»');
});
