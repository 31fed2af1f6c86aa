import type { Policy } from '../../model/policy.ts';

/** A policy and all that it imports, directly or not, with the names through which it reaches each: none for itself. */
export function importedPaths(policy: Policy): ReadonlyMap<Policy, readonly string[]> {
  const found = new Map<Policy, readonly string[]>([[policy, []]]);
  for (const [from, path] of found) {
    for (const imported of from.imports) if (!found.has(imported)) found.set(imported, [...path, imported.name]);
  }
  return found;
}
