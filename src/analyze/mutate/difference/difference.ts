import type { FeelDate } from '../../../feel/values/temporal.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Decision, Fact } from '../../../model/policy.ts';
import type { Candidates } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import { addLooks, newLooks, type Looks } from './comparisons.ts';
import { narrowedTo, type Placed } from './narrow.ts';
import { pointsIn, sizeOf, type Space } from './points.ts';
import { evaluatedAlone, outcomeText, stepOf, type Reading, type Subject } from './step.ts';
import { datesFor } from './stretches.ts';
import { keyOf } from './twin.ts';

/** Where two readings of a decision come to something else. */
export interface Difference {
  readonly asOf: FeelDate;
  readonly reading: Reading;
}

export interface Search {
  readonly differences: readonly Difference[];
  /** How many combinations of what the decision reads were tried. */
  readonly tried: number;
  /** Whether there is nothing else that could differ. */
  readonly complete: boolean;
}

/** How many combinations are tried on one date, and how many differences are enough. */
const MOST_TRIED = 20_000;
const ENOUGH = 40;

/**
 * Looks for where two readings of a decision or trigger differ by themselves: for every combination of values of what
 * they read, facts and other decisions, one of each part into which they divide them. `hints` are values of a fact
 * worth trying; `changed` are the two readings of the row in which alone they differ, if it is a row.
 */
export function differencesBetween(one: Subject, other: Subject, hints: (fact: Fact) => readonly Value[], changed: readonly Placed[]): Search {
  const looks = newLooks();
  for (const { reader } of [one, other]) addLooks(reader, looks);
  const differences: Difference[] = [];
  let [tried, complete] = [0, true];
  for (const asOf of datesFor(one, other)) {
    const space = narrowedTo(changed, spaceOf([one, other], asOf, looks, hints));
    complete &&= [...space.values()].every((candidates) => candidates.complete) && sizeOf(space) <= MOST_TRIED;
    for (const reading of pointsIn(space, MOST_TRIED)) {
      tried += 1;
      if (outcomeText(evaluatedAlone(one, asOf, reading)) === outcomeText(evaluatedAlone(other, asOf, reading))) continue;
      differences.push({ asOf, reading });
      if (differences.length >= ENOUGH) return { differences, tried, complete: false };
    }
  }
  return { differences, tried, complete };
}

function spaceOf(subjects: readonly Subject[], asOf: FeelDate, looks: Looks, hints: (fact: Fact) => readonly Value[]): Space {
  const steps = subjects.flatMap((subject) => stepOf(subject, asOf) ?? []);
  const space = new Map<string, Candidates>();
  const add = (read: Fact | Decision, mayBeMissing: boolean, given: readonly Value[]): void => {
    const key = keyOf(read);
    if (!space.has(key)) space.set(key, candidatesOf(read.type, { mayBeMissing, tests: looks.tests.get(key) ?? [], computed: looks.computed.has(key), given, constants: [...looks.constants] }));
  };
  for (const { fact } of steps.flatMap(({ facts }) => facts)) add(fact, fact.optional, hints(fact));
  for (const { decision } of steps.flatMap(({ reads }) => reads)) add(decision, false, []);
  return space;
}
