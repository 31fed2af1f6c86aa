import type { Report } from '../../diagnostics/diagnostic.ts';
import { constantOf } from '../../boxes/constant.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import { FeelDate, formatTemporal } from '../../feel/values/temporal.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { ComparisonOperator } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Refuse } from './refusal.ts';
import { exactDouble } from './refusal.ts';

/** A value that JSON holds: an enum's member is its name, a date its ISO text. */
export type Plain = number | boolean | string;

/** A cell's test with its values as JSON holds them. */
export type ConstantTest =
  | { readonly kind: 'any' | 'missing' }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly value: Plain }
  | { readonly kind: 'between'; readonly low: Plain | undefined; readonly high: Plain | undefined; readonly lowClosed: boolean; readonly highClosed: boolean }
  | { readonly kind: 'one of'; readonly tests: readonly ConstantTest[] }
  | { readonly kind: 'not'; readonly test: ConstantTest };

/** The row that a cell is of, and where it stands. */
export interface CellPlace {
  readonly row: string;
  readonly span: Span;
}

/** Whose cells and outputs are written. */
export interface RowSaying {
  readonly row: string;
  readonly refuse: Refuse;
  readonly report: Report;
}

/** A test whose values are known. Undefined where one is computed, or no double is that number; that is refused. */
export function constantTest(test: CellTest, saying: RowSaying): ConstantTest | undefined {
  switch (test.kind) {
    case 'any':
    case 'missing':
      return { kind: test.kind };
    case 'compare': {
      const value = plainOf(test.operand, saying);
      return value === undefined ? undefined : { kind: 'compare', operator: test.operator, value };
    }
    case 'between': {
      const low = test.low && plainOf(test.low, saying);
      const high = test.high && plainOf(test.high, saying);
      const isKnown = (low !== undefined || test.low === undefined) && (high !== undefined || test.high === undefined);
      return isKnown ? { kind: 'between', low, high, lowClosed: test.lowClosed, highClosed: test.highClosed } : undefined;
    }
    case 'one of': {
      const tests = test.tests.map((each) => constantTest(each, saying));
      return tests.every((each) => each !== undefined) ? { kind: 'one of', tests } : undefined;
    }
    case 'not': {
      const inner = constantTest(test.test, saying);
      return inner && { kind: 'not', test: inner };
    }
    case 'within':
    case 'holds':
      return saying.refuse(test.span, saying.row, computed);
  }
}

/** A constant as JSON. Undefined where it is computed or no double is that number; that is refused. */
export function plainOf(expression: Typed, { row, refuse, report }: RowSaying): Plain | undefined {
  const value = constantOf(expression);
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Decimal) return exactDouble(value, row, expression.span, report);
  if (value instanceof EnumMember) return value.name;
  if (value instanceof FeelDate) return formatTemporal(value);
  return refuse(expression.span, row, computed);
}

const computed = { en: 'what it compares with or gives is computed, and a rule holds values only', zh: '其比较对象或结果需要计算，而规则只能包含值' };
