import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, expressionText } from '../../src/read/tree/expression-text.ts';
import { parseCell, parseExpression } from '../../src/read/text/parse-expression.ts';
import { cells, expressions } from './expressions.ts';

/** Printing is the inverse of parsing: any expression, printed and parsed, is itself again. */

/** Places aside: a printed and parsed tree stands elsewhere. One that could not be read is null. */
function withoutPlaces(value: unknown = null): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key.toLowerCase().endsWith('span') ? undefined : each)));
}

describe.each(['policy', 'strict'] as const)('in the %s dialect', (dialect) => {
  test('an expression that is printed and parsed is itself again', () => {
    fc.assert(
      fc.property(expressions(dialect), (tree) => {
        const found: unknown[] = [];
        const text = expressionText(tree);
        const parsed = parseExpression(text, { path: 'generated', text }, 0, dialect, (each) => found.push(each));
        expect({ text, tree: withoutPlaces(parsed), found: found.length }).toEqual({ text, tree: withoutPlaces(tree), found: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  test('a cell that is printed and parsed is itself again', () => {
    fc.assert(
      fc.property(cells(dialect), (tree) => {
        const text = cellText(tree);
        const parsed = parseCell(text, { path: 'generated', text }, 0, dialect, () => undefined);
        expect({ text, tree: withoutPlaces(parsed) }).toEqual({ text, tree: withoutPlaces(tree) });
      }),
      { numRuns: 1000 },
    );
  });
});
