import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readSettings } from '../../src/findings/settings/read-settings.ts';
import { compile } from '../../src/index.ts';
import { analyzed } from '../../src/library/analyze.ts';
import { blocksOf } from './blocks.ts';

const blocks = blocksOf('docs/diagnostics/README.md');
const block = (language: string): string => blocks.find((each) => each.language === language)?.text ?? '';

test('the acceptance shown accepts what it says', async () => {
  const { diagnostics, accepted } = analyzed(await compile({ 'shown.policy': `policy shown\n${block('policy')}` }));
  expect(diagnostics).toEqual([]);
  expect(accepted.map(({ acceptance }) => acceptance.reason)).toEqual(['the row is kept as the credit committee signed it (2023-06)']);
});

test('the settings shown can be read', () => {
  const found: Diagnostic[] = [];
  const { severity, analysis } = readSettings({ path: 'plumbline.yaml', text: block('yaml') }, (one) => found.push(one));
  expect(found).toEqual([]);
  expect([severity.size, analysis.budget]).toEqual([2, 50_000_000]);
});
