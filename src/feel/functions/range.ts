import { feelError } from '../values/error.ts';
import { parseRange } from '../values/range-text.ts';
import type { Builtin } from './builtin.ts';
import { builtin, required, taking } from './declare.ts';
import { text } from './kinds.ts';
import { relationBuiltins } from './range-relations.ts';
import { ANY, always } from './result-types.ts';

/** `range("[1..3]")`: a range from a text that holds two constants. */
const range = builtin(
  'range',
  taking([required('from', text)], always({ kind: 'range', item: ANY }), (from) => {
    const parsed = parseRange(from);
    if (parsed === undefined) throw feelError('not-a-range-as-text', { text: from });
    return parsed;
  }),
);

/** FEEL's functions of ranges: `range(…)` and the relations of points and ranges. */
export const rangeBuiltins: readonly Builtin[] = [range, ...relationBuiltins];
