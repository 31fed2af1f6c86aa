import type { Value } from '../../feel/values/value.ts';
import type { Run } from './scope.ts';

/** FEEL's functions that ask a clock. An evaluation has none: the caller says what time it is, or they are null. */
const clocks: ReadonlyMap<string, (run: Run) => Value> = new Map([
  ['now', ({ now }: Run): Value => now ?? null],
  ['today', ({ now }: Run): Value => now?.date ?? null],
]);

/** The function of that name, if it is one that asks the clock and is called as it must be, without arguments. */
export function clock(name: string, given: readonly unknown[]): ((run: Run) => Value) | undefined {
  return given.length === 0 ? clocks.get(name) : undefined;
}
