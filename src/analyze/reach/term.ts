import { childrenOf } from '../../model/children.ts';
import type { Plan, PlannedFunction } from '../../evaluate/plan/plan.ts';
import type { DecisionRead, Typed } from '../../model/expression.ts';
import type { Decision, Fact } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';

/** Something whose value is not settled: a fact, the date, or a part of a list's item. Known by identity. */
export interface Unknown {
  readonly kind: 'fact' | 'date' | 'item';
  /** For a person: `loan.overdue_days`. */
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}

/** An expression where it stands: what its variables are bound to, and what is in force. */
export interface Term {
  readonly node: Typed;
  readonly scope: Scope;
}

export interface Scope {
  readonly plan: Plan;
  /** Parameters of functions and variables of loops, by name. */
  readonly variables: ReadonlyMap<string, Bound>;
  /** Inside a decision called as a function: its policy's facts, from the arguments. Undefined outside. */
  readonly given: ReadonlyMap<Fact, Bound> | undefined;
  /** The call in which a function's body stands. */
  readonly call: { readonly of: PlannedFunction; readonly from: Term } | undefined;
  /** Where decisions are read that do not see the variables; undefined in such a scope itself. */
  readonly outer: Scope | undefined;
}

/** What a variable stands for: an expression, an unknown by itself, or a record put together of such. */
export type Bound =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'unknown'; readonly unknown: Unknown }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Bound> }
  /** What cannot be seen through. */
  | { readonly kind: 'opaque' };

export const OPAQUE: Bound = { kind: 'opaque' };

const terms = new WeakMap<Scope, WeakMap<Typed, Term>>();

/** The term of an expression in a scope: one object for each, so that it can be known again. */
export function termOf(node: Typed, scope: Scope): Term {
  const inScope = terms.get(scope) ?? new WeakMap<Typed, Term>();
  terms.set(scope, inScope);
  const known = inScope.get(node) ?? { node, scope };
  inScope.set(node, known);
  return known;
}

const scopes = new WeakMap<Plan, Scope>();

/** The scope of a plan's own decisions: nothing is bound. */
export function outermost(plan: Plan): Scope {
  const known = scopes.get(plan) ?? { plan, variables: new Map(), given: undefined, call: undefined, outer: undefined };
  scopes.set(plan, known);
  return known;
}

/** The scope with more variables bound. */
export function binding(scope: Scope, bound: Iterable<readonly [string, Bound]>): Scope {
  return { ...scope, variables: new Map([...scope.variables, ...bound]), outer: scope.outer ?? scope };
}

const inner = new WeakMap<Term, Scope>();

/** The scope inside a call, made once for each place that calls, so that what was settled there holds wherever it is read again. */
export function scopeWithin(call: Term, make: () => Scope): Scope {
  const known = inner.get(call) ?? make();
  inner.set(call, known);
  return known;
}

const reads = new WeakMap<Decision, DecisionRead>();

/** A decision as it is read from anywhere in a plan: one term, wherever that is. */
export function decisionTerm(decision: Decision, scope: Scope): Term {
  const read = reads.get(decision) ?? { kind: 'decision', decision, type: decision.type, span: decision.span };
  reads.set(decision, read);
  return termOf(read, scope.outer ?? scope);
}

const unknowns = new WeakMap<Fact, Unknown>();

export function unknownOf(fact: Fact): Unknown {
  const known = unknowns.get(fact) ?? { kind: 'fact', name: fact.path, type: fact.type, optional: fact.optional };
  unknowns.set(fact, known);
  return known;
}

/** The as-of date. */
export const AS_OF: Unknown = { kind: 'date', name: 'as_of', type: { kind: 'date', allowed: undefined }, optional: false };

/**
 * What tells an expression from others: its kind (`x != missing` is two nodes in one place) and how it is written, but for
 * spaces. Undefined where that does not tell it, since parts of it stand elsewhere, as the column does that a cell tests.
 */
export function textOf({ node }: Term): string | undefined {
  const { kind, span } = node;
  const isWhole = childrenOf(node).every((part) => part.span.file === span.file && span.start <= part.span.start && part.span.end <= span.end);
  const text = span.file.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return isWhole && text !== '' ? `${kind} ${text}` : undefined;
}
