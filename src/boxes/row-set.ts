/**
 * A set of a table's rows, by number, made for intersecting with others. Few rows are a list. Many are bits: row `r` is
 * bit `r & 31` of word `r >> 5`; and `summary` has a bit for each word that is not 0, so that the others need not be
 * looked at.
 */
export type RowSet =
  | { readonly kind: 'few'; readonly rows: Int32Array }
  | { readonly kind: 'many'; readonly words: Int32Array; readonly summary: Int32Array };

/** Sets up to this size are kept as lists. */
export const FEW = 16;

/** The set of the rows whose bits are on; `size` of them. The words are copied. */
export function rowSetOf(words: Int32Array, size: number): RowSet {
  if (size <= FEW) return { kind: 'few', rows: Int32Array.from(rowsIn(words, size)) };
  const summary = bitsFor(words.length);
  words.forEach((word, index) => {
    if (word !== 0) turnOn(summary, index);
  });
  return { kind: 'many', words: words.slice(), summary };
}

/** Words enough for so many bits, all off. */
export function bitsFor(count: number): Int32Array {
  return new Int32Array((count + 31) >>> 5);
}

export function turnOn(words: Int32Array, bit: number): void {
  const index = bit >>> 5;
  words[index] = (words[index] ?? 0) | (1 << (bit & 31));
}

export function turnOff(words: Int32Array, bit: number): void {
  const index = bit >>> 5;
  words[index] = (words[index] ?? 0) & ~(1 << (bit & 31));
}

/** Appends the bits that are on in a word, lowest first, counted from `first`. */
export function pushBits(word: number, first: number, into: number[]): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) into.push(first + 31 - Math.clz32(rest & -rest));
}

function rowsIn(words: Int32Array, size: number): readonly number[] {
  const rows: number[] = [];
  for (let index = 0; index < words.length && rows.length < size; index += 1) pushBits(words[index] ?? 0, index << 5, rows);
  return rows;
}
