import type { Exception, Period } from '../../model/policy.ts';
import { duringText, isNarrower } from './dates.ts';
import { feelOf } from './feel/expression.ts';
import { allOf, choice, closed, CLOSED, part, type Feel } from './feel/pieces.ts';
import type { Writing } from './feel/writing.ts';

export interface Replacing {
  /** The period in which the value is asked for. */
  readonly outer: Period;
  /** The output that is wanted of a record. */
  readonly field?: string | undefined;
  readonly writing: Writing;
}

/**
 * A value, replaced where one of the exceptions that aim at it is active; what an exception says is itself open to those
 * that aim at it. Two active at once with different results are a conflict to a policy; here the first counts.
 */
export function replacedText(value: Feel, exceptions: readonly Exception[], target: Exception['target'], replacing: Replacing): Feel {
  return exceptions
    .filter((exception) => aimsAt(exception, target))
    .reduceRight((rest, exception) => choice(conditionOf(exception, replacing), replacement(exception, exceptions, replacing), rest), value);
}

function aimsAt({ target }: Exception, wanted: Exception['target']): boolean {
  if (target.kind === 'row') return wanted.kind === 'row' && wanted.id === target.id;
  if (target.kind === 'exception') return wanted.kind === 'exception' && wanted.name === target.name;
  return wanted.kind === 'decision';
}

/** When an exception is active whose target has come about. */
function conditionOf({ when, inForce }: Exception, { outer, writing }: Replacing): Feel {
  const condition = feelOf(when, writing);
  return isNarrower(inForce, outer) ? allOf(duringText(inForce), condition) : condition;
}

function replacement(exception: Exception, exceptions: readonly Exception[], replacing: Replacing): Feel {
  const value = feelOf(exception.then, replacing.writing);
  const wanted = replacing.field === undefined ? value : closed(`${part(value, CLOSED)}.${replacing.field}`);
  return replacedText(wanted, exceptions, { kind: 'exception', name: exception.name }, replacing);
}
