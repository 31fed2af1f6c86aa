import type { ListedArticles } from '../names/names.ts';

/** Orders article numbers: `10` before `20`, `20` before `20-1` (inserted later), that before `21`. Paragraphs, `10(3)`, do not count. */
export function compareArticles(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const order = (first[index] ?? 0) - (second[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether a source that lists these articles has the one cited. One that lists nothing has any. */
export function isListed(article: string, listed: readonly ListedArticles[]): boolean {
  return listed.length === 0 || listed.some(({ from, to }) => compareArticles(from, article) <= 0 && compareArticles(article, to) <= 0);
}

function partsOf(article: string): readonly number[] {
  return article.replace(/\(.*$/, '').split('-').map(Number);
}
