import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Policy, PolicyTest } from '../../model/policy.ts';
import { closures } from '../closures/engine.ts';
import { planFor } from '../plan/plans.ts';
import { frameFor } from '../run/frame.ts';
import { loadFacts } from '../run/load-facts.ts';
import { prepare } from '../run/prepare.ts';
import { DEFAULT_WORK, workOf } from '../run/work.ts';

/** What an expectation's expression comes to. Throws FeelError where it comes to nothing, such as `1/0`. */
export function expectedValue(policy: Policy, { asOf, givens }: PolicyTest, expression: Typed): Value {
  if (expression.kind === 'constant') return expression.value;
  const plan = planFor(policy, asOf);
  const prepared = prepare(plan, closures);
  const evaluate = prepared.closures.compiler.expression(expression);
  return evaluate(frameFor(prepared, asOf, loadFacts(plan, { values: givens }), workOf(DEFAULT_WORK)));
}
