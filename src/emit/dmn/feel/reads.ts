import { walk } from '../../../model/children.ts';
import type { Typed } from '../../../model/expression.ts';
import type { Policy } from '../../../model/policy.ts';
import { AS_OF } from './writing.ts';

/** The names that an expression's FEEL text begins its paths and calls with. Variables are told apart. */
export function namesReadIn(expression: Typed, policy: Policy): { readonly names: ReadonlySet<string>; readonly variables: ReadonlySet<string> } {
  const names = new Set<string>();
  const variables = new Set<string>();
  const declared = (owner: string, name: string): unknown => names.add(owner === policy.name ? name : owner);
  walk([expression], (node) => {
    if (node.kind === 'variable') variables.add(node.name);
    else if (node.kind === 'fact') declared(node.fact.policy, node.fact.keys[0] ?? '');
    else if (node.kind === 'record') declared(node.input.policy, node.input.name);
    else if (node.kind === 'decision') declared(node.decision.policy, node.decision.name);
    else if (node.kind === 'call') declared(node.function.policy, node.function.name);
    else if (node.kind === 'builtin') names.add(node.builtin.name);
    else if (node.kind === 'as of') names.add(AS_OF);
  });
  return { names, variables };
}
