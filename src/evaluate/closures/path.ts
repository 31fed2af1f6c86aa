import { MISSING } from '../../feel/values/value.ts';
import { feelError } from '../../feel/values/error.ts';
import type { PathRead } from '../../model/expression.ts';
import type { Evaluate } from '../engine.ts';
import { entryOf } from '../run/entry.ts';
import type { Compiler, EvaluateOrMissing } from './compiler.ts';
import { placed } from './compiler.ts';

/** `target.name`, where a record's optional field may be absent. */
export function pathOrMissing({ target, name, span }: PathRead, { orMissing }: Compiler): EvaluateOrMissing {
  const evaluate = orMissing(target);
  return (frame) => {
    const value = evaluate(frame);
    if (value === MISSING) return MISSING;
    try {
      return entryOf(value, name);
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function path(node: PathRead, compiler: Compiler): Evaluate {
  const evaluate = pathOrMissing(node, compiler);
  return (frame) => {
    const value = evaluate(frame);
    if (value === MISSING) throw feelError('value-missing', { path: node.name }).at(node.span);
    return value;
  };
}
