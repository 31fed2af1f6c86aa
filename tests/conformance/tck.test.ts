import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONFORMANCE_PAGE, withTable } from '../../scripts/conformance-page.ts';
import { KIT, scoresOf, sum, type FolderScore } from '../../scripts/conformance-scores.ts';
import expected from './expected.json' with { type: 'json' };

test('docs/conformance.md shows the recorded scores (npm run conformance writes both)', () => {
  const page = readFileSync(CONFORMANCE_PAGE, 'utf8');
  expect(page).toBe(withTable(page, expected));
});

test('what is recorded: every case passes but those that need a value from Java', () => {
  const java = expected.filter(({ folder }) => folder === '0076-feel-external-java');
  expect(sum(java)).toMatchObject({ value_passed: 0, value_total: 14 });
  expect(sum(expected)).toMatchObject({ passed: 2248 - 14, total: 2248, value_passed: 1101 - 14, value_total: 1101, unsupported: sum(java).unsupported });
});

describe.skipIf(!existsSync(KIT))('the test cases of the DMN TCK in ../shared/tck, or in TCK_DIR', () => {
  const scores = new Map<string, FolderScore>();
  beforeAll(async () => {
    for (const score of await scoresOf(KIT)) scores.set(score.folder, score);
  }, 60_000);

  test.each(expected)('$folder: $passed of $total', (recorded) => {
    expect(scores.get(recorded.folder)).toEqual(recorded);
  });
});
