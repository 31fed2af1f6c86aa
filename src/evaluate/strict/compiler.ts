import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Cell, Expression, TypeExpression } from '../../read/tree/expression.ts';
import type { Names } from './names.ts';
import type { Decide, Evaluate } from './scope.ts';
import type { FeelType } from './types.ts';

/** Turns expressions of the strict dialect into closures, where these names are in scope. Families of expressions call it for their parts. */
export interface Compiler {
  readonly names: Names;
  readonly report: Report;
  readonly expression: (node: Expression) => Evaluate;
  /** Whether a cell, or the tests after `in`, hold for the value bound innermost. */
  readonly tests: (cell: Pick<Cell, 'tests'>) => Decide;
  readonly type: (written: TypeExpression) => FeelType;
  /** The compiler in whose scope the names are bound, in this order. */
  readonly within: (...names: readonly string[]) => Compiler;
  /** The compiler inside a filter: its element is bound, and the element's entries are names. */
  readonly withinFilter: () => Compiler;
}
