import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['fr', 'en'],
  ['zh', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['ZH-Hant', 'zh'],
  ['en-GB, zh', 'en'],
  ['en;q=0.5, zh;q=0.8', 'zh'],
  ['fr, zh;q=0.1', 'zh'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['zha', 'en'],
  ['zh;q=x', 'en'],
])('%j prefers %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
