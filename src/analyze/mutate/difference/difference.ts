import { stepsBehind } from '../../../evaluate/plan/needs.ts';
import type { Step } from '../../../evaluate/plan/plan.ts';
import type { FeelDate } from '../../../feel/values/temporal.ts';
import type { Reader } from '../../../model/reads.ts';
import type { Case } from '../../analysis.ts';
import { addLooks, newLooks, type Looks } from './comparisons.ts';
import { factsIn } from './facts.ts';
import { narrowedTo, type ChangedRow } from './narrow.ts';
import { pointsIn } from './points.ts';
import { factSpace, isCovered, readingSpace, sizeOf, type Given } from './space.ts';
import { evaluatedAlone, evaluatedIn, outcomeText, stepOf, type Reading, type Subject } from './step.ts';
import { datesFor } from './stretches.ts';

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

/** How many combinations are tried one and all on a date, how many of those that are more, and how many differences are enough. */
const ALL = 300_000;
const SOME = 20_000;
const ENOUGH = 40;

/** What is known of how two readings differ. */
export interface Change {
  /** The rows in which alone they differ, if they are rows. */
  readonly rows: readonly ChangedRow[];
  /** Whether they differ only in when something is in force. */
  readonly onlyInTime: boolean;
}

/**
 * Looks for where two readings of a decision or trigger differ by themselves: for every combination of values of what
 * they read, facts and other decisions, one of each part into which they divide them.
 */
export function differencesBetween(one: Subject, other: Subject, given: Given, { rows, onlyInTime }: Change): Search {
  const looks = looksOf([one.reader, other.reader]);
  const differences: Difference[] = [];
  let [tried, complete] = [0, true];
  for (const asOf of datesFor(one, other, onlyInTime)) {
    const space = narrowedTo(rows, readingSpace(stepsOn(asOf, one, other), looks, given));
    const size = sizeOf(space);
    complete &&= size <= ALL && isCovered(space);
    for (const reading of pointsIn(space, size <= ALL ? size : SOME)) {
      tried += 1;
      if (outcomeText(evaluatedAlone(one, asOf, reading)) === outcomeText(evaluatedAlone(other, asOf, reading))) continue;
      differences.push({ asOf, reading });
      if (differences.length >= ENOUGH) return { differences, tried, complete: false };
    }
  }
  return { differences, tried, complete };
}

/** Looks for a case in which two readings differ, among cases of all the facts that they rest on: in no order, and not among all that there are. */
export function differingCase(one: Subject, other: Subject, given: Given, { onlyInTime }: Change): { readonly found: Case | undefined; readonly tried: number } {
  let tried = 0;
  for (const asOf of datesFor(one, other, onlyInTime)) {
    const steps = stepsOn(asOf, one, other);
    const behind = [...new Set([...stepsBehind(steps), ...steps])];
    for (const reading of pointsIn(factSpace(behind, looksOf(behind.map(readerOf)), given), SOME)) {
      tried += 1;
      const sample = { asOf, facts: factsIn([...reading].map(([key, { value }]) => [key, value]), one.policy) };
      if (outcomeText(evaluatedIn(one, sample)) !== outcomeText(evaluatedIn(other, sample))) return { found: sample, tried };
    }
  }
  return { found: undefined, tried };
}

function stepsOn(asOf: FeelDate, ...subjects: readonly Subject[]): readonly Step[] {
  return subjects.flatMap((subject) => stepOf(subject, asOf) ?? []);
}

function readerOf(step: Step): Reader {
  return step.kind === 'decision' ? step.decision : step.trigger;
}

function looksOf(readers: readonly Reader[]): Looks {
  const looks = newLooks();
  for (const reader of readers) addLooks(reader, looks);
  return looks;
}
