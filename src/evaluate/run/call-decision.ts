import { feelError } from '../../feel/values/error.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { DecisionCall } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { PlannedCall, PlannedFact } from '../plan/plan.ts';
import { isContext } from '../../feel/functions/shapes.ts';
import { seenText } from './seen.ts';
import type { Conformance } from './conform.ts';
import { conformanceTo } from './conform.ts';
import type { Frame } from './frame.ts';
import { frameFor } from './frame.ts';
import { layOut } from './load-facts.ts';
import { runSteps } from './run.ts';
import { Undecided } from './undecided.ts';
import { charge } from './work.ts';

/** Evaluates a decision with facts from arguments, and gives the frame in which it ran. */
export type CallRun = (frame: Frame, values: readonly Value[]) => Frame;

/**
 * Prepares a call of a decision as a function of its inputs. The result takes the values of the call's arguments, in their
 * order. It throws FeelError without a place, and Undecided where the decision called does not end decided.
 */
export function callerOf(call: PlannedCall, given: DecisionCall['arguments']): (frame: Frame, values: readonly Value[]) => Value {
  const run = callRunOf(call, given);
  return (frame, values) => {
    const { results } = run(frame, values);
    const outcome = results.outcomes[call.step.index] ?? 'error';
    if (outcome !== 'decided') throw new Undecided(outcome, results.reasons[call.step.index] ?? []);
    return results.values[call.step.index] ?? null;
  };
}

/** The same, for those that ask how the called decision came about. */
export function callRunOf(call: PlannedCall, given: DecisionCall['arguments']): CallRun {
  const { plan } = call;
  const sources = plan.facts.map((planned) => sourceOf(call, planned, given));
  return (frame, values) => {
    charge(frame.work, 1 + plan.steps.length);
    const prepared = frame.prepared.calls[call.index];
    if (prepared === undefined) throw new Error(`the plan has no call ${call.index}`);
    const facts = layOut(plan, sources.map((source) => source(frame, values)));
    const inner = frameFor(prepared, frame.asOf, facts, frame.work);
    runSteps(inner, plan.steps);
    return inner;
  };
}

type Source = (frame: Frame, values: readonly Value[]) => Value | Missing;

/** Where a fact of the called decision comes from: the caller's facts, an argument, or nowhere. */
function sourceOf(call: PlannedCall, planned: PlannedFact, given: DecisionCall['arguments']): Source {
  const inherited = call.inherited.find(({ to }) => to === planned);
  if (inherited !== undefined) return (frame) => frame.facts[inherited.from.slot] ?? MISSING;
  const position = given.findIndex(({ input }) => input.facts.includes(planned.fact));
  const argument = given[position];
  if (argument === undefined) return () => MISSING;
  const within = planned.fact.keys.slice(1);
  const conforms = argument.value.type === argument.input.type ? undefined : conformanceTo(planned.fact.type);
  return (_, values) => checked(call, planned, entryWithin(values[position] ?? null, within), conforms);
}

function entryWithin(value: Value, keys: readonly string[]): Value | Missing {
  let found: Value | Missing = value;
  for (const key of keys) found = found !== MISSING && isContext(found) ? (found.get(key) ?? MISSING) : MISSING;
  return found;
}

function checked({ step }: PlannedCall, { path, fact }: PlannedFact, value: Value | Missing, conforms: Conformance | undefined): Value | Missing {
  if (value === MISSING || conforms === undefined || conforms(value)) return value;
  throw feelError('argument-outside-type', { function: step.name, parameter: path, value: seenText(value), type: typeText(fact.type) });
}
