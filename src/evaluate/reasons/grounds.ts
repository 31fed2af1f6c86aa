import type { CitationAnswer } from '../answer.ts';
import type { PlannedException, PlannedRow, Step } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { forExplaining } from '../run/frame.ts';
import type { Determined } from './determined.ts';
import { whyOfStep } from './why-step.ts';

/** What a decided decision or trigger rests on. */
export interface Grounds {
  /** Rows, parameter rows and exceptions that fired in it. */
  readonly rules: readonly string[];
  /** Those upstream that determined it. */
  readonly because: readonly string[];
  /** Of all these, and of the decisions themselves. */
  readonly cites: readonly CitationAnswer[];
}

/** Finds the grounds of steps of a frame in which they have run; those of a step that was not decided are empty. */
export function groundsIn(frame: Frame): (step: Step) => Grounds {
  const explaining = forExplaining(frame);
  const found = new Map<Step, Grounds>();
  const groundsOf = (step: Step): Grounds => {
    const known = found.get(step);
    if (known !== undefined) return known;
    const grounds = frame.results.outcomes[step.index] === 'decided' ? gather(step) : none;
    found.set(step, grounds);
    return grounds;
  };
  const gather = (step: Step): Grounds => {
    const determined: Determined = { steps: new Set(), calls: [] };
    whyOfStep(frame.prepared.plan, step)?.(explaining, determined);
    const rules = firedIn(frame, step);
    const upstream = [...[...determined.steps].map(groundsOf), ...determined.calls.map((call) => groundsIn(call.frame)(call.step))];
    return {
      rules: [...new Set(rules.map(({ name }) => name))],
      because: [...new Set(upstream.flatMap((each) => [...each.rules, ...each.because]))],
      cites: [...new Set([...rules, step, ...upstream].flatMap(({ cites }) => cites))],
    };
  };
  return groundsOf;
}

const none: Grounds = { rules: [], because: [], cites: [] };

function firedIn({ results }: Frame, { index }: Step): readonly (PlannedRow | PlannedException)[] {
  return [...(results.fired[index] ?? []), ...(results.consulted[index] ?? []), ...(results.active[index] ?? [])];
}
