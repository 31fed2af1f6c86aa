import { isList } from '../../feel/functions/shapes.ts';
import { FeelRange } from '../../feel/values/range.ts';
import type { Value } from '../../feel/values/value.ts';
import type { For, If, Iterator, Quantified } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { iterate, iterateBetween } from '../run/iterate.ts';
import { charge, charged } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { mentions } from './mentions.ts';
import { notBoolean } from './paths.ts';
import { repeated } from './repeated.ts';
import { bind, nullFor, type Evaluate, type Scope, type Truth } from './scope.ts';

/** A condition that is not true, null too, takes the other branch. */
export function conditional(node: If, { expression }: Compiler): Evaluate {
  return choosing(expression(node.condition), expression(node.then), expression(node.otherwise));
}

export function choosing(condition: Evaluate, then: Evaluate, otherwise: Evaluate): Evaluate {
  return (scope) => (condition(scope) === true ? then(scope) : otherwise(scope));
}

/** The name under which a `for` reads its results so far. */
export const PARTIAL = 'partial';

export function loop({ iterators, result }: For, compiler: Compiler): Evaluate {
  const turns = turnsOf(iterators, compiler);
  return looping(turns, repeated(result, turns.compiler.within(PARTIAL).expression(result)), result);
}

/** The list of what each turn comes to. `compute` runs where the results so far are bound innermost, as a list of their own if `result` reads them. */
export function looping(turns: Pick<Turns, 'run'>, compute: Evaluate, result: unknown): Evaluate {
  const readsPartial = mentions(result, ({ kind, name }) => kind === 'name' && name === PARTIAL);
  return (scope) => {
    const results: Value[] = [];
    const ended = turns.run(scope, (inner) => {
      charge(scope.run.work, readsPartial ? 1 + results.length : 1);
      results.push(charged(scope.run.work, compute(bind(inner, readsPartial ? [...results] : null))));
      return true;
    });
    return ended === null ? null : results;
  };
}

/** `some`: true if any holds; `every`: false if any does not. Otherwise null where one is null. One that is of another type makes it all null. */
export function quantified({ quantifier, iterators, condition }: Quantified, compiler: Compiler): Evaluate {
  const turns = turnsOf(iterators, compiler);
  return quantifying(quantifier, turns, repeated(condition, turns.compiler.expression(condition)), condition.span);
}

export function quantifying(quantifier: Quantified['quantifier'], turns: Pick<Turns, 'run'>, holds: Evaluate, span: Span): Evaluate {
  const settling = quantifier === 'some';
  return (scope) => {
    let answer: Truth = !settling;
    let stranger: Value = null;
    const ended = turns.run(scope, (inner) => {
      const truth = holds(inner);
      if (truth === settling) answer = settling;
      else if (truth !== !settling) answer = null;
      if (typeof truth !== 'boolean') stranger = truth;
      return answer !== settling && stranger === null;
    });
    if (stranger !== null) return notBoolean(stranger, span, scope);
    return ended === null ? null : answer;
  };
}

/** Runs a turn for each combination of the iterators' elements, the last iterator fastest, until one says false. Null: there is nothing to go through. */
export interface Turns {
  readonly run: (scope: Scope, turn: (inner: Scope) => boolean) => boolean | null;
  /** In whose scope the iterators' variables are bound. */
  readonly compiler: Compiler;
}

function turnsOf(iterators: readonly Iterator[], compiler: Compiler): Turns {
  const [iterator, ...others] = iterators;
  if (iterator === undefined) return { run: (scope, turn) => turn(scope), compiler };
  const domain = domainOf(iterator.source.span, compiler.expression(iterator.source), iterator.to && compiler.expression(iterator.to));
  const inner = turnsOf(others, compiler.within(iterator.variable.name));
  return { compiler: inner.compiler, run: (scope, turn) => domain(scope, (value) => inner.run(bind(scope, value), turn)) };
}

type Domain = (scope: Scope, visit: (value: Value) => boolean | null) => boolean | null;

/** A value that is neither a list nor a range stands for a list of it; null is nothing to go through. */
export function domainOf(span: Span, from: Evaluate, until?: Evaluate): Domain {
  return (scope, visit) => {
    const first = from(scope);
    let refused = false;
    const tell = (value: Value): boolean => {
      const going = visit(value);
      refused ||= going === null;
      return going === true;
    };
    try {
      const whole = until === undefined ? first !== null && iterate(scope.run.work, asDomain(first), tell) : iterateBetween(scope.run.work, first, until(scope), tell);
      return refused || (first === null && until === undefined) ? null : whole;
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  };
}

function asDomain(value: Value): Value {
  return isList(value) || value instanceof FeelRange ? value : [value];
}
