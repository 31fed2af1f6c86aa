import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Period } from '../../model/policy.ts';
import type { Json } from '../answer.ts';
import { recordOf } from '../value-json.ts';
import { needsOf } from './needs.ts';
import type { Plan, PlannedBody, PlannedException, Step } from './plan.ts';

/** A plan as JSON, for people: what is in force, in the order of evaluation, and what each step needs. */
export function printPlan(plan: Plan): Json {
  return {
    ...printPeriod(plan.stretch),
    steps: plan.steps.map(printStep),
    functions: recordOf(plan.functions.map(({ name, body }): [string, Json] => [name, printBody(body)])),
    calls: recordOf(plan.calls.map(({ step, plan: called }): [string, Json] => [step.name, called.steps.map(({ name }) => name)])),
  };
}

function printStep(step: Step): Json {
  const { required, optional } = needsOf(step);
  const common = {
    reads: step.reads.map(({ name }) => name),
    needs: required.map(({ path }) => path),
    optional: optional.map(({ path }) => path),
  };
  if (step.kind === 'trigger') return { trigger: step.name, ...common, standing: step.standing };
  return { decision: step.name, ...common, body: printBody(step.body), exceptions: step.exceptions.map(printException) };
}

function printBody(body: PlannedBody | undefined): Json {
  if (body === undefined) return 'not in force';
  if (body.kind === 'expression') return 'expression';
  return { table: body.table.hitPolicy, columns: body.table.columns.map(({ text }) => text), rows: body.rows.map(({ row }) => row.id) };
}

function printException({ name, target }: PlannedException): Json {
  return { exception: name, target };
}

function printPeriod({ from, to }: Period): { readonly from: Json; readonly to: Json } {
  return { from: from === undefined ? null : formatTemporal(from), to: to === undefined ? null : formatTemporal(to) };
}
