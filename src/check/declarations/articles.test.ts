import { expect, test } from 'vitest';
import { compareArticles, isListed } from './articles.ts';

test('an inserted article stands after the one it follows and before the next', () => {
  expect(['21', '20-1', '20', '3', '20-2'].sort(compareArticles)).toEqual(['3', '20', '20-1', '20-2', '21']);
});

test.each([
  ['10', true],
  ['20-1', true],
  ['48(3)', true],
  ['48-1', false],
  ['49', false],
  ['0', false],
])('articles 1..48 list %s: %s', (article, listed) => {
  expect(isListed(article, [{ from: '1', to: '48' }])).toBe(listed);
});

test('a source that lists nothing has any article', () => {
  expect(isListed('999', [])).toBe(true);
});
