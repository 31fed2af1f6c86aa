import type { Dialect } from '../../../grammar/lexer.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Cell, Expression } from '../tree/expression.ts';
import type { SourceFile } from '../tree/span.ts';
import { parse } from './parse.ts';

/** Parses an expression that stands at `offset` in `file`. Undefined where it cannot be read; the problem is reported. */
export function parseExpression(text: string, file: SourceFile, offset: number, dialect: Dialect, report: Report): Expression | undefined {
  return parse(text, { file, offset }, (grammar) => grammar.expression(), report, dialect);
}

/** Parses a cell of a decision table (DMN: unary tests), as `parseExpression` does. */
export function parseCell(text: string, file: SourceFile, offset: number, dialect: Dialect, report: Report): Cell | undefined {
  return parse(text, { file, offset }, (grammar) => grammar.cell(), report, dialect);
}
