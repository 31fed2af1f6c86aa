import type { Policy } from '../../model/policy.ts';
import { readsOf, type Reader } from '../../model/reads.ts';

const known = new WeakMap<Reader, ReadonlySet<Reader>>();

/** A decision, function or trigger with all that it rests on, directly or not. */
export function upstreamOf(reader: Reader): ReadonlySet<Reader> {
  const found = known.get(reader);
  if (found !== undefined) return found;
  const all = new Set<Reader>([reader]);
  for (const next of all) directlyBehind(next).forEach((upstream) => all.add(upstream));
  known.set(reader, all);
  return all;
}

function directlyBehind(reader: Reader): readonly Reader[] {
  const { decisions, functions, calledDecisions } = readsOf(reader);
  return [...decisions, ...functions, ...calledDecisions];
}

/** Everything that a policy decides or computes. */
export function readersIn({ decisions, functions, triggers }: Policy): readonly Reader[] {
  return [...decisions.values(), ...functions.values(), ...triggers.values()];
}

/** The decisions and triggers that call a function, themselves or through other functions: those at which it can be seen. */
export function callersOf(called: Reader, policies: Iterable<Policy>): readonly Exclude<Reader, { readonly kind: 'function' | 'parameter' }>[] {
  const calls = (reader: Reader): boolean => [...readsOf(reader).functions].some((one) => one === called || calls(one));
  return [...policies].flatMap(({ decisions, triggers }) => [...decisions.values(), ...triggers.values()].filter(calls));
}
