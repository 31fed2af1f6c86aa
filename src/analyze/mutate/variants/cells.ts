import type { Cell, Expression, RangeLiteral, Test } from '../../../read/tree/expression.ts';
import { cellText, expressionText, testText } from '../../../read/tree/expression-text.ts';
import { spanBetween } from '../../../read/tree/span.ts';
import { COMPARED, expressionVariants, without } from './expressions.ts';
import { isStepped } from './neighbours.ts';
import { variant, within, withinEach, type Site, type Variant } from './variant.ts';

/** A cell with one slip in it: left open, an alternative forgotten, an edge moved. */
export function cellVariants(cell: Cell, site: Site): readonly Variant<Cell>[] {
  if (cell.tests.every(({ kind }) => kind === 'any')) return [];
  const open: Cell = { ...cell, tests: [{ kind: 'any', span: cell.span }] };
  return [variant('cell dropped', open, cell.span, cellText(open)), ...within(testListVariants(cell.tests, site), (tests) => ({ ...cell, tests }))];
}

/** Tests of which one must hold, with one slip in them. */
export function testListVariants(tests: readonly Test[], site: Site): readonly Variant<readonly Test[]>[] {
  const [first, last] = [tests.at(0), tests.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = spanBetween(first.span, last.span);
  const fewer = without(tests).map((left) => variant('alternative dropped', left, span, left.map(testText).join(', ')));
  const known = new Set(tests.map(testText));
  const changed = withinEach(
    tests,
    // An alternative that becomes another one is as good as dropped.
    (test) => testVariants(test, site).filter(({ node }) => !known.has(testText(node))),
    (all) => all,
  );
  return [...fewer, ...changed];
}

function testVariants(test: Test, site: Site): readonly Variant<Test>[] {
  switch (test.kind) {
    case 'any':
      return [];
    case 'not': {
      const [only] = test.tests;
      const dropped = test.tests.length === 1 && only !== undefined ? [variant<Test>('negation dropped', only, test.span, testText(only))] : [];
      return [...dropped, ...within(testListVariants(test.tests, site), (tests) => ({ ...test, tests }))];
    }
    case 'compare': {
      const operator = COMPARED[test.operator];
      const isEdge = test.operator !== '=' && test.operator !== '!=';
      const moved = within(expressionVariants(test.operand, { ...site, constant: isEdge ? 'edge moved' : 'constant changed' }), (operand): Test => ({ ...test, operand }));
      const changed: Test = { ...test, operator };
      return isEdge && isConstantOnSteps(test.operand, site) ? moved : [variant('comparison changed', changed, test.span, testText(changed)), ...moved];
    }
    case 'expression': {
      const { expression } = test;
      const slips = expression.kind === 'range' ? rangeVariants(expression, site) : expressionVariants(expression, { ...site, constant: 'constant changed' });
      return within(slips, (changed) => ({ ...test, expression: changed }));
    }
  }
}

/** A range with an end moved, or opened or closed where that is something else than moving it by a step. */
function rangeVariants(range: RangeLiteral, site: Site): readonly Variant<Expression>[] {
  const { low, high, lowClosed, highClosed, span } = range;
  const moved = (end: Expression | undefined, put: (end: Expression) => RangeLiteral): readonly Variant<Expression>[] =>
    end === undefined ? [] : within(expressionVariants(end, { ...site, constant: 'edge moved' }), put);
  const turned = (end: Expression | undefined, node: RangeLiteral): readonly Variant<Expression>[] =>
    end === undefined || isConstantOnSteps(end, site) ? [] : [variant<Expression>('edge opened or closed', node, span, expressionText(node))];
  return [
    ...moved(low, (changed) => ({ ...range, low: changed })),
    ...moved(high, (changed) => ({ ...range, high: changed })),
    ...turned(low, { ...range, bracketed: true, lowClosed: !lowClosed }),
    ...turned(high, { ...range, bracketed: true, highClosed: !highClosed }),
  ];
}

/** Whether an edge is a constant of a type in steps: opening or closing it there is moving it by one step. */
function isConstantOnSteps(edge: Expression, { typedAt, expected }: Site): boolean {
  return typedAt(edge.span)?.kind === 'constant' && isStepped(expected);
}

