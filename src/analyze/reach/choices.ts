import type { PlannedBody, PlannedException, PlannedRow, PlannedTable } from '../../evaluate/plan/plan.ts';
import type { Typed } from '../../model/expression.ts';
import { scopeOfCall } from './call-sites.ts';
import type { Domain } from './domain.ts';
import { require } from './require.ts';
import { boundFact, resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import { EMPTY, choosing } from './store.ts';
import { tableResults } from './tables.ts';
import type { Bound, Scope, Term } from './term.ts';
import { OPAQUE, binding, decisionTerm, outermost, scopeWithin, termOf } from './term.ts';

/** One of the ways in which something comes to a result. */
export interface Way {
  readonly result: Term;
  readonly store: Store;
}

const TRUE: Domain = { kind: 'values', values: [true], missing: false };
const FALSE: Domain = { kind: 'values', values: [false], missing: false };

/** Whether a term comes to one thing or another, and not to a value computed in one way. */
export function isChoice(node: Typed): boolean {
  return node.kind === 'decision' || node.kind === 'call' || node.kind === 'decision call' || node.kind === 'if' || node.kind === 'path';
}

/**
 * The ways in which a decision, a call or an `if` comes to a result, each noted in its store so that the term is that
 * result wherever else it is read. `wanted`, if given, is what the result must lie in: other ways are left out early.
 */
export function* choices(term: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  search.step();
  for (const { result, store: at } of undecided(term, wanted, store, search)) yield { result, store: choosing(at, term, result) };
}

function* undecided(term: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  const { node, scope } = term;
  switch (node.kind) {
    case 'decision':
      yield* decided(term, wanted, store, search);
      return;
    case 'call': {
      const called = scope.plan.functionOf.get(node.function);
      if (called?.body === undefined) return;
      yield* ofBody(called.body, scopeOfCall(term, called), wanted, store, search, () => noExceptions);
      return;
    }
    case 'decision call': {
      const called = scope.plan.callOf.get(node.decision);
      if (called === undefined) return;
      const inner = scopeWithin(term, () => ({ ...outermost(called.plan), given: givenTo(term) }));
      yield* wayOf(decisionTerm(node.decision, inner), wanted, store, search);
      return;
    }
    case 'if': {
      const condition = termOf(node.condition, scope);
      for (const holds of require(condition, TRUE, store, search)) yield* narrowedBy(termOf(node.then, scope), wanted, holds, search);
      for (const fails of require(condition, FALSE, store, search)) yield* narrowedBy(termOf(node.otherwise, scope), wanted, fails, search);
      return;
    }
    case 'path':
      yield* entry(term, wanted, store, search);
      return;
    default:
      yield { result: term, store };
  }
}

/** A result in which something is wanted; the ways in which it can be are all that is left. */
export function* narrowedBy(result: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  if (wanted === undefined) yield { result, store };
  else for (const way of require(result, wanted, store, search)) yield { result, store: way };
}

function* wayOf(term: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  const known = store.chosen.get(term);
  if (known !== undefined) yield* narrowedBy(known, wanted, store, search);
  else yield* choices(term, wanted, store, search);
}

/** `route.reviewers`, where `route` must be chosen first. */
function* entry(term: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  const { node, scope } = term;
  if (node.kind !== 'path') return;
  const target = resolve(termOf(node.target, scope), store);
  if (target.kind !== 'term' || !isChoice(target.term.node)) {
    search.blurred(node.span);
    yield { result: asTerm(OPAQUE, term), store };
    return;
  }
  for (const way of choices(target.term, undefined, store, search)) {
    const found = resolve(term, way.store);
    if (found.kind === 'term' && found.term !== term) yield* narrowedBy(found.term, wanted, way.store, search);
    else if (found.kind === 'term') yield* entry(term, wanted, way.store, search);
    else yield* narrowedBy(asTerm(found, term), wanted, way.store, search);
  }
}

/** A bound as a term: a variable that stands for it. */
export function asTerm(bound: Bound, like: Term): Term {
  if (bound.kind === 'term') return bound.term;
  const name = 'entry';
  return termOf({ kind: 'variable', name, type: like.node.type, span: like.node.span }, binding(like.scope, [[name, bound]]));
}

const noExceptions: readonly PlannedException[] = [];

/** A decision comes to what its body gives or, where exceptions at the decision are active, to what these say. */
function* decided(term: Term, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  const { node, scope } = term;
  const step = node.kind === 'decision' ? scope.plan.stepOf.get(node.decision) : undefined;
  if (step?.kind !== 'decision' || step.body === undefined) return;
  const { body, overrides } = step;
  const base = scope.given === undefined ? outermost(scope.plan) : scope;
  for (const idle of allIdle(overrides, base, store, search)) yield* ofBody(body, base, wanted, idle, search, ({ exceptions }) => exceptions);
  for (const override of overrides) {
    for (const way of ofBody(body, base, undefined, store, search, ({ exceptions }) => exceptions)) yield* replaced(override, base, wanted, way.store, search);
  }
}

/** The ways in which none of some exceptions is active. */
export function* allIdle(exceptions: readonly PlannedException[], scope: Scope, store: Store, search: Search): Generator<Store> {
  const [first, ...rest] = exceptions;
  if (first === undefined) yield store;
  else for (const idle of require(termOf(first.exception.when, scope), FALSE, store, search)) yield* allIdle(rest, scope, idle, search);
}

/** An exception is active and says something, unless an exception to it does. */
export function* replaced({ exception, exceptions }: PlannedException, scope: Scope, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  for (const active of require(termOf(exception.when, scope), TRUE, store, search)) {
    for (const alone of allIdle(exceptions, scope, active, search)) yield* narrowedBy(termOf(exception.then, scope), wanted, alone, search);
    for (const inner of exceptions) yield* replaced(inner, scope, wanted, active, search);
  }
}

function* ofBody(body: PlannedBody, scope: Scope, wanted: Domain | undefined, store: Store, search: Search, exceptionsOf: (row: PlannedRow) => readonly PlannedException[]): Generator<Way> {
  if (body.kind === 'expression') yield* narrowedBy(termOf(body.expression, scope), wanted, store, search);
  else yield* tableResults(body satisfies PlannedTable, scope, wanted, store, search, exceptionsOf);
}

/** What the facts of a called decision stand for: the arguments, and the caller's own facts where it sees them too. */
function givenTo({ node, scope }: Term): Scope['given'] {
  if (node.kind !== 'decision call') return undefined;
  const called = scope.plan.callOf.get(node.decision);
  const given = new Map([...(called?.inherited ?? [])].map(({ from, to }) => [to.fact, boundFact(from.fact, scope)] as const));
  for (const { input, value } of node.arguments) {
    for (const fact of input.facts) given.set(fact, fact.keys.slice(1).reduce<Bound>((bound, key) => partOf(bound, key), { kind: 'term', term: termOf(value, scope) }));
  }
  return given;
}

function partOf(bound: Bound, key: string): Bound {
  const found = bound.kind === 'term' ? resolveEmpty(bound.term) : bound;
  return found.kind === 'record' ? (found.fields.get(key) ?? OPAQUE) : OPAQUE;
}

function resolveEmpty(term: Term): Bound {
  return resolve(term, EMPTY);
}

/** The ways in which all that a term's arithmetic reads comes to something that can be computed with. */
export function* expanded(term: Term, store: Store, search: Search): Generator<Store> {
  const bound = resolve(term, store);
  if (bound.kind !== 'term') {
    yield store;
    return;
  }
  const { node, scope } = bound.term;
  if (isChoice(node)) {
    for (const way of choices(bound.term, undefined, store, search)) yield* expanded(way.result, way.store, search);
    return;
  }
  yield* expandedAll(partsOf(node).map((part) => termOf(part, scope)), store, search);
}

function* expandedAll(terms: readonly Term[], store: Store, search: Search): Generator<Store> {
  const [first, ...rest] = terms;
  if (first === undefined) yield store;
  else for (const next of expanded(first, store, search)) yield* expandedAll(rest, next, search);
}

function partsOf(node: Typed): readonly Typed[] {
  switch (node.kind) {
    case 'arithmetic':
      return [node.left, node.right];
    case 'negate':
      return [node.operand];
    case 'round':
      return [node.value];
    case 'builtin':
      return node.arguments.flatMap((one) => (one === undefined ? [] : one.kind === 'list' ? one.items : [one]));
    default:
      return [];
  }
}
