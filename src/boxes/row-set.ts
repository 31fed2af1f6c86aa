/**
 * A set of rows, by number, made for intersecting with others. Few rows are a list. Many are bits: row `r` is bit
 * `r & 31` of word `r >> 5`; and `summary` has a bit for each word that is not 0, so that the others need not be looked
 * at.
 */
export type RowSet =
  | { readonly kind: 'few'; readonly size: number; readonly rows: Int32Array }
  | { readonly kind: 'many'; readonly size: number; readonly words: Int32Array; readonly summary: Int32Array };

export type BitSet = Extract<RowSet, { readonly kind: 'many' }>;

/** Sets up to this size are kept as lists. */
export const FEW = 16;

/** The set of the rows whose bits are on; `size` of them. The words are copied. */
export function rowSetOf(words: Int32Array, size: number): RowSet {
  if (size <= FEW) return { kind: 'few', size, rows: Int32Array.from(rowsIn(words)) };
  const summary = bitsFor(words.length);
  words.forEach((word, index) => {
    if (word !== 0) turnOn(summary, index);
  });
  return { kind: 'many', size, words: words.slice(), summary };
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

/** The place of the lowest bit that is on in a word other than 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Visits the rows in both sets, in order: only words that are empty in neither are looked at. */
export function forEachInBoth(a: BitSet, b: BitSet, visit: (row: number) => void): void {
  for (let block = 0; block < a.summary.length; block += 1) {
    for (let words = (a.summary[block] ?? 0) & (b.summary[block] ?? 0); words !== 0; words &= words - 1) {
      const index = (block << 5) + lowestBit(words);
      for (let rows = (a.words[index] ?? 0) & (b.words[index] ?? 0); rows !== 0; rows &= rows - 1) visit((index << 5) + lowestBit(rows));
    }
  }
}

function rowsIn(words: Int32Array): readonly number[] {
  const rows: number[] = [];
  words.forEach((word, index) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) rows.push((index << 5) + lowestBit(rest));
  });
  return rows;
}
