import { readFileSync } from 'node:fs';

/** One line of exact-numbers.txt. */
export interface ExactCase {
  readonly title: string;
  readonly expression: string;
  /** A number, true or false; or `error` and a code. */
  readonly result: string;
}

export function exactCases(): readonly ExactCase[] {
  let title = '';
  return readFileSync(new URL('exact-numbers.txt', import.meta.url), 'utf8').split('\n').flatMap((line) => {
    if (line.startsWith('## ')) title = line.slice(3);
    if (line === '' || line.startsWith('#')) return [];
    const [expression, result] = line.split(' => ');
    if (expression === undefined || result === undefined) throw new Error(`not a case: ${line}`);
    return [{ title, expression, result }];
  });
}
