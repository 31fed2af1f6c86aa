import { analyze } from '../analyze/analyze.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { settle, type Accepted } from '../findings/settle.ts';
import { standardSettings, underSettings, type Settings } from '../findings/settings/settings.ts';
import type { Compiled } from './compile.ts';

export interface Analyzed extends Compiled {
  /** What was found and is accepted in the policies, with reasons; it is not among the diagnostics. */
  readonly accepted: readonly Accepted[];
}

/**
 * What was compiled, with what the analyses find in the policies that have no errors: holes, contradictions, what can
 * never happen. Deciding does not need them; putting a policy to use does.
 */
export function analyzed(compiled: Compiled, settings: Settings = standardSettings): Analyzed {
  const found: Diagnostic[] = [...compiled.diagnostics];
  const policies = [...compiled.policies.values()];
  const isWhole = policies.length === compiled.trees.length;
  analyze(policies, (one) => found.push(one), { othersMayUse: new Set(isWhole ? compiled.usedElsewhere : policies), ...settings.analysis });
  const files = new Set(policies.map(({ file }) => file));
  const { open, accepted } = settle(found, compiled.trees, ({ file }) => files.has(file));
  return { ...compiled, diagnostics: underSettings(open, settings), accepted };
}
