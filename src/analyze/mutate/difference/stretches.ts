import type { Step } from '../../../evaluate/plan/plan.ts';
import { boundariesOf } from '../../../evaluate/plan/period.ts';
import { planFor } from '../../../evaluate/plan/plans.ts';
import { dateOfEpochDay, type FeelDate } from '../../../feel/values/temporal.ts';
import type { FunctionModel } from '../../../model/policy.ts';
import { readsOf, type Reader } from '../../../model/reads.ts';
import { stepOf, type Subject } from './step.ts';

/**
 * A date of each stretch of time in which two readings of a subject can differ in another way than in the stretches before: what
 * is in force of them, and of the functions they call, differs. With `onlyInTime`, only where it differs between the two.
 */
export function datesFor(one: Subject, other: Subject, onlyInTime: boolean): readonly FeelDate[] {
  const starts = [...new Set([...boundariesOf(one.policy), ...boundariesOf(other.policy)])].sort((a, b) => a - b);
  const first = starts[0] ?? 0;
  const dates = [first - 1, ...starts].map(dateOfEpochDay).filter((date) => date !== undefined);
  const standings = dates.map((date) => ({ date, before: inForce(one, date), after: inForce(other, date) }));
  const differing = standings.filter(({ before, after }) => !onlyInTime || before !== after);
  return [...new Map(differing.map(({ date, before, after }) => [`${before} / ${after}`, date])).values()];
}

/** What is in force of a subject and the functions it calls, as text. */
function inForce(subject: Subject, date: FeelDate): string {
  const step = stepOf(subject, date);
  if (step === undefined) return 'nothing';
  const plan = planFor(subject.policy, date);
  const functions = [...functionsBehind(subject.reader)].map((called) => bodyText(plan.functionOf.get(called)?.body));
  return [step.kind === 'decision' ? `${bodyText(step.body)} ${step.exceptions.map(({ name }) => name).join(' ')}` : step.standing, ...functions].join('; ');
}

function bodyText(body: Extract<Step, { kind: 'decision' }>['body']): string {
  if (body === undefined) return 'none';
  return body.kind === 'expression' ? `${body.expression.span.start}` : `${body.table.span.start} ${body.rows.map(({ row }) => row.span.start).join(' ')}`;
}

function functionsBehind(reader: Reader): ReadonlySet<FunctionModel> {
  const all = new Set(readsOf(reader).functions);
  for (const next of all) readsOf(next).functions.forEach((called) => all.add(called));
  return all;
}
