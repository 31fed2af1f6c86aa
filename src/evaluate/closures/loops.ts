import type { Value } from '../../feel/values/value.ts';
import type { Loop, Quantifier, TypedIterator } from '../../model/expression.ts';
import { walk } from '../../model/children.ts';
import type { Condition, Evaluate } from '../engine.ts';
import type { Frame } from '../run/frame.ts';
import { iterate, iterateBetween } from '../run/iterate.ts';
import { charge, charged } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

/** Runs a turn for each combination of the iterators' elements, the last iterator fastest. A turn that says false ends it all. */
type Turns = (frame: Frame, turn: () => boolean) => boolean;

/** The name under which a `for` reads its results so far. */
const PARTIAL = 'partial';

export function loop(node: Loop, compiler: Compiler): Evaluate {
  if (!namesPartial(node)) {
    const { turns, scope } = turnsOf(node.iterators, compiler);
    const result = scope.expression(node.result);
    return (frame) => {
      const results: Value[] = [];
      turns(frame, () => {
        charge(frame.work, 1);
        results.push(charged(frame.work, result(frame)));
        return true;
      });
      return results;
    };
  }
  const { inner, place } = compiler.within(PARTIAL);
  const { turns, scope } = turnsOf(node.iterators, inner);
  const result = scope.expression(node.result);
  return (frame) => {
    const results: Value[] = [];
    turns(frame, () => {
      charge(frame.work, 1 + results.length);
      frame.variables[place] = [...results];
      results.push(charged(frame.work, result(frame)));
      return true;
    });
    return results;
  };
}

/** Whether a loop reads its own results so far. */
export function namesPartial({ iterators, result }: Loop): boolean {
  let named = false;
  if (iterators.some(({ variable }) => variable === PARTIAL)) return false;
  walk([result], (node) => {
    named ||= node.kind === 'variable' && node.name === PARTIAL;
  });
  return named;
}

/** `some` stops at the first that holds, `every` at the first that does not. */
export function quantifier({ quantifier: which, iterators, condition }: Quantifier, compiler: Compiler): Condition {
  const { turns, scope } = turnsOf(iterators, compiler);
  const holds = scope.condition(condition);
  return which === 'every' ? (frame) => turns(frame, () => holds(frame)) : (frame) => !turns(frame, () => !holds(frame));
}

/** The turns of iterators, and the scope in which their variables are bound. */
export function turnsOf(iterators: readonly TypedIterator[], compiler: Compiler): { readonly turns: Turns; readonly scope: Compiler } {
  let scope = compiler;
  const domains = iterators.map((iterator) => {
    const walkThrough = domainOf(iterator, scope);
    const { inner, place } = scope.within(iterator.variable);
    scope = inner;
    return { walkThrough, place };
  });
  const turns = domains.reduceRight<Turns>(
    (rest, { walkThrough, place }) =>
      (frame, turn) =>
        walkThrough(frame, (value) => {
          frame.variables[place] = value;
          return rest(frame, turn);
        }),
    (_, turn) => turn(),
  );
  return { turns, scope };
}

function domainOf({ source, to }: TypedIterator, { expression }: Compiler): (frame: Frame, visit: (value: Value) => boolean) => boolean {
  const from = expression(source);
  const until = to === undefined ? undefined : expression(to);
  return (frame, visit) => {
    const first = from(frame);
    try {
      return until === undefined ? iterate(frame.work, first, visit) : iterateBetween(frame.work, first, until(frame), visit);
    } catch (thrown) {
      throw placed(thrown, source.span);
    }
  };
}
