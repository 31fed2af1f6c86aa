/** FEEL counts the characters of a text in Unicode code points, where JavaScript counts UTF-16 units. */

const SURROGATE = /[\ud800-\udfff]/;

/** How many code points a text has. */
export function codePointLength(text: string): number {
  return SURROGATE.test(text) ? Array.from(text).length : text.length;
}

/** The code points from `start` up to but not including `end`, counted from 0. */
export function codePointSlice(text: string, start: number, end: number): string {
  return SURROGATE.test(text) ? Array.from(text).slice(start, end).join('') : text.slice(start, end);
}
