import type { PlannedRow } from '../plan/plan.ts';
import type { Frame, Observation } from '../run/frame.ts';

/** Where a frame stands: how much work is left, how many rows and tables are noted. */
export interface Mark {
  readonly workLeft: number;
  readonly trail: number;
  readonly observed: number;
}

/** What a computation left in its frame, besides its value. */
export interface Effects {
  readonly workLeft: number;
  readonly trail: readonly PlannedRow[];
  readonly observed: readonly Observation[];
}

export function markOf({ work, trail, observed }: Frame): Mark {
  return { workLeft: work.left, trail: trail.length, observed: observed?.length ?? 0 };
}

/** Puts a frame back to where it stood. */
export function rewind({ work, trail, observed }: Frame, mark: Mark): void {
  work.left = mark.workLeft;
  trail.length = mark.trail;
  if (observed !== undefined) observed.length = mark.observed;
}

export function effectsSince(mark: Mark, { work, trail, observed }: Frame): Effects {
  return { workLeft: work.left, trail: trail.slice(mark.trail), observed: observed?.slice(mark.observed) ?? [] };
}

/** Leaves in a frame that stands where the other stood what the computation left in the other. */
export function repeatEffects({ work, trail, observed }: Frame, effects: Effects): void {
  work.left = effects.workLeft;
  trail.push(...effects.trail);
  observed?.push(...effects.observed);
}
