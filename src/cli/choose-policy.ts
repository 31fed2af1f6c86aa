import { closest } from '../diagnostics/closest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { importsOf } from '../evaluate/facts/shape.ts';
import type { Policy } from '../model/policy.ts';

/**
 * The policy to ask: the one named; else the one that the path itself is; else the only one that no other imports.
 */
export function choosePolicy(path: string, policies: readonly Policy[], name: string | undefined): { readonly policy: Policy } | { readonly diagnostic: Diagnostic } {
  const known = policies.map((policy) => policy.name);
  if (name !== undefined) {
    const named = policies.find((policy) => policy.name === name);
    return named === undefined ? { diagnostic: diagnostic('policy-not-found', undefined, { name, known, suggestion: closest(name, known) }) } : { policy: named };
  }
  const own = policies.find(({ file }) => file.path === path);
  if (own !== undefined) return { policy: own };
  const imported = new Set(policies.flatMap(importsOf));
  const [first, ...others] = policies.filter((policy) => !imported.has(policy) && policy.decisions.size + policy.triggers.size > 0);
  return first !== undefined && others.length === 0 ? { policy: first } : { diagnostic: diagnostic('policy-ambiguous', undefined, { known }) };
}
