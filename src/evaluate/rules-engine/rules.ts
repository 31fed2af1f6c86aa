import type { RuleProperties } from 'json-rules-engine';
import type { Value } from '../../feel/values/value.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Compiler } from '../closures/compiler.ts';
import type { PlannedRow, PlannedTable } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import type { OperatorName } from './operators.ts';

/** A table as rules of json-rules-engine: a rule for each row, in it a condition for each cell. */
export interface TableRules {
  /** Plain JSON. Of one priority each, so that rows are tried one after another. */
  readonly rules: readonly RuleProperties[];
  /** What cells that cannot go wrong compare with. A condition names it by its place, since the engine copies conditions deeply. */
  readonly constants: readonly Value[];
  /** What other cells compare with, or the verdict of a condition over the column. A condition names it as a fact. */
  readonly operands: readonly Operand[];
}

/** Something that is computed when a cell is tested. */
export interface Operand {
  readonly column: number;
  /** Of the test. An error that no operator has placed lies there. */
  readonly span: Span;
  /** Takes the column's value. */
  readonly evaluate: (value: Value, frame: Frame) => Value;
}

/** The fact that holds the value of a column. */
export function columnFact(column: number): string {
  return `column ${column}`;
}

/** The fact of all operands; its parameter `place` says which. */
export const OPERAND = 'operand';

type Condition = Prioritized & (Test | { readonly all: Condition[] } | { readonly any: Condition[] } | { readonly not: Condition });

interface Prioritized {
  readonly priority?: number;
}

interface Test {
  readonly fact: string;
  readonly operator: OperatorName;
  readonly value: number | true | { readonly fact: typeof OPERAND; readonly params: { readonly place: number } };
}

/** The rules of a table. Rows of `otherwise` have none. An event carries the row's index. */
export function rulesOf({ rows }: PlannedTable, compiler: Compiler): TableRules {
  const constants: Value[] = [];
  const operands: Operand[] = [];

  const cellOf = ({ row, constantCells }: PlannedRow, column: number): Condition[] => {
    const cell = row.cells[column];
    if (cell === undefined) return [];
    const isConstant = constantCells.includes(column);
    const compare = (operator: OperatorName, operand: Typed, span: Span): Condition => {
      if (isConstant && operand.kind === 'constant') return test(column, operator, constants.push(operand.value) - 1);
      const evaluate = compiler.expression(operand);
      return computed(operator, { column, span, evaluate: (_, frame) => evaluate(frame) });
    };
    const computed = (operator: OperatorName, operand: Operand): Condition =>
      test(column, operator, { fact: OPERAND, params: { place: operands.push(operand) - 1 } });
    return [conditionOf(cell, { column, compiler, compare, computed })];
  };

  const rules = rows
    .filter(({ row }) => !row.otherwise)
    .map((row) => ({
      name: row.name,
      priority: rows.length - row.index,
      conditions: { all: inOrder([...row.constantCells, ...row.computedCells].flatMap((column) => cellOf(row, column))) },
      event: { type: row.name, params: { row: row.index } },
    }));
  return { rules, constants, operands };
}

interface Cell {
  readonly column: number;
  readonly compiler: Compiler;
  readonly compare: (operator: OperatorName, operand: Typed, span: Span) => Condition;
  readonly computed: (operator: OperatorName, operand: Operand) => Condition;
}

/** The condition of a cell. For a missing value every test but `-` and `missing` is false, `not(…)` included. */
function conditionOf(cell: CellTest, within: Cell): Condition {
  const { column, compiler, compare, computed } = within;
  switch (cell.kind) {
    case 'any':
      return { all: [] };
    case 'missing':
      return test(column, 'missing', true);
    case 'compare':
      return compare(cell.operator, cell.operand, cell.span);
    case 'between': {
      const { low, high, lowClosed, highClosed, span } = cell;
      const above = low === undefined ? [] : [compare(lowClosed ? '>=' : '>', low, span)];
      const below = high === undefined ? [] : [compare(highClosed ? '<=' : '<', high, span)];
      return { all: inOrder([test(column, 'present', true), ...above, ...below]) };
    }
    case 'within':
      return compare('within', cell.container, cell.span);
    case 'holds': {
      const { inner, place } = compiler.within(cell.variable);
      const condition = inner.condition(cell.condition);
      const verdict = (value: Value, frame: Frame): boolean => {
        frame.variables[place] = value;
        return condition(frame);
      };
      return computed('holds', { column, span: cell.span, evaluate: verdict });
    }
    case 'one of':
      return { any: inOrder(cell.tests.map((each) => conditionOf(each, within))) };
    case 'not':
      return { all: inOrder([test(column, 'present', true), { not: conditionOf(cell.test, within) }]) };
  }
}

function test(column: number, operator: OperatorName, value: Test['value']): Condition {
  return { fact: columnFact(column), operator, value };
}

/** Conditions of one priority are tried at once; of different ones, one after another until the outcome is certain. */
function inOrder(conditions: readonly Condition[]): Condition[] {
  return conditions.map((condition, place) => ({ ...condition, priority: conditions.length - place }));
}
