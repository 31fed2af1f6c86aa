import { analyze } from '../analyze/analyze.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compiled } from './compile.ts';

/**
 * What was compiled, with what the analyses find in the policies that have no errors: holes, contradictions, what can
 * never happen. Deciding does not need them; putting a policy to use does.
 */
export function analyzed(compiled: Compiled): Compiled {
  const found: Diagnostic[] = [];
  analyze(compiled.policies.values(), (one) => found.push(one));
  return { ...compiled, diagnostics: [...compiled.diagnostics, ...found] };
}
