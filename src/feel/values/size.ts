import { feelError } from './error.ts';
import { FeelRange } from './range.ts';
import type { Value } from './value.ts';

/** Values lie within one another at most so deep, as brackets do in a text: printing and comparing them recurse. */
export const DEEPEST_VALUE = 200;

/** So many characters count as much as one element. */
const CHARACTERS_OF_A_STEP = 16;

/**
 * How large a value is when it is written out: one for each element of a list and entry of a context, at every depth, and for every
 * 16 characters of a text. `[x, x]` holds x twice, though in memory it is there once: a value of forty small steps can be
 * endless to print. Counting stops once it passes `most`. Throws FeelError `too-deep`.
 */
export function sizeOf(value: Value, most: number, depth = 0): number {
  if (typeof value === 'string') return Math.floor(value.length / CHARACTERS_OF_A_STEP);
  if (Array.isArray(value)) return sizeOfAll(value, value.length, most, depth);
  if (value instanceof Map) return sizeOfAll(value.values(), value.size, most, depth);
  if (value instanceof FeelRange) return sizeOf(value.low, most, depth) + sizeOf(value.high, most, depth);
  return 0;
}

function sizeOfAll(parts: Iterable<Value>, count: number, most: number, depth: number): number {
  if (depth >= DEEPEST_VALUE) throw feelError('too-deep', {});
  let size = count;
  for (const part of parts) {
    if (size > most) break;
    size += sizeOf(part, most - size, depth + 1);
  }
  return size;
}
