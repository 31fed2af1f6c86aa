import { commonPeriod } from '../../check/declarations/periods.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Exception, Period } from '../../model/policy.ts';
import { fails } from '../places/conditions.ts';

/** One of the ways in which an exception that is active comes to a result: its own, or that of an exception to it. */
export interface Way {
  readonly during: Period;
  /** That it is active, and which of those that aim at it are. */
  readonly conditions: readonly Typed[];
  readonly result: Typed;
}

export function waysOf(exception: Exception, decision: Decision): readonly Way[] {
  const inner = exceptionsTo(exception, decision);
  const own: Way = { during: exception.inForce, conditions: [exception.when, ...inner.map(({ when }) => fails(when))], result: exception.then };
  const replaced = inner.flatMap((other) =>
    waysOf(other, decision).flatMap(({ during, conditions, result }): readonly Way[] => {
      const common = commonPeriod(during, exception.inForce);
      return common === undefined ? [] : [{ during: common, conditions: [exception.when, ...conditions], result }];
    }),
  );
  return [own, ...replaced];
}

/** The exceptions that aim at another. */
export function exceptionsTo({ name }: Exception, { exceptions }: Decision): readonly Exception[] {
  return exceptions.filter(({ target }) => target.kind === 'exception' && target.name === name);
}
