import type { RoundingMethod } from '../../read/tree/statement.ts';
import { DaysDuration, MonthsDuration } from '../values/duration.ts';
import { STEPS_OF_A_SERIES } from '../values/operators.ts';
import { Decimal, absolute, decimalOf, exponential, isInteger, isMultipleOf, logarithm, modulo, roundToScale, squareRoot } from '../values/decimal.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { badArgument, builtin, costing, optional, required, taking } from './declare.ts';
import { number, scale } from './kinds.ts';
import { ANY, BOOLEAN, NUMBER, always, commonType, ofSameUnit } from './result-types.ts';

const WHOLE = decimalOf(1);
const TWO = decimalOf(2);

/** To `scale` digits after the point; the digits are not known before the evaluation, so the result has no grain. */
function roundingTo(name: string, method: RoundingMethod): Builtin {
  return builtin(
    name,
    taking(
      [required('n', number), required('scale', scale)],
      ([n]) => ofSameUnit(n, undefined),
      (n, digits) => roundToScale(n, digits, method),
    ),
  );
}

/** `floor(1.5)` is whole; `floor(1.56, 1)` is 1.5. */
function roundingTowards(name: string, method: 'floor' | 'ceiling'): Builtin {
  return builtin(
    name,
    taking(
      [required('n', number), optional('scale', scale)],
      ([n, digits]) => ofSameUnit(n, digits === undefined ? WHOLE : undefined),
      (n, digits = 0) => roundToScale(n, digits, method),
    ),
  );
}

type Magnitude = Decimal | DaysDuration | MonthsDuration;
const magnitude: Kind<Magnitude> = {
  type: ANY,
  expected: { en: 'a number or a duration', zh: '数或时长' },
  take: (value) => (value instanceof DaysDuration || value instanceof MonthsDuration ? value : number.take(value)),
};

/** Of a number or a duration. */
const abs = builtin(
  'abs',
  taking(
    [required('n', magnitude)],
    ([n = ANY]) => commonType([n]),
    (n) => {
      if (n instanceof Decimal) return absolute(n);
      if (n instanceof MonthsDuration) return new MonthsDuration(Math.abs(n.months));
      return n.nanoseconds < 0n ? new DaysDuration(-n.nanoseconds) : n;
    },
  ),
);

/** `dividend - divisor * floor(dividend / divisor)`: it has the sign of the divisor. */
const moduloOf = builtin(
  'modulo',
  taking(
    [required('dividend', number), required('divisor', number)],
    ([dividend = NUMBER, divisor = NUMBER]) => commonType([dividend, divisor]),
    modulo,
  ),
);

const sqrt = builtin(
  'sqrt',
  taking([required('number', number)], always(NUMBER), (n) => {
    const root = squareRoot(n);
    if (root === undefined) throw badArgument('sqrt', 'number', { en: 'a number from 0 up', zh: '不小于 0 的数' }, n);
    return root;
  }),
);

/** The natural logarithm. */
const log = builtin(
  'log',
  costing(
    taking([required('number', number)], always(NUMBER), (n) => {
      if (n.coefficient <= 0) throw badArgument('log', 'number', { en: 'a number above 0', zh: '大于 0 的数' }, n);
      return logarithm(n);
    }),
    () => STEPS_OF_A_SERIES,
  ),
);

const exp = builtin('exp', costing(taking([required('number', number)], always(NUMBER), exponential), () => STEPS_OF_A_SERIES));

const wholeNumber: Kind<Decimal> = {
  type: NUMBER,
  expected: { en: 'a whole number', zh: '整数' },
  take: (value) => {
    const given = number.take(value);
    return given !== undefined && isInteger(given) ? given : undefined;
  },
};

const even = builtin(
  'even',
  taking([required('number', wholeNumber)], always(BOOLEAN), (n) => isMultipleOf(n, TWO)),
);

const odd = builtin(
  'odd',
  taking([required('number', wholeNumber)], always(BOOLEAN), (n) => !isMultipleOf(n, TWO)),
);

/**
 * FEEL's functions of numbers (DMN 1.5, clause 10.3.4.5). `random number` is left out: an evaluation gives the same
 * answer every time.
 */
export const numericBuiltins: readonly Builtin[] = [
  roundingTo('decimal', 'half even'),
  roundingTowards('floor', 'floor'),
  roundingTowards('ceiling', 'ceiling'),
  roundingTo('round up', 'up'),
  roundingTo('round down', 'down'),
  roundingTo('round half up', 'half up'),
  roundingTo('round half down', 'half down'),
  abs,
  moduloOf,
  sqrt,
  log,
  exp,
  odd,
  even,
];
