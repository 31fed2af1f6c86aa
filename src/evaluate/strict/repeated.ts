import { charge } from '../run/work.ts';
import type { Evaluate } from './scope.ts';

/** So many nodes of the syntax tree are one step of work. */
const NODES_OF_A_STEP = 16;

/** A part that loops, filters and calls run again and again: a long one, such as a large table, is charged each time for its length. */
export function repeated(node: unknown, evaluate: Evaluate): Evaluate {
  const steps = Math.floor(nodesIn(node) / NODES_OF_A_STEP);
  if (steps === 0) return evaluate;
  return (scope) => {
    charge(scope.run.work, steps);
    return evaluate(scope);
  };
}

function nodesIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'kind' in part ? 1 : 0;
  return Object.entries(part).reduce((nodes, [key, child]) => (key.toLowerCase().endsWith('span') ? nodes : nodes + nodesIn(child)), own);
}
