import type { RecordReadField } from '../../model/expression.ts';
import type { Fact } from '../../model/policy.ts';
import type { Store } from './store.ts';
import type { Bound, Scope, Term } from './term.ts';
import { AS_OF, OPAQUE, binding, decisionTerm, scopeWithin, termOf, unknownOf } from './term.ts';

/** What a term stands for once its names are followed, as far as can be told without choosing: an unknown, a record, or a term that computes. */
export function resolve(term: Term, store: Store): Bound {
  const { node, scope } = term;
  switch (node.kind) {
    case 'variable':
      return followed(scope.variables.get(node.name) ?? OPAQUE, store);
    case 'fact':
      return followed(boundFact(node.fact, scope), store);
    case 'as of':
      return { kind: 'unknown', unknown: AS_OF };
    case 'record':
      return recordOf(node.fields, scope);
    case 'context':
      return { kind: 'record', fields: entriesOf(term) };
    case 'decision':
      return chosenOf(decisionTerm(node.decision, scope), store);
    case 'path': {
      const target = resolve(termOf(node.target, scope), store);
      if (target.kind === 'record') return followed(target.fields.get(node.name) ?? OPAQUE, store);
      return target.kind === 'term' ? chosenOf(term, store) : OPAQUE;
    }
    default:
      return chosenOf(term, store);
  }
}

/** The fact as it is bound here: inside a called decision, to an argument. */
export function boundFact(fact: Fact, { given }: Scope): Bound {
  if (given === undefined) return { kind: 'unknown', unknown: unknownOf(fact) };
  return given.get(fact) ?? OPAQUE;
}

function chosenOf(term: Term, store: Store): Bound {
  const choice = store.chosen.get(term);
  return choice === undefined ? { kind: 'term', term } : resolve(choice, store);
}

function followed(bound: Bound, store: Store): Bound {
  return bound.kind === 'term' ? resolve(bound.term, store) : bound;
}

function recordOf(fields: readonly RecordReadField[], scope: Scope): Bound {
  return {
    kind: 'record',
    fields: new Map(fields.map(({ name, value }) => [name, value.kind === 'fact' ? boundFact(value.fact, scope) : recordOf(value.fields, scope)])),
  };
}

/** The entries of a context, each seeing those before it. */
function entriesOf(term: Term): ReadonlyMap<string, Bound> {
  const { node, scope } = term;
  if (node.kind !== 'context') return new Map();
  const inner = scopeWithin(term, () => {
    let before = scope;
    for (const { variable, value } of node.entries) before = binding(before, [[variable, { kind: 'term', term: termOf(value, before) }]]);
    return before;
  });
  return new Map(node.entries.map(({ name, variable, value }) => [name, inner.variables.get(variable) ?? { kind: 'term', term: termOf(value, scope) }]));
}
