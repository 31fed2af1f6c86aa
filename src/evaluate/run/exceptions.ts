import type { Value } from '../../feel/values/value.ts';
import type { EngineDecision } from '../engine.ts';
import type { PlannedException } from '../plan/plan.ts';
import { reason } from '../reasons/reason.ts';
import { Undecided } from './undecided.ts';
import { allSame } from './same-value.ts';
import type { Frame } from './frame.ts';

/** The code of a decision's exceptions, and where those that turn out active are noted. */
export interface ExceptionRun {
  readonly code: EngineDecision['exceptions'];
  readonly active: PlannedException[];
}

/**
 * What replaces an outcome at which exceptions aim, or undefined if none of them is active. The outcome has come about
 * (its row fired, its exception was active, its decision was decided), so an exception is active if its `when` holds;
 * what it says is itself open to the exceptions that aim at it. Throws Undecided (`conflict`) where two are active with
 * different results.
 */
export function replacementFor(frame: Frame, exceptions: readonly PlannedException[], run: ExceptionRun): { readonly value: Value } | undefined {
  const found: { readonly exception: PlannedException; readonly value: Value }[] = [];
  for (const exception of exceptions) {
    const code = run.code[exception.index];
    if (code?.when(frame) !== true) continue;
    run.active.push(exception);
    const replacement = replacementFor(frame, exception.exceptions, run);
    found.push({ exception, value: replacement === undefined ? code.then(frame) : replacement.value });
  }
  if (!allSame(found.map(({ value }) => value))) throw disagreement(found.map(({ exception }) => exception));
  return found[0];
}

function disagreement(exceptions: readonly PlannedException[]): Undecided {
  const names = exceptions.map(({ name }) => name);
  const [first] = exceptions;
  const rules = { exceptions: names, target: first?.target ?? '' };
  return new Undecided('conflict', [reason('exceptions-disagree', first?.exception.span, rules, { rules: names })]);
}
