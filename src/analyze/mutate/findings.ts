import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { severityOf } from '../../diagnostics/message.ts';
import type { Policy } from '../../model/policy.ts';
import { analyze } from '../analyze.ts';

/** What the analyses find in policies, of which those so named may be used elsewhere too. */
export function findingsOf(policies: readonly Policy[], usedElsewhere: ReadonlySet<string>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  analyze(policies, (one) => found.push(one), { othersMayUse: new Set(policies.filter(({ name }) => usedElsewhere.has(name))) });
  return found;
}

/** What tells a finding from others, in a policy and in its mutants, where everything stands in the same place. */
export function placeOf({ code, span }: Diagnostic): string {
  return `${code} ${span?.file.path ?? ''} ${span?.start ?? ''}`;
}

/** The first error or warning that is not among those known; hints count for nothing. */
export function firstNew(found: readonly Diagnostic[], known: ReadonlySet<string>): Diagnostic | undefined {
  return found.find((one) => severityOf(one) !== 'info' && !known.has(placeOf(one)));
}
