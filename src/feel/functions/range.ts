import type { Builtin } from './builtin.ts';
import { feelError } from '../values/error.ts';
import { kindOf } from '../values/kind.ts';
import { parseRange } from '../values/range-text.ts';
import { relationBuiltins } from './range-relations.ts';

/** `range("[1..3]")`: a range from a text that holds two constants. */
const range: Builtin = {
  name: 'range',
  signatures: [
    {
      parameters: [{ name: 'from', optional: false, type: { kind: 'text', allowed: undefined } }],
      variadic: false,
      result: () => ({ kind: 'range', item: { kind: 'any' } }),
      call: ([from = null]) => {
        if (typeof from !== 'string') {
          throw feelError('bad-argument', { function: 'range', parameter: 'from', found: kindOf(from), expected: { en: 'a text such as `"[1..3]"`', zh: '文本，例如 `"[1..3]"`' } });
        }
        const parsed = parseRange(from);
        if (parsed === undefined) throw feelError('not-a-range-as-text', { text: from });
        return parsed;
      },
    },
  ],
};

/** FEEL's functions of ranges: `range(…)` and the relations of points and ranges. */
export const rangeBuiltins: readonly Builtin[] = [range, ...relationBuiltins];
