import { walk } from '../../model/children.ts';
import type { CellTest, Typed } from '../../model/expression.ts';

/** Variables that an expression reads and does not bind itself: those of a function's body around it. */
export function freeVariables(expression: Typed): readonly string[] {
  const read = new Set<string>();
  const bound = new Set<string>();
  walk([expression], (node) => {
    if (node.kind === 'variable') read.add(node.name);
    for (const name of boundBy(node)) bound.add(name);
  });
  return [...read].filter((name) => !bound.has(name));
}

function boundBy(node: Typed): readonly string[] {
  switch (node.kind) {
    case 'for':
      return ['partial', ...node.iterators.map(({ variable }) => variable)];
    case 'quantifier':
      return node.iterators.map(({ variable }) => variable);
    case 'filter':
      return [node.item];
    case 'lambda':
      return node.parameters;
    case 'context':
      return node.entries.map(({ variable }) => variable);
    case 'membership':
      return boundByTest(node.test);
    default:
      return [];
  }
}

function boundByTest(test: CellTest): readonly string[] {
  if (test.kind === 'holds') return [test.variable];
  if (test.kind === 'one of') return test.tests.flatMap(boundByTest);
  return test.kind === 'not' ? boundByTest(test.test) : [];
}
