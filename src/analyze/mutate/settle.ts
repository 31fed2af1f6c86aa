import type { Value } from '../../feel/values/value.ts';
import type { Fact, Policy } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Case, Tools } from '../analysis.ts';
import { differencesBetween, differingCase, type Difference } from './difference/difference.ts';
import { rowsAt, type ChangedRow } from './difference/narrow.ts';
import { realise } from './difference/realise.ts';
import { evaluatedIn, outcomeText, type Reading, type Subject } from './difference/step.ts';
import { keyOf, twinOf } from './difference/twin.ts';
import { killingTest } from './example.ts';
import type { Fate } from './fate.ts';
import type { Mutant } from './mutants.ts';
import { callersOf, readersIn } from './upstream.ts';

/** What is known of a policy set while its mutants are looked at. */
export interface Setting {
  readonly policies: readonly Policy[];
  /** The values that tests give a fact. */
  readonly given: (fact: Fact) => readonly Value[];
  readonly reach: Tools['reach'];
}

/**
 * Whether a mutant that nothing has found decides as the policy does, or else in what case it does not. Looked at is the decision
 * or trigger that was changed, or those that call the function that was: what they are read by can only differ where
 * they do.
 */
export function settle(mutant: Mutant, policy: Policy, mutated: ReadonlyMap<string, Policy>, setting: Setting): Fate {
  let [tried, settled] = [0, true];
  for (const one of subjectsOf(mutant, policy, setting)) {
    const other = twinIn(mutated, one);
    if (other === undefined) continue;
    const change = { rows: changedRows(mutant, policy, mutated), onlyInTime: mutant.operator === 'period moved' };
    const search = differencesBetween(one, other, setting.given, change);
    const { example, open } = firstExample(one, other, search.differences, setting);
    tried += search.tried;
    if (example !== undefined) return { kind: 'survived', example: killingTest(mutant, one, example) };
    if (search.complete && !open) continue;
    settled = false;
    const sampled = differingCase(one, other, setting.given, change);
    tried += sampled.tried;
    if (sampled.found !== undefined) return { kind: 'survived', example: killingTest(mutant, one, sampled.found) };
  }
  return { kind: settled ? 'equivalent' : 'undecided', tried };
}

function subjectsOf({ within }: Mutant, policy: Policy, { policies }: Setting): readonly Subject[] {
  const changed: readonly Reader[] = within === undefined ? readersIn(policy) : [named(policy, within)].filter((reader) => reader !== undefined);
  const seen = new Set(changed.flatMap((reader) => (reader.kind === 'decision' || reader.kind === 'trigger' ? [reader] : callersOf(reader, policies))));
  return [...seen].flatMap((reader) => {
    const owner = policies.find(({ name }) => name === reader.policy);
    return owner === undefined ? [] : [{ policy: owner, reader }];
  });
}

function named({ decisions, functions, triggers }: Policy, name: string): Reader | undefined {
  return decisions.get(name) ?? functions.get(name) ?? triggers.get(name);
}

function twinIn(mutated: ReadonlyMap<string, Policy>, { reader }: Subject): Subject | undefined {
  const policy = mutated.get(reader.policy);
  const twin = policy && twinOf(reader, policy);
  return policy === undefined || twin === undefined ? undefined : { policy, reader: twin };
}

/** The rows in which alone a mutant differs, if it does in rows. */
function changedRows({ within, edits }: Mutant, policy: Policy, mutated: ReadonlyMap<string, Policy>): readonly ChangedRow[] {
  const readers = [policy, mutated.get(policy.name)].flatMap((one) => (one && within !== undefined ? (named(one, within) ?? []) : []));
  return edits.map((edit) => readers.flatMap((reader) => rowsAt(reader, [edit]))).filter((rows) => rows.length > 0);
}

/** So many differences that cannot be solved for, and others will not be either. */
const ENOUGH_OPEN = 3;

/** A case that tells a mutant from the policy. `open`: some difference could neither be shown in a case nor be ruled out. */
function firstExample(one: Subject, other: Subject, differences: readonly Difference[], { reach }: Setting): { readonly example: Case | undefined; readonly open: boolean } {
  const excluded: Reading[] = [];
  let open = 0;
  for (const difference of differences) {
    if (open >= ENOUGH_OPEN) break;
    if (excluded.some((impossible) => holdsIn(impossible, difference.reading))) continue;
    const realised = realise(one, other, difference, reach);
    if (realised.kind === 'impossible') excluded.push(realised.because);
    else if (realised.kind === 'case' && outcomeText(evaluatedIn(one, realised.case)) !== outcomeText(evaluatedIn(other, realised.case))) {
      return { example: realised.case, open: false };
    } else open += 1;
  }
  return { example: undefined, open: open > 0 };
}

function holdsIn(part: Reading, reading: Reading): boolean {
  return [...part].every(([key, value]) => reading.get(key)?.value === value.value);
}

/** The values that tests give facts, by what facts are called. */
export function givenByTests(policies: Iterable<Policy>): Setting['given'] {
  const values = new Map<string, Set<Value>>();
  for (const { tests } of policies) {
    for (const { givens } of tests) {
      for (const [fact, value] of givens) {
        const known = values.get(keyOf(fact)) ?? new Set();
        values.set(keyOf(fact), known.add(value));
      }
    }
  }
  return (fact) => [...(values.get(keyOf(fact)) ?? [])];
}
