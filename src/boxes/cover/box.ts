import type { AtomSet } from '../atom-set.ts';

/** A box in a space of finite partitions: a set of atoms for each dimension. */
export type Box = readonly AtomSet[];

/** How many steps a search may still take. Searches end early when it is spent, and say so. */
export interface Budget {
  /** Takes steps; false when none are left. */
  readonly take: (steps: number) => boolean;
  readonly spent: () => boolean;
}

export function budgetOf(steps: number): Budget {
  let left = steps;
  return {
    take: (taken) => {
      left -= taken;
      return left >= 0;
    },
    spent: () => left < 0,
  };
}
