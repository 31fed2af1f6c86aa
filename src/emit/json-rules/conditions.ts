import type { ComparisonOperator } from '../../read/tree/expression.ts';
import { testOf, type ConditionJson, type FactColumn } from '../../read/json-rules/document.ts';
import { absenceOf } from '../../read/json-rules/presence.ts';
import type { CellPlace, ConstantTest, Plain } from './constant-tests.ts';
import { listedConditions } from './listed-conditions.ts';
import { numberCondition } from './number-conditions.ts';
import type { Refuse } from './refusal.ts';

/** The conditions, all of which hold where a cell's test does. Undefined where the engine's operators cannot say it; that is refused. */
export function conditionsOf(column: FactColumn, test: ConstantTest, cell: CellPlace, refuse: Refuse): readonly ConditionJson[] | undefined {
  if (test.kind === 'any') return [];
  switch (column.kind) {
    case 'number': {
      const condition = numberCondition(column, test);
      return 'all' in condition ? condition.all : [condition];
    }
    case 'boolean':
      return finite(column, [false, true], test, cell, refuse);
    case 'enum':
      return finite(column, column.members ?? [], test, cell, refuse);
    case 'text':
    case 'date':
      return listedConditions(column, test, cell, refuse);
  }
}

/** Of an enum or boolean it is known which values there are: the cell is those that it accepts. */
function finite(column: FactColumn, values: readonly Plain[], test: ConstantTest, { row, span }: CellPlace, refuse: Refuse): readonly ConditionJson[] | undefined {
  const accepted = values.filter((value) => accepts(test, value, values));
  const present = accepted.length === 1 ? testOf(column, 'equal', accepted[0]) : testOf(column, 'in', accepted);
  const absence = column.optional === true && accepts(test, undefined, values) ? absenceOf(column) : undefined;
  if (accepted.length === 0) return absence === undefined ? refuse(span, row, { en: 'no value fits the cell', zh: '没有任何值符合此单元格' }) : [absence];
  return [absence === undefined ? present : { any: [absence, present] }];
}

/** Whether a test holds for a value, in an order of values; undefined is the absent fact, for which only `missing` does. */
function accepts(test: ConstantTest, value: Plain | undefined, order: readonly Plain[]): boolean {
  const distance = (to: Plain): number => order.indexOf(value ?? '') - order.indexOf(to);
  switch (test.kind) {
    case 'any':
      return true;
    case 'missing':
      return value === undefined;
    case 'one of':
      return test.tests.some((each) => accepts(each, value, order));
    case 'not':
      return value !== undefined && !accepts(test.test, value, order);
    case 'compare':
      return value !== undefined && compares[test.operator](distance(test.value));
    case 'between': {
      const isAbove = test.low === undefined || compares[test.lowClosed ? '>=' : '>'](distance(test.low));
      const isBelow = test.high === undefined || compares[test.highClosed ? '<=' : '<'](distance(test.high));
      return value !== undefined && isAbove && isBelow;
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
