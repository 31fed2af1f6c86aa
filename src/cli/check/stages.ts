import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Compiled } from '../../library/compile.ts';
import { asOfDate } from '../as-of.ts';
import { printedModel, printedPlan, printedTree } from '../printed.ts';
import { printJson, reportTo, statusOf } from '../report.ts';
import type { Status, Terminal } from '../terminal.ts';
import { UNUSABLE } from '../terminal.ts';

export type Stage = 'ast' | 'model' | 'plan';

/** Prints a stage on the way of policies, as JSON; the plan is that for a date. */
export function printStage(stage: Stage, compiled: Compiled, asOf: string, terminal: Terminal): Status {
  const date = asOfDate(asOf);
  if (stage === 'plan' && date === undefined) {
    reportTo(terminal, [diagnostic('as-of-invalid', undefined, { given: asOf })]);
    return UNUSABLE;
  }
  const policies = [...compiled.policies.values()];
  const printed = {
    ast: () => compiled.trees.map(printedTree),
    model: () => policies.map(printedModel),
    plan: () => (date === undefined ? [] : policies.map((policy) => printedPlan(policy, date))),
  };
  printJson(terminal, printed[stage]());
  reportTo(terminal, compiled.diagnostics);
  return statusOf(compiled.diagnostics);
}
