import { analyze } from '../analyze/analyze.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compiled } from './compile.ts';

/**
 * What was compiled, with what the analyses find in the policies that have no errors: holes, contradictions, what can
 * never happen. Deciding does not need them; putting a policy to use does.
 */
export function analyzed(compiled: Compiled): Compiled {
  const found: Diagnostic[] = [];
  const policies = [...compiled.policies.values()];
  const isWhole = policies.length === compiled.trees.length;
  analyze(policies, (one) => found.push(one), { othersMayUse: new Set(isWhole ? compiled.alongside : policies) });
  return { ...compiled, diagnostics: [...compiled.diagnostics, ...found] };
}
