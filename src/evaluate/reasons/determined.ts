import type { DecisionStep } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';

/** What determined a value: decisions that it read, and decisions that were called, each with the frame in which it ran. */
export interface Determined {
  readonly steps: Set<DecisionStep>;
  readonly calls: { readonly frame: Frame; readonly step: DecisionStep }[];
}

/**
 * Finds what determined the value of an expression, by computing again whatever decides which of its parts counted. The
 * frame must be one `forExplaining`, in which the expression has been decided.
 */
export type Why = (frame: Frame, determined: Determined) => void;

/** All of them; undefined where none finds anything. */
export function allOf(whys: readonly (Why | undefined)[]): Why | undefined {
  const found = whys.filter((why) => why !== undefined);
  const [only] = found;
  if (found.length <= 1) return only;
  return (frame, determined) => found.forEach((why) => why(frame, determined));
}
