import { equal } from '../../feel/values/compare.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';

/** FEEL's equality as a plain question: values that cannot be compared are not the same. */
export function sameValue(a: Value, b: Value): boolean {
  try {
    return equal(a, b);
  } catch (error) {
    if (error instanceof FeelError) return false;
    throw error;
  }
}

/** Whether all are the same value. */
export function allSame(values: readonly Value[]): boolean {
  const [first, ...others] = values;
  return first === undefined || others.every((other) => sameValue(first, other));
}
