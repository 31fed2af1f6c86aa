/** An order of a graph's nodes in which none comes before one it points at, and the circles in its way. */
export interface Ordering<N> {
  readonly order: readonly N[];
  /** Each as the nodes in turn, the first one again at the end; the edge that closes it was ignored in the order. */
  readonly cycles: readonly (readonly N[])[];
}

/**
 * Orders nodes by depth-first search, without recursion: chains may be as long as a file. Nodes keep the order given
 * where nothing else decides. Of circles that share an edge back only one is told.
 */
export function ordering<N>(nodes: Iterable<N>, targets: (node: N) => Iterable<N>): Ordering<N> {
  const order: N[] = [];
  const cycles: N[][] = [];
  const state = new Map<N, 'open' | 'done'>();
  for (const root of nodes) {
    if (state.has(root)) continue;
    const path = [{ node: root, rest: targets(root)[Symbol.iterator]() }];
    state.set(root, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) {
        state.set(top.node, 'done');
        order.push(top.node);
        path.pop();
      } else if (state.get(next.value) === 'open') {
        const chain = path.map(({ node }) => node);
        cycles.push([...chain.slice(chain.indexOf(next.value)), next.value]);
      } else if (!state.has(next.value)) {
        state.set(next.value, 'open');
        path.push({ node: next.value, rest: targets(next.value)[Symbol.iterator]() });
      }
    }
  }
  return { order, cycles };
}
