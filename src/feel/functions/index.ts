import type { Builtin } from './builtin.ts';
import { contextBuiltins } from './contexts.ts';
import { conversionBuiltins } from './conversion.ts';
import { extremeBuiltins } from './extremes.ts';
import { listBuiltins } from './lists.ts';
import { logicBuiltins } from './logic.ts';
import { numericBuiltins } from './numeric.ts';
import { patternBuiltins } from './patterns.ts';
import { rangeBuiltins } from './range.ts';
import { sortingBuiltins } from './sorting.ts';
import { statisticsBuiltins } from './statistics.ts';
import { temporalBuiltins } from './temporal.ts';
import { textBuiltins } from './text.ts';

/** FEEL's built-in functions by name (DMN 1.5, clause 10.3.4), with the policy dialect's `worst` and `best`. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    ...conversionBuiltins,
    ...logicBuiltins,
    ...textBuiltins,
    ...patternBuiltins,
    ...listBuiltins,
    ...statisticsBuiltins,
    ...extremeBuiltins,
    ...numericBuiltins,
    ...contextBuiltins,
    ...sortingBuiltins,
    ...temporalBuiltins,
    ...rangeBuiltins,
  ].map((builtin) => [builtin.name, builtin]),
);
