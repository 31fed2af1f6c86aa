import type { ComparisonOperator } from '../../read/tree/expression.ts';
import type { ConstantTest, Plain } from './constant-tests.ts';

/**
 * Whether a test holds for what stands at a place of an order, in which `placeOf` finds the values that the test names.
 * Undefined is the absent fact, for which only `missing` and `-` hold.
 */
export function accepts(test: ConstantTest, place: number | undefined, placeOf: (value: Plain) => number): boolean {
  const compared = (operator: ComparisonOperator, value: Plain): boolean => place !== undefined && compares[operator](place - placeOf(value));
  switch (test.kind) {
    case 'any':
      return true;
    case 'missing':
      return place === undefined;
    case 'one of':
      return test.tests.some((each) => accepts(each, place, placeOf));
    case 'not':
      return place !== undefined && !accepts(test.test, place, placeOf);
    case 'compare':
      return compared(test.operator, test.value);
    case 'between': {
      const isAbove = test.low === undefined || compared(test.lowClosed ? '>=' : '>', test.low);
      const isBelow = test.high === undefined || compared(test.highClosed ? '<=' : '<', test.high);
      return place !== undefined && isAbove && isBelow;
    }
  }
}

const compares: Readonly<Record<ComparisonOperator, (difference: number) => boolean>> = {
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** The values that a test names. */
export function valuesIn(test: ConstantTest): readonly Plain[] {
  switch (test.kind) {
    case 'any':
    case 'missing':
      return [];
    case 'compare':
      return [test.value];
    case 'between':
      return [test.low, test.high].filter((end) => end !== undefined);
    case 'one of':
      return test.tests.flatMap(valuesIn);
    case 'not':
      return valuesIn(test.test);
  }
}
