import { closures, closuresOf } from '../../evaluate/closures/engine.ts';
import { stepsBehind } from '../../evaluate/plan/needs.ts';
import type { Plan, Step } from '../../evaluate/plan/plan.ts';
import { bind } from '../../evaluate/run/call-function.ts';
import type { Frame } from '../../evaluate/run/frame.ts';
import { forExplaining, frameFor } from '../../evaluate/run/frame.ts';
import { loadFacts } from '../../evaluate/run/load-facts.ts';
import { prepare } from '../../evaluate/run/prepare.ts';
import { runSteps } from '../../evaluate/run/run.ts';
import { DEFAULT_WORK, workOf } from '../../evaluate/run/work.ts';
import { Undecided } from '../../evaluate/run/undecided.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';
import type { Domain } from './domain.ts';
import { admits } from './domain.ts';
import { freeVariables } from './free-variables.ts';
import type { Term } from './term.ts';

/** A case evaluated as far as a step, and what that came to. */
export interface Tried {
  readonly frame: Frame;
  /** Undefined where something that the step reads is not decided, or a fact is absent: then it was not reached. */
  readonly outcome: Outcome | undefined;
}

/** Evaluates a case as far as a step. */
export function tryCase(plan: Plan, step: Step, { facts, asOf }: Case): Tried {
  const frame = frameFor(prepare(plan, closures), asOf, loadFacts(plan, { values: facts }), workOf(DEFAULT_WORK));
  const behind = stepsBehind([step]);
  runSteps(frame, behind);
  const blocked = behind.some(({ index }) => frame.results.outcomes[index] !== 'decided') || step.facts.some(({ slot }) => (frame.absent?.[slot]?.length ?? 0) > 0);
  if (blocked) return { frame, outcome: undefined };
  runSteps(frame, [step]);
  return { frame, outcome: frame.results.outcomes[step.index] };
}

/** Whether a term comes to something in a domain, in a case that has been evaluated. */
export function comesTo(term: Term, domain: Domain, frame: Frame): boolean {
  try {
    const value = valueOf(term, frame);
    return value !== undefined && admits(domain, value);
  } catch (error) {
    if (error instanceof FeelError || error instanceof Undecided) return false;
    throw error;
  }
}

/** The value of a term; inside a function's body with the arguments of its call. Undefined where the term cannot be computed by itself. */
function valueOf({ node, scope }: Term, frame: Frame): Value | Missing | undefined {
  const { plan, call, variables } = scope;
  if (plan !== frame.prepared.plan) return undefined;
  if (call === undefined) return variables.size > 0 || freeVariables(node).length > 0 ? undefined : closuresOf(plan).compiler.orMissing(node)(forExplaining(frame));
  const { node: caller, scope: outside } = call.from;
  if (caller.kind !== 'call') return undefined;
  const parameters = caller.function.parameters.map(({ variable }) => variable);
  // What a loop around it binds has another value in each turn.
  if (freeVariables(node).some((name) => !parameters.includes(name))) return undefined;
  const given = caller.arguments.map((argument) => valueOf({ node: argument, scope: outside }, frame));
  const values = given.filter((value) => value !== undefined && value !== MISSING);
  if (values.length < given.length) return undefined;
  const inside = forExplaining(frame);
  bind(inside, call.of, values);
  return closuresOf(plan).compilerOf(call.of).orMissing(node)(inside);
}
