import type { Plan, PlannedBody, PlannedFunction, Step } from '../../evaluate/plan/plan.ts';
import { childrenOf, expressionsOfTest } from '../../model/children.ts';
import type { Typed } from '../../model/expression.ts';
import type { FunctionModel } from '../../model/policy.ts';
import type { Bound, Scope, Term } from './term.ts';
import { binding, outermost, scopeWithin, termOf } from './term.ts';

/** A place from which a function is called, and what must hold for that. */
export interface CallSite {
  /** The scope of the function's body for this call. */
  readonly inside: Scope;
  /** Conditions on the way, as `if` and `and` have them. */
  readonly guards: readonly Guard[];
}

export interface Guard {
  readonly condition: Term;
  readonly holds: boolean;
}

/** Every place from which a step calls a function, itself or through other functions. */
export function* callSites(called: FunctionModel, step: Step, plan: Plan): Generator<CallSite> {
  const scope = outermost(plan);
  for (const expression of expressionsOfStep(step)) yield* within(called, termOf(expression, scope), []);
}

function expressionsOfStep(step: Step): readonly Typed[] {
  if (step.kind === 'trigger') return [step.trigger.when, ...step.trigger.emits.flatMap(({ data }) => (data === undefined ? [] : [data]))];
  return [...(step.body === undefined ? [] : expressionsOf(step.body)), ...step.exceptions.flatMap(({ exception }) => [exception.when, exception.then])];
}

function expressionsOf(body: PlannedBody): readonly Typed[] {
  if (body.kind === 'expression') return [body.expression];
  return [...body.table.columns.map(({ expression }) => expression), ...body.rows.flatMap(({ row }) => [...row.outputs, ...row.cells.flatMap(expressionsOfTest)])];
}

function* within(called: FunctionModel, term: Term, guards: readonly Guard[]): Generator<CallSite> {
  const { node, scope } = term;
  const part = (of: Typed, more: readonly Guard[] = []): Generator<CallSite> => within(called, termOf(of, scope), [...guards, ...more]);
  if (node.kind === 'call') {
    for (const argument of node.arguments) yield* part(argument);
    const of = scope.plan.functionOf.get(node.function);
    if (of?.body === undefined) return;
    const inside = scopeOfCall(term, of);
    if (node.function === called) yield { inside, guards };
    else for (const expression of expressionsOf(of.body)) yield* within(called, termOf(expression, inside), guards);
  } else if (node.kind === 'if') {
    yield* part(node.condition);
    yield* part(node.then, [{ condition: termOf(node.condition, scope), holds: true }]);
    yield* part(node.otherwise, [{ condition: termOf(node.condition, scope), holds: false }]);
  } else if (node.kind === 'logic') {
    yield* part(node.left);
    yield* part(node.right, [{ condition: termOf(node.left, scope), holds: node.operator === 'and' }]);
  } else for (const child of childrenOf(node)) yield* part(child);
}

/** The scope of a function's body, for one call of it. */
export function scopeOfCall(call: Term, of: PlannedFunction): Scope {
  const { node, scope } = call;
  if (node.kind !== 'call') return scope;
  const parameters = node.function.parameters.map(({ variable }, position): readonly [string, Bound] => {
    const argument = node.arguments[position];
    return [variable, argument === undefined ? { kind: 'opaque' } : { kind: 'term', term: termOf(argument, scope) }];
  });
  return scopeWithin(call, () => ({ ...binding({ ...scope, variables: new Map() }, parameters), outer: scope.outer ?? scope, call: { of, from: call } }));
}
