import type { ComparisonOperator } from '../../read/tree/expression.ts';
import { testOf, type ConditionJson, type FactColumn, type Operator } from '../../read/json-rules/document.ts';
import { absenceOf, presenceOf } from '../../read/json-rules/presence.ts';
import type { ConstantTest, Plain } from './constant-tests.ts';

/** The condition that a number meets a test. The engine's order tests are false for an absent fact, as a policy's are. */
export function numberCondition(column: FactColumn, test: ConstantTest): ConditionJson {
  switch (test.kind) {
    case 'any':
      return { all: [] };
    case 'missing':
      return absenceOf(column) ?? { any: [] };
    case 'compare':
      return compared(column, test.operator, test.value);
    case 'between':
      return allOf([...bound(column, test.lowClosed ? '>=' : '>', test.low), ...bound(column, test.highClosed ? '<=' : '<', test.high)]);
    case 'one of': {
      const values = equalValues(test.tests);
      return values === undefined ? { any: test.tests.map((each) => numberCondition(column, each)) } : testOf(column, 'in', values);
    }
    case 'not':
      return otherNumber(column, test.test);
  }
}

/** The condition that a number is there and does not meet a test. */
function otherNumber(column: FactColumn, test: ConstantTest): ConditionJson {
  switch (test.kind) {
    case 'any':
      return testOf(column, 'in', []);
    case 'missing':
      return presenceOf(column) ?? { all: [] };
    case 'compare':
      return compared(column, opposite[test.operator], test.value);
    case 'between': {
      const outside = [...bound(column, test.lowClosed ? '<' : '<=', test.low), ...bound(column, test.highClosed ? '>' : '>=', test.high)];
      return outside.length === 1 && outside[0] !== undefined ? outside[0] : { any: outside };
    }
    case 'one of': {
      const values = column.optional === true ? undefined : equalValues(test.tests);
      return values === undefined ? allOf(test.tests.map((each) => otherNumber(column, each))) : testOf(column, 'notIn', values);
    }
    case 'not': {
      const present = column.optional === true ? presenceOf(column) : undefined;
      return present === undefined ? numberCondition(column, test.test) : allOf([present, numberCondition(column, test.test)]);
    }
  }
}

/** To the engine an absent fact differs from every value; to a policy it does not. */
function compared(column: FactColumn, operator: ComparisonOperator, value: Plain): ConditionJson {
  if (operator === '!=' && column.optional === true) return { any: [testOf(column, 'lessThan', value), testOf(column, 'greaterThan', value)] };
  return testOf(column, operators[operator], value);
}

function bound(column: FactColumn, operator: ComparisonOperator, end: Plain | undefined): readonly ConditionJson[] {
  return end === undefined ? [] : [compared(column, operator, end)];
}

function allOf(conditions: readonly ConditionJson[]): ConditionJson {
  const flat = conditions.flatMap((each) => ('all' in each ? each.all : [each]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { all: flat };
}

/** The values of tests that all are of equality. */
function equalValues(tests: readonly ConstantTest[]): readonly Plain[] | undefined {
  const values = tests.flatMap((test) => (test.kind === 'compare' && test.operator === '=' ? [test.value] : []));
  return values.length === tests.length ? values : undefined;
}

const operators: Readonly<Record<ComparisonOperator, Operator>> = { '=': 'equal', '!=': 'notEqual', '<': 'lessThan', '<=': 'lessThanInclusive', '>': 'greaterThan', '>=': 'greaterThanInclusive' };
const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
