import type { FilterOf } from '../../model/expression.ts';
import type { Evaluate } from '../engine.ts';
import { elementAt, filtered } from '../run/filter.ts';
import type { Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

/** `list[1]`, `list[-1]`, `list[item > 3]`. Where the type does not tell which, the first value of the condition does. */
export function filter({ target, item, condition, span }: FilterOf, compiler: Compiler): Evaluate {
  const list = compiler.expression(target);
  const { inner, place } = compiler.within(item);
  const evaluate = inner.expression(condition);
  const isIndex = condition.type.kind === 'number';
  return (frame) => {
    const from = list(frame);
    try {
      if (isIndex) return elementAt(from, evaluate(frame));
      return filtered(frame.work, from, condition.span, (element) => {
        frame.variables[place] = element;
        return evaluate(frame);
      });
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}
