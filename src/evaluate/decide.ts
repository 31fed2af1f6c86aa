import type { FeelDate } from '../feel/values/temporal.ts';
import type { Outcome, Policy } from '../model/policy.ts';
import type { Receipt, Trace } from './answer.ts';
import { askedOf } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Engine } from './engine.ts';
import type { EngineName, ImmediateEngine } from './engines.ts';
import { engineNamed } from './engines.ts';
import type { Facts } from './facts/facts.ts';
import { worst } from './outcome.ts';
import { planFor } from './plan/plans.ts';
import { frameFor } from './run/frame.ts';
import type { Frame } from './run/frame.ts';
import { loadFacts } from './run/load-facts.ts';
import { prepare } from './run/prepare.ts';
import { runSteps } from './run/run.ts';
import { DEFAULT_WORK, workOf } from './run/work.ts';
import type { Tracer } from './trace/trace.ts';
import { tracer } from './trace/trace.ts';

export interface EvaluateOptions<E extends EngineName = ImmediateEngine> {
  /** The date to decide for; required, since the clock is never asked. */
  readonly asOf: FeelDate;
  /** The caller's own id for the case. */
  readonly subject?: string;
  /** Decisions and triggers to answer, imported ones as `P.name`; all of the policy's own if left out. */
  readonly decisions?: readonly string[];
  /** How much trace the answer carries; none if left out. */
  readonly explain?: 'none' | 'fired' | 'full';
  readonly engine?: E;
  /** The state of the repository that the policy was read from. */
  readonly git?: Receipt['git'];
  /** How many steps of loops and calls the evaluation may take (see `charge`); ten million if left out. */
  readonly work?: number;
}

/** A case that has been decided: outcomes and values are there, reasons and receipt can be made of it (`answerOf`). */
export interface Decided {
  readonly policy: Policy;
  readonly facts: Facts;
  readonly options: Omit<EvaluateOptions, 'engine'>;
  readonly asked: Asked;
  readonly frame: Frame;
  /** The worst among what was asked for. */
  readonly outcome: Outcome;
  readonly trace: Trace | null;
}

/** Decides a case by an evaluator that answers at once. Throws only UnknownDecision. */
export function decide(policy: Policy, facts: Facts, options: EvaluateOptions): Decided {
  return decideBy(engineNamed(options.engine), policy, facts, options);
}

/**
 * Decides a case by any evaluator, and gives what `use` makes of it: json-rules-engine cannot answer at once, and reasons
 * may need it again. So `use` may be begun more than once and should do nothing but compute. Rejects with UnknownDecision.
 */
export async function decideAsync<T>(policy: Policy, facts: Facts, options: EvaluateOptions<EngineName>, use: (decided: Decided) => T): Promise<T> {
  const { engine, ...rest } = options;
  if (engine !== 'json-rules-engine') return use(decideBy(engineNamed(engine), policy, facts, rest));
  // Only those who ask for it load the package.
  const { rulesEngine, settle } = await import('./rules-engine/engine.ts');
  return settle(() => use(decideBy(rulesEngine, policy, facts, rest)));
}

function decideBy(engine: Engine, policy: Policy, facts: Facts, options: Omit<EvaluateOptions, 'engine'>): Decided {
  const { asOf, decisions, explain = 'none', work = DEFAULT_WORK } = options;
  const plan = planFor(policy, asOf);
  const asked = askedOf(plan, policy, decisions);
  const traced = explain === 'none' ? undefined : tracer(explain);
  const frame = frameFor(prepare(plan, engine), asOf, loadFacts(plan, facts), workOf(work), traced?.observed);
  run(frame, asked, traced);
  const outcome = worst(asked.answered.map(({ index }) => frame.results.outcomes[index] ?? 'error'));
  return { policy, facts, options, asked, frame, outcome, trace: traced?.trace() ?? null };
}

function run(frame: Frame, { run: steps }: Asked, traced: Tracer | undefined): void {
  if (traced === undefined) return runSteps(frame, steps);
  for (const step of steps) {
    runSteps(frame, [step]);
    traced.finish(frame, step);
  }
}
