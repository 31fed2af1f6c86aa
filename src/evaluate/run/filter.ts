import { Decimal, plainText, toSafeInteger } from '../../feel/values/decimal.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Span } from '../../read/tree/span.ts';
import { isList } from '../../feel/functions/shapes.ts';
import type { Work } from './work.ts';
import { charge } from './work.ts';

/**
 * The elements of a list for which a condition holds (DMN 1.5, clause 10.3.2.5). A condition that comes to a number is an
 * index instead. A value that is not a list counts as a list of it. Throws FeelError `condition-not-boolean` at `span`.
 */
export function filtered(work: Work, from: Value, span: Span, condition: (element: Value) => Value): Value {
  const kept: Value[] = [];
  for (const element of listFrom(from)) {
    charge(work, 1);
    const verdict = condition(element);
    if (verdict instanceof Decimal) return elementAt(from, verdict);
    if (typeof verdict !== 'boolean') throw feelError('condition-not-boolean', { found: kindOf(verdict) }).at(span);
    if (verdict) kept.push(element);
  }
  return kept;
}

/** The element at an index: 1 is the first, -1 the last. Throws FeelError `index-out-of-range`. */
export function elementAt(from: Value, index: Value): Value {
  const list = listFrom(from);
  const place = index instanceof Decimal ? toSafeInteger(index) : undefined;
  const element = place === undefined || place === 0 ? undefined : list.at(place > 0 ? place - 1 : place);
  if (element !== undefined) return element;
  throw feelError('index-out-of-range', { index: index instanceof Decimal ? plainText(index) : kindOf(index), length: list.length });
}

function listFrom(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}
