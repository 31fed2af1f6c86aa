import { equal } from '../../feel/values/compare.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import { FeelRange, rangeIncludes } from '../../feel/values/range.ts';
import type { Value } from '../../feel/values/value.ts';
import { isList } from '../../feel/functions/shapes.ts';

/**
 * FEEL's `in` with a container that was computed: within a range; or among a list's items, or within one of its ranges.
 * Throws FeelError `not-a-container` for anything else, and as the comparisons do.
 */
export function liesWithin(value: Value, container: Value): boolean {
  if (container instanceof FeelRange) return rangeIncludes(container, value);
  if (!isList(container)) throw feelError('not-a-container', { found: kindOf(container) });
  return container.some((item) => isOrLiesIn(value, item));
}

/** Whether a value is another, or lies in it where that is a range. Throws FeelError as the comparisons do. */
export function isOrLiesIn(value: Value, item: Value): boolean {
  return item instanceof FeelRange && !(value instanceof FeelRange) ? rangeIncludes(item, value) : equal(value, item);
}
