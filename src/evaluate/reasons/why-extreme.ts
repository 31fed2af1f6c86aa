import type { Value } from '../../feel/values/value.ts';
import type { BuiltinCall, Loop, Typed } from '../../model/expression.ts';
import type { Compiler } from '../closures/compiler.ts';
import { namesPartial, turnsOf } from '../closures/loops.ts';
import type { Frame } from '../run/frame.ts';
import { sameValue } from '../run/same-value.ts';
import type { Why } from './determined.ts';
import { allOf } from './determined.ts';
import { whyOf, whyOfIterators } from './why.ts';

const extremes: ReadonlySet<string> = new Set(['worst', 'best', 'min', 'max']);

/** Whether a built-in picks one of its arguments. */
export function isExtreme({ builtin }: BuiltinCall): boolean {
  return extremes.has(builtin.name);
}

/**
 * The arguments that equal the result are what determined it; those that lost have no part in it. Of one list these are
 * its items, if it is written out, or its turns, if it is a loop; any other list counts as a whole.
 */
export function whyOfExtreme(node: BuiltinCall, compiler: Compiler): Why | undefined {
  const given = node.arguments.filter((argument) => argument !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) return whyOfWinners(node, itemsAmong(given, compiler), compiler);
  if (only.kind === 'list') return whyOfWinners(node, itemsAmong(only.items, compiler), compiler);
  if (only.kind === 'for' && !namesPartial(only)) {
    return allOf([whyOfIterators(only.iterators, compiler), whyOfWinners(node, turnsAmong(only, compiler), compiler)]);
  }
  return whyOf(only, compiler);
}

/** Shows each candidate that reads decisions, with its value. */
type Candidates = (frame: Frame, show: (value: Value, why: Why) => void) => void;

function whyOfWinners(node: BuiltinCall, candidates: Candidates | undefined, compiler: Compiler): Why | undefined {
  if (candidates === undefined) return undefined;
  const pick = compiler.expression(node);
  return (frame, determined) => {
    const result = pick(frame);
    candidates(frame, (value, why) => {
      if (sameValue(value, result)) why(frame, determined);
    });
  };
}

function itemsAmong(nodes: readonly Typed[], compiler: Compiler): Candidates | undefined {
  const parts = nodes.flatMap((node) => {
    const why = whyOf(node, compiler);
    return why === undefined ? [] : [{ why, evaluate: compiler.expression(node) }];
  });
  return parts.length === 0 ? undefined : (frame, show) => parts.forEach(({ why, evaluate }) => show(evaluate(frame), why));
}

function turnsAmong({ iterators, result }: Loop, compiler: Compiler): Candidates | undefined {
  const { turns, scope } = turnsOf(iterators, compiler);
  const why = whyOf(result, scope);
  if (why === undefined) return undefined;
  const evaluate = scope.expression(result);
  return (frame, show) => {
    turns(frame, () => {
      show(evaluate(frame), why);
      return true;
    });
  };
}
