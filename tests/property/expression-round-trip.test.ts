import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Expression, Identifier, Test } from '../../src/read/tree/expression.ts';
import type { SourceFile } from '../../src/read/tree/span.ts';
import { cellText, expressionText } from '../../src/read/tree/expression-text.ts';
import { parseCell, parseExpression } from '../../src/read/text/parse-expression.ts';

/**
 * Printing is the inverse of parsing: any expression, printed and parsed, is itself again. Expressions are generated
 * as trees; where an operand would bind differently, the generator puts the parentheses that a writer would.
 */

const file: SourceFile = { path: 'generated.policy', text: '' };
const span = { file, start: 0, end: 0 };

const name = fc.constantFrom('x', 'loan', '逾期天数', 'class', 'in_force', 'table', 'order', 'half', 'item', '_a1');
const identifier: fc.Arbitrary<Identifier> = name.map((each) => ({ name: each, span }));

const atom: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom('0', '90', '0.25', '25%', '2000万', '1.5亿', '1e3', '.5').map((text): Expression => ({ kind: 'number', text, span })),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/[\n\r\u2028\u2029]/.test(text)).map((value): Expression => ({ kind: 'string', value, span })),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
  fc.constantFrom('2024-01-31', '0001-12-01').map((text): Expression => ({ kind: 'date', text, span })),
  fc.constantFrom('P1Y', '2024-01-31T10:00:00Z').map((text): Expression => ({ kind: 'temporal', text, span })),
  fc.constant<Expression>({ kind: 'null', span }),
  fc.constant<Expression>({ kind: 'missing', span }),
  fc.constant<Expression>({ kind: 'input value', span }),
  name.map((each): Expression => ({ kind: 'name', name: each, span })),
  fc.constantFrom('days past due', 'a-b', 'if').map((each): Expression => ({ kind: 'name', name: each, span })),
);

const simple = new Set<Expression['kind']>(['number', 'string', 'boolean', 'date', 'temporal', 'null', 'missing', 'input value', 'name', 'path', 'filter', 'call', 'list', 'context', 'parenthesized']);

/** An operand: what would not stand alone goes into parentheses. A range can stand alone, but not before a bracket. */
function operand(expression: Expression): Expression {
  return simple.has(expression.kind) ? expression : { kind: 'parenthesized', inner: expression, span };
}

function grown(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const part = inner.map(operand);
  const test: fc.Arbitrary<Test> = fc.oneof(
    part.map((expression): Test => ({ kind: 'expression', expression, span })),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!=', '=' as const), part).map(([operator, of]): Test => ({ kind: 'compare', operator, operand: of, span })),
    fc.array(part, { minLength: 1, maxLength: 2 }).map((parts): Test => ({ kind: 'not', tests: parts.map((expression) => ({ kind: 'expression', expression, span })), span })),
  );
  const iterator = fc.tuple(identifier, part, fc.option(part, { nil: undefined })).map(([variable, source, to]) => ({ variable, source, to }));
  const iterators = fc.array(iterator, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or' as const), part, part)
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, operatorSpan: span, left, right, span })),
    part.map((of): Expression => ({ kind: 'negation', operand: of, span })),
    fc.tuple(part, part, part).map(([value, low, high]): Expression => ({ kind: 'between', value, low, high, span })),
    fc.tuple(part, fc.array(test, { minLength: 2, maxLength: 3 })).map(([value, tests]): Expression => ({ kind: 'in', value, tests, span })),
    fc.tuple(inner, inner, inner).map(([condition, then, otherwise]): Expression => ({ kind: 'if', condition, then, otherwise, span })),
    fc.tuple(iterators, inner).map(([each, result]): Expression => ({ kind: 'for', iterators: each, result, span })),
    fc.tuple(fc.constantFrom('some', 'every' as const), iterators, inner).map(([quantifier, each, condition]): Expression => ({ kind: 'quantified', quantifier, iterators: each, condition, span })),
    fc.tuple(fc.array(identifier, { maxLength: 2 }), inner).map(([names, body]): Expression => ({ kind: 'function', language: 'FEEL', parameters: names.map((each) => ({ name: each, type: undefined })), body, span })),
    fc.tuple(part, name).map(([target, field]): Expression => ({ kind: 'path', target, name: field, nameSpan: span, span })),
    fc.tuple(part, inner).map(([target, condition]): Expression => ({ kind: 'filter', target, condition, span })),
    fc.tuple(part, fc.array(inner, { maxLength: 3 })).map(([callee, values]): Expression => ({ kind: 'call', callee, arguments: values.map((value) => ({ name: undefined, value })), span })),
    fc.tuple(part, identifier, inner).map(([callee, key, value]): Expression => ({ kind: 'call', callee, arguments: [{ name: key, value }], span })),
    fc.array(inner, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items, span })),
    fc.array(fc.tuple(identifier, inner), { maxLength: 2 }).map((entries): Expression => ({ kind: 'context', entries: entries.map(([key, value]) => ({ key, value })), span })),
    fc.tuple(part, part, fc.boolean(), fc.boolean()).map(([low, high, lowClosed, highClosed]): Expression => ({ kind: 'range', bracketed: true, low, high, lowClosed, highClosed, span })),
    inner.map((value): Expression => ({ kind: 'parenthesized', inner: value, span })),
  );
}

const expression: fc.Arbitrary<Expression> = grown(grown(fc.oneof(atom, grown(atom))));

/** Places aside: a printed and parsed tree stands elsewhere. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key.toLowerCase().endsWith('span') ? undefined : each)));
}

test('an expression that is printed and parsed is itself again', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const found: unknown[] = [];
      const text = expressionText(tree);
      const parsed = parseExpression(text, { path: 'generated.policy', text }, 0, 'policy', (each) => found.push(each));
      expect({ text, tree: withoutPlaces(parsed), found: found.length }).toEqual({ text, tree: withoutPlaces(tree), found: 0 });
    }),
    { numRuns: 3000 },
  );
});

const bareRange = fc.tuple(fc.option(atom, { nil: undefined }), atom).map(([low, high]): Expression => ({ kind: 'range', bracketed: false, low, high, lowClosed: true, highClosed: true, span }));
const cell: fc.Arbitrary<Cell> = fc
  .array(
    fc.oneof(
      fc.oneof(atom, bareRange).map((each): Test => ({ kind: 'expression', expression: each, span })),
      fc.tuple(fc.constantFrom('<', '>=', '!=' as const), atom).map(([operator, of]): Test => ({ kind: 'compare', operator, operand: of, span })),
      atom.map((each): Test => ({ kind: 'not', tests: [{ kind: 'expression', expression: each, span }], span })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((tests) => ({ tests, span }));

test('a cell that is printed and parsed is itself again', () => {
  fc.assert(
    fc.property(cell, (tree) => {
      const text = cellText(tree);
      const parsed = parseCell(text, { path: 'generated.policy', text }, 0, 'policy', () => undefined);
      expect({ text, tree: withoutPlaces(parsed) }).toEqual({ text, tree: withoutPlaces(tree) });
    }),
    { numRuns: 2000 },
  );
});
