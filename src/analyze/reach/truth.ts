import type { Typed } from '../../model/expression.ts';
import { every, tested } from './cells.ts';
import { sameValue } from '../../evaluate/run/same-value.ts';
import { compared, knownValue } from './compare.ts';
import type { Domain } from './domain.ts';
import { domainOf, onlyMissing, present } from './domain.ts';
import { elements, termsOf } from './elements.ts';
import { anyFires, gatheringOf } from './gathering.ts';
import { require } from './require.ts';
import { resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Bound, Term } from './term.ts';
import { binding, termOf } from './term.ts';

/** The ways in which a condition is true, or false. */
export function* truth(term: Term, wanted: boolean, store: Store, search: Search): Generator<Store> {
  const { node, scope } = term;
  const part = (of: Typed): Term => termOf(of, scope);
  switch (node.kind) {
    case 'compare':
      yield* compared(part(node.left), node.operator, part(node.right), wanted, store, search);
      return;
    case 'logic': {
      // `a or b` is false where `not a and not b` holds.
      const conjunction = node.operator === 'and';
      yield* every([node.left, node.right], (side, holds, at) => require(part(side), is(holds === conjunction), at, search), wanted === conjunction, store);
      return;
    }
    case 'membership':
      yield* tested(part(node.value), node.test, wanted, store, search);
      return;
    case 'missing test':
      yield* absence(part(node.value), wanted, store, search);
      return;
    case 'quantifier':
      yield* quantified(term, wanted, store, search);
      return;
    case 'builtin': {
      const [first, second] = node.arguments;
      if (node.builtin.name === 'not' && first !== undefined) yield* require(part(first), is(!wanted), store, search);
      else if (node.builtin.name === 'list contains' && first !== undefined && second !== undefined) yield* containing(part(first), part(second), wanted, store, search);
      else yield unseen(term, store, search);
      return;
    }
    default:
      yield unseen(term, store, search);
  }
}

/** The domain of one truth. */
export function is(value: boolean): Domain {
  return { kind: 'values', values: [value], missing: false };
}

function unseen({ node }: Term, store: Store, search: Search): Store {
  search.blurred(node.span);
  return store;
}

function* absence(term: Term, wanted: boolean, store: Store, search: Search): Generator<Store> {
  const bound = resolve(term, store);
  if (bound.kind === 'unknown') yield* require(term, wanted ? onlyMissing(term.node.type) : present(domainOf(term.node.type, false)), store, search);
  else if (bound.kind === 'opaque') yield unseen(term, store, search);
  else if (!wanted) yield store;
}

/** `some` is true where the condition holds for one item, `every` where it fails for none. */
function* quantified(term: Term, wanted: boolean, store: Store, search: Search): Generator<Store> {
  const { node, scope } = term;
  if (node.kind !== 'quantifier') return;
  const [only] = node.iterators;
  if (only === undefined || node.iterators.length > 1 || only.to !== undefined) {
    yield unseen(term, store, search);
    return;
  }
  const all = node.quantifier === 'every';
  for (const { items, store: at } of elements(termOf(only.source, scope), store, search)) {
    if (items === undefined) yield unseen(term, at, search);
    else yield* every(items, (item: Bound, holds, now) => require(termOf(node.condition, binding(scope, [[only.variable, item]])), is(holds === all), now, search), wanted === all, at);
  }
}

function* containing(list: Term, value: Term, wanted: boolean, store: Store, search: Search): Generator<Store> {
  const gathering = gatheringOf(list, store);
  const known = knownValue(value, store);
  if (gathering !== undefined && known !== undefined && gathering.rows.every(({ constant }) => constant !== undefined)) {
    const giving = gathering.rows.filter(({ constant }) => constant !== undefined && sameValue(constant.value, known));
    yield* anyFires(giving, gathering.scope, wanted, store, search);
    return;
  }
  for (const { items, store: at } of elements(list, store, search)) {
    if (items === undefined) yield unseen(list, at, search);
    else yield* every(termsOf(items, list), (item, differs, now) => compared(item, '=', value, !differs, now, search), !wanted, at);
  }
}
