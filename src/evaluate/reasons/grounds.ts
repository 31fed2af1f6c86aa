import type { CitationAnswer } from '../answer.ts';
import type { PlannedException, PlannedRow, Step } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { forExplaining } from '../run/frame.ts';
import type { Determined } from './determined.ts';
import { whyOfStep } from './why-step.ts';

/** What a decided decision or trigger rests on. Cases that rest on the same share one of these, so it is frozen. */
export interface Grounds {
  /** Rows, parameter rows and exceptions that fired in it. A trigger has none of its own. */
  readonly rules: readonly string[];
  /** Those upstream that determined it; of a trigger also the parameter rows that it looked up. */
  readonly because: readonly string[];
  /** Of all these, and of the decisions themselves. */
  readonly cites: readonly CitationAnswer[];
}

/** Finds the grounds of steps of a frame in which they have run; those of a step that was not decided are empty. */
export function groundsIn(frame: Frame): (step: Step) => Grounds {
  const explaining = forExplaining(frame);
  const found: (Grounds | undefined)[] = [];
  const groundsOf = (step: Step): Grounds => (found[step.index] ??= frame.results.outcomes[step.index] === 'decided' ? gather(step) : none);
  const gather = (step: Step): Grounds => {
    const determined: Determined = { steps: new Set(), calls: [] };
    whyOfStep(frame.prepared.plan, step)?.(explaining, determined);
    const upstream: Grounds[] = [];
    for (const each of determined.steps) upstream.push(groundsOf(each));
    for (const call of determined.calls) upstream.push(groundsIn(call.frame)(call.step));
    return sharedGrounds(step, firedIn(frame, step), upstream);
  };
  return groundsOf;
}

type Fired = readonly (PlannedRow | PlannedException)[];

const nothing: Fired = [];

function firedIn({ results }: Frame, { index }: Step): Fired {
  const [fired = nothing, consulted = nothing, active = nothing] = [results.fired[index], results.consulted[index], results.active[index]];
  return consulted.length === 0 && active.length === 0 ? fired : [...fired, ...consulted, ...active];
}

/** The grounds that a step has been found to have, as a tree: what fired and what lies upstream leads to them, one after the other. */
interface Known {
  readonly next: Map<PlannedRow | PlannedException | Grounds, Known>;
  grounds: Grounds | undefined;
}

const knownOf = new WeakMap<Step, { root: Known; count: number }>();

/** How many are kept for a step: of a loan book most cases rest on a few hundred combinations, and memory must not grow with its length. */
const KEPT = 500;

function sharedGrounds(step: Step, fired: Fired, upstream: readonly Grounds[]): Grounds {
  let known = knownOf.get(step);
  if (known === undefined || known.count >= KEPT) knownOf.set(step, (known = { root: { next: new Map(), grounds: undefined }, count: 0 }));
  let place = known.root;
  for (const each of fired) place = stepFrom(place, each);
  for (const each of upstream) place = stepFrom(place, each);
  if (place.grounds === undefined) {
    place.grounds = makeGrounds(step, fired, upstream);
    known.count += 1;
  }
  return place.grounds;
}

function stepFrom(place: Known, passed: PlannedRow | PlannedException | Grounds): Known {
  const known = place.next.get(passed);
  if (known !== undefined) return known;
  const fresh: Known = { next: new Map(), grounds: undefined };
  place.next.set(passed, fresh);
  return fresh;
}

function makeGrounds(step: Step, fired: Fired, upstream: readonly Grounds[]): Grounds {
  const rules = fired.map(({ name }) => name);
  const because = upstream.flatMap((each) => [...each.rules, ...each.because]);
  const cites = distinct([...fired, step, ...upstream].flatMap((each) => each.cites));
  return frozen(step.kind === 'trigger' ? { rules: [], because: distinct([...rules, ...because]), cites } : { rules: distinct(rules), because: distinct(because), cites });
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}

function frozen(grounds: Grounds): Grounds {
  Object.values(grounds).forEach(Object.freeze);
  return Object.freeze(grounds);
}

const none: Grounds = frozen({ rules: [], because: [], cites: [] });
