import { isContext, isList } from '../../feel/functions/shapes.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import { temporalProperty } from '../../feel/values/temporal-property.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';

/**
 * `value.name` (DMN 1.5, clause 10.3.2.5): an entry of a context, MISSING if it has none; a property of a date, time,
 * duration or range; of a list, the list of what its items have. Throws FeelError `no-such-entry` for any other value, and
 * `value-missing` where an item of a list lacks the entry.
 */
export function entryOf(value: Value, name: string): Value | Missing {
  if (isContext(value)) return value.get(name) ?? MISSING;
  if (isList(value)) return value.map((item) => presentEntryOf(item, name));
  const property = temporalProperty(value, name);
  if (property === undefined) throw feelError('no-such-entry', { name, found: kindOf(value) });
  return property;
}

function presentEntryOf(value: Value, name: string): Value {
  const entry = entryOf(value, name);
  if (entry === MISSING) throw feelError('value-missing', { path: name });
  return entry;
}
