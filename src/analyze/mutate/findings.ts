import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { severityOf } from '../../diagnostics/message.ts';
import type { Policy } from '../../model/policy.ts';
import { analyze } from '../analyze.ts';

/**
 * What the analyses find in a policy by itself: what others use of it is not looked at, nor what they make of it, since
 * that would be to analyse them all for each of its mutants.
 */
export function findingsOf(policy: Policy): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  analyze([policy], (one) => found.push(one), { othersMayUse: new Set([policy]) });
  return found;
}

const known = new WeakMap<Policy, ReadonlySet<string>>();

/** The places of what is found in a policy as it is. */
export function placesFoundIn(policy: Policy): ReadonlySet<string> {
  const places = known.get(policy) ?? placesOf(findingsOf(policy));
  known.set(policy, places);
  return places;
}

export function placesOf(found: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(found.map(placeOf));
}

/** What tells a finding from others, in a policy and in its mutants, where everything stands in the same place. */
function placeOf({ code, span }: Diagnostic): string {
  return `${code} ${span?.file.path ?? ''} ${span?.start ?? ''}`;
}

/** The first error or warning that is not among those known; hints count for nothing. */
export function firstNew(found: readonly Diagnostic[], known: ReadonlySet<string>): Diagnostic | undefined {
  return found.find((one) => severityOf(one) !== 'info' && !known.has(placeOf(one)));
}
