import type { Decision, FunctionModel, Period, Policy } from '../../model/policy.ts';
import { closed, COMPARISON, type Feel } from './feel/pieces.ts';
import { boundText, dateText } from './feel/values.ts';
import { AS_OF } from './feel/writing.ts';

/**
 * Whether something is in force for less time than its policy. A model speaks of the time that its policy is in force, so
 * only that needs the date.
 */
export function isNarrower(period: Period, outer: Period): boolean {
  return period.from?.epochDay !== outer.from?.epochDay || period.to?.epochDay !== outer.to?.epochDay;
}

/** Whether the date decides anything in a decision or function. */
export function isDated(reader: Decision | FunctionModel, { inForce }: Policy): boolean {
  const parts = [...reader.bodies, ...reader.bodies.flatMap((body) => (body.kind === 'table' ? body.rows : [])), ...(reader.kind === 'decision' ? reader.exceptions : [])];
  return parts.some((part) => isNarrower(part.inForce, inForce));
}

/** The unary test that a date meets which lies in a period. */
export function periodCell({ from, to }: Period): string {
  if (from !== undefined && to !== undefined) return `[${dateText(from)}..${dateText(to)}]`;
  if (from === undefined && to === undefined) return '-';
  return boundText(from && closed(dateText(from)), to && closed(dateText(to)), true, true);
}

/** The condition that the date decided for lies in a period that has an end or a beginning. */
export function duringText(period: Period): Feel {
  const test = periodCell(period);
  return { text: period.from !== undefined && period.to !== undefined ? `${AS_OF} in ${test}` : `${AS_OF} ${test}`, binds: COMPARISON };
}
