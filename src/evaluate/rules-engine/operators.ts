import type { Engine } from 'json-rules-engine';
import { holds } from '../../feel/values/compare.ts';
import type { Comparison, Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Span } from '../../read/tree/span.ts';
import { placed } from '../closures/compiler.ts';
import { liesWithin } from '../run/membership.ts';

/** One for each kind of test, exact where json-rules-engine's own compare floats. */
export type OperatorName = Comparison | 'within' | 'holds' | 'missing' | 'present';

/** What a column's value is compared with: a constant by its place, or what an operand came to; nothing where the value is missing. */
type Right = number | Computed | undefined;

export interface Computed {
  readonly value: Value;
  /** Of the test. */
  readonly span: Span;
}

const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];

/** Gives an engine our operators. All but `missing` are false for a missing value. */
export function addOperators(engine: Engine, constants: readonly Value[]): void {
  const add = (name: OperatorName, compare: (value: Value, right: Value) => boolean): void => {
    engine.addOperator<Value | Missing, Right>(name, (value, right) => {
      if (value === MISSING || right === undefined) return false;
      if (typeof right === 'number') return compare(value, constants[right] ?? null);
      try {
        return compare(value, right.value);
      } catch (thrown) {
        engine.stop();
        throw placed(thrown, right.span);
      }
    });
  };
  for (const comparison of comparisons) add(comparison, (value, right) => holds(comparison, value, right));
  add('within', liesWithin);
  add('holds', (_, verdict) => verdict === true);
  engine.addOperator<Value | Missing, true>('missing', (value) => value === MISSING);
  engine.addOperator<Value | Missing, true>('present', (value) => value !== MISSING);
}
