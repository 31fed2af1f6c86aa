import type { Code } from '../../diagnostics/registry.ts';
import type { Policy, PolicyTest } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import { findingsOf, firstNew } from './findings.ts';
import type { Mutant } from './mutants.ts';
import { recheck, type Original } from './recheck.ts';
import { settle, type Setting } from './settle.ts';
import { isMet, type Counted } from './tested.ts';
import { readersIn } from './upstream.ts';

/** What becomes of a mutant. */
export type Fate =
  /** The checker, or an analysis, finds something wrong that is not wrong with the policy as it is. */
  | { readonly kind: 'found'; readonly by: 'check' | 'analysis'; readonly code: Code }
  /** A test is no longer met. */
  | { readonly kind: 'killed'; readonly by: PolicyTest }
  /** It decides as the policy does, whatever the facts: all of `tried` combinations of what it reads came to the same. */
  | { readonly kind: 'equivalent'; readonly tried: number }
  /** No test sees it. `example` is one that would, as the policy decides today; undefined where none was found. */
  | { readonly kind: 'survived'; readonly example: string | undefined; readonly tried: number };

/** A policy set as it is, for its mutants to be held against. */
export interface Unchanged extends Setting {
  readonly original: Original;
  readonly tests: readonly Counted[];
  /** What is found in the policies as they are, by `placeOf`. */
  readonly known: ReadonlySet<string>;
}

/** What becomes of a mutant of a policy: the first that finds it counts, the cheapest asked first. */
export async function fateOf(mutant: Mutant, policy: Policy, unchanged: Unchanged): Promise<Fate> {
  const { original, known, policies } = unchanged;
  const tests = testsOf(mutant, policy, unchanged.tests);
  const wanted = new Set(tests.map(({ test }) => test.span));
  const { policies: rechecked, found } = recheck(original, mutant, ({ span }) => wanted.has(span));
  const wrong = firstNew(found, known);
  if (wrong !== undefined) {
    // A test that names a row which is no more cannot even be read.
    const by = tests.find(({ test: { span } }) => span.file === wrong.span?.file && span.start <= wrong.span.start && wrong.span.end <= span.end);
    return by === undefined ? { kind: 'found', by: 'check', code: wrong.code } : { kind: 'killed', by: by.test };
  }
  const mutated = new Map(policies.map((one) => [one.name, one]));
  for (const one of rechecked.values()) mutated.set(one.name, one);
  for (const { test, policy: { name } } of tests) {
    const owner = mutated.get(name);
    const twin = owner?.tests.find(({ title }) => title === test.title);
    if (owner !== undefined && twin !== undefined && !(await isMet(owner, twin))) return { kind: 'killed', by: test };
  }
  const finding = firstNew(findingsOf(rechecked.values()), known);
  if (finding !== undefined) return { kind: 'found', by: 'analysis', code: finding.code };
  return settle(mutant, policy, mutated, unchanged);
}

/** The tests whose expectations rest on what was changed. */
function testsOf({ within }: Mutant, policy: Policy, tests: readonly Counted[]): readonly Counted[] {
  const changed = new Set<Reader>(readersIn(policy).filter(({ name }) => within === undefined || name === within));
  return tests.filter(({ restsOn }) => [...changed].some((reader) => restsOn.has(reader)));
}
