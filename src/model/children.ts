import type { CellTest, Typed } from './expression.ts';

/** The expressions directly inside one, in the order written. The bodies of called functions and decisions are not inside it. */
export function childrenOf(node: Typed): readonly Typed[] {
  switch (node.kind) {
    case 'constant':
    case 'fact':
    case 'record':
    case 'decision':
    case 'as of':
    case 'variable':
      return [];
    case 'path':
      return [node.target];
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [node.left, node.right];
    case 'negate':
      return [node.operand];
    case 'membership':
      return [node.value, ...expressionsOfTest(node.test)];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'for':
      return [...node.iterators.flatMap(({ source, to }) => present([source, to])), node.result];
    case 'quantifier':
      return [...node.iterators.flatMap(({ source, to }) => present([source, to])), node.condition];
    case 'filter':
      return [node.target, node.condition];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return present([node.low, node.high]);
    case 'builtin':
      return present(node.arguments);
    case 'call':
      return node.arguments;
    case 'decision call':
      return node.arguments.map(({ value }) => value);
    case 'value call':
      return [node.callee, ...node.arguments];
    case 'lambda':
      return [node.body];
    case 'instance of':
    case 'missing test':
    case 'round':
      return [node.value];
  }
}

/** The expressions that a cell's test computes with. */
export function expressionsOfTest(test: CellTest): readonly Typed[] {
  switch (test.kind) {
    case 'any':
    case 'missing':
      return [];
    case 'compare':
      return [test.operand];
    case 'between':
      return present([test.low, test.high]);
    case 'within':
      return [test.container];
    case 'holds':
      return [test.condition];
    case 'one of':
      return test.tests.flatMap(expressionsOfTest);
    case 'not':
      return expressionsOfTest(test.test);
  }
}

/** Visits expressions and all that lies inside them, each before its children. */
export function walk(roots: Iterable<Typed>, visit: (node: Typed) => void): void {
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

function present(nodes: readonly (Typed | undefined)[]): readonly Typed[] {
  return nodes.filter((node) => node !== undefined);
}
