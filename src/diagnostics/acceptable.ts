import { acceptance } from './codes/acceptance.ts';
import { across } from './codes/across.ts';
import { analysis } from './codes/analysis.ts';
import { policyModels } from './codes/policy-models.ts';
import { testing } from './codes/testing.ts';
import { time } from './codes/time.ts';
import type { Code } from './registry.ts';
import { registry } from './registry.ts';

const findings: ReadonlySet<string> = new Set(Object.keys({ ...analysis, ...across }));
/** Subjects of policies that have warnings. Those of facts, models and runs have no place in a policy. */
const ofPolicies: ReadonlySet<string> = new Set(Object.keys({ ...time, ...testing, ...policyModels, ...acceptance }));

/**
 * Whether people may decide how grave a diagnostic is. So it is with what analyses find and with warnings about policies;
 * what cannot be read or is wrongly typed has to be mended.
 */
export function isAdjustable(code: Code): boolean {
  return findings.has(code) || (ofPolicies.has(code) && registry[code].severity !== 'error');
}

/** Whether what a diagnostic finds may be left as it is, with a reason. */
export function isAcceptable(code: Code): boolean {
  return isAdjustable(code) && !(code in acceptance);
}

export function isCode(text: string): text is Code {
  return Object.hasOwn(registry, text);
}
