import { expect, test } from 'vitest';
import { readSubBranch } from '../../scripts/story/sub-branch.ts';
import { tell } from '../../scripts/story/tell.ts';
import { compile } from '../../src/index.ts';
import { expectGolden } from '../golden/golden-file.ts';

const { policies } = await compile('rules');
const lines = [...tell(readSubBranch(), policies)];

test('the year of the sub-branch is told as it was reviewed', () => {
  expectGolden('tests/rules/story.txt', `${lines.join('\n')}\n`);
});

test('every line that says what a policy came to says on what grounds', () => {
  const headings = /^(\d{4}-\d{2}-\d{2} {2}.*)?$/;
  expect(lines.filter((line) => !headings.test(line) && !/ {2}\[[^\]]+\]$/.test(line))).toEqual([]);
});

test('one member fails, a weaker one is dragged along, and the diligent officer is exempt', () => {
  const told = (month: string): string => lines.slice(lines.findIndex((line) => line.startsWith(month))).slice(0, 60).join('\n');
  expect(told('2025-08-31')).toMatch(/E3 .*: substandard {2}\[.*Measures2023 art 11/);
  expect(told('2025-08-31')).toMatch(/倒下 fallen: E3, E5/);
  expect(told('2025-12-31  E5')).toMatch(/E5 .*: substandard/);
  expect(told('2025-12-31  E5')).toMatch(/免责 exempt: 0108/);
});
