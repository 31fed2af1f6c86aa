import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Code } from '../../diagnostics/registry.ts';
import type { Policy, PolicyTest } from '../../model/policy.ts';
import { rowsAt } from './difference/narrow.ts';
import { findingsOf, firstNew, placesFoundIn } from './findings.ts';
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
  /** It decides as the policy does in all of `tried` combinations, but they are not all that there is. */
  | { readonly kind: 'undecided'; readonly tried: number }
  /** No test sees that it decides otherwise. `example` is one that would, as the policy decides today. */
  | { readonly kind: 'survived'; readonly example: string };

/** A policy set as it is, for its mutants to be held against. */
export interface Unchanged extends Setting {
  readonly original: Original;
  readonly tests: readonly Counted[];
  /** The places of what the checker finds in the policies as they are. */
  readonly known: ReadonlySet<string>;
}

/** What becomes of a mutant of a policy: the first that finds it counts, the cheapest asked first. */
export async function fateOf(mutant: Mutant, policy: Policy, unchanged: Unchanged): Promise<Fate> {
  const { original, known, policies } = unchanged;
  let mutated = new Map<string, Policy>();
  for (const tests of inTurn(mutant, policy, testsOf(mutant, policy, unchanged.tests))) {
    const wanted = new Set(tests.map(({ test }) => test.span));
    const rechecked = recheck(original, mutant, (span) => wanted.has(span));
    const wrong = firstNew(rechecked.found, known);
    if (wrong !== undefined) return wrongWith(wrong, tests);
    mutated = new Map([...policies, ...rechecked.policies.values()].map((one) => [one.name, one]));
    const killer = await firstUnmet(tests, mutated);
    if (killer !== undefined) return { kind: 'killed', by: killer };
  }
  const changed = mutated.get(policy.name) ?? policy;
  const finding = firstNew(findingsOf(changed), placesFoundIn(policy));
  if (finding !== undefined) return { kind: 'found', by: 'analysis', code: finding.code };
  return settle(mutant, policy, mutated, unchanged);
}

/** A test that names a row which is no more cannot even be read: it has found the mutant. */
function wrongWith({ code, span }: Diagnostic, tests: readonly Counted[]): Fate {
  const by = span && tests.find(({ test }) => test.span.file === span.file && test.span.start <= span.start && span.end <= test.span.end);
  return by === undefined ? { kind: 'found', by: 'check', code } : { kind: 'killed', by: by.test };
}

async function firstUnmet(tests: readonly Counted[], mutated: ReadonlyMap<string, Policy>): Promise<PolicyTest | undefined> {
  for (const { test, policy: { name } } of tests) {
    const owner = mutated.get(name);
    const twin = owner?.tests.find(({ span }) => span === test.span);
    if (owner !== undefined && twin !== undefined && !(await isMet(owner, twin))) return test;
  }
  return undefined;
}

/** The tests whose expectations rest on what was changed. */
function testsOf({ within }: Mutant, policy: Policy, tests: readonly Counted[]): readonly Counted[] {
  const changed = readersIn(policy).filter(({ name }) => within === undefined || name === within);
  return tests.filter(({ restsOn }) => changed.some((reader) => restsOn.has(reader)));
}

/** How many tests are looked at first where it cannot be told which are near. */
const FEW = 10;

/** The tests most likely to see a mutant, and then the others: checking and running them is what takes time. */
function inTurn({ within, edits }: Mutant, policy: Policy, tests: readonly Counted[]): readonly (readonly Counted[])[] {
  const rows = readersIn(policy).filter(({ name }) => name === within).flatMap((reader) => rowsAt(reader, edits));
  const names = rows.map(({ row }) => `${within}.${row.id}`);
  const isNear = ({ fired, policy: viewer }: Counted): boolean => names.some((name) => fired.has(viewer === policy ? name : `${policy.name}.${name}`));
  const near = names.length > 0 ? tests.filter(isNear) : tests.slice(0, FEW);
  const others = tests.filter((test) => !near.includes(test));
  return others.length === 0 ? [near] : [near, others];
}
