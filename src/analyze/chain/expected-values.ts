import { constantOf } from '../../boxes/constant.ts';
import { walk } from '../../model/children.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Period, Table } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Demand } from '../reach/question.ts';
import { allHold, demandThat, passes } from '../places/conditions.ts';
import { placesIn } from '../places/places.ts';

/** Something that a policy expects a decided value to be: a cell of a table, or a comparison with a constant. */
export interface Expected {
  /** What is expected, where it is written. */
  readonly at: Span;
  /** The expression that is expected to come to it. */
  readonly of: Typed;
  readonly during: Period;
  /** That it comes to it. */
  readonly demands: readonly Demand[];
  /** That it is looked at at all. */
  readonly looked: readonly Demand[];
}

/** What a decision, function or trigger expects of values that other decisions and functions work out. */
export function* expectedIn(reader: Reader): Generator<Expected> {
  for (const body of reader.kind === 'trigger' ? [] : reader.bodies) if (body.kind === 'table') yield* expectedInTable(body);
  const conditions = conditionsOf(reader);
  for (const { node, during, when } of placesIn(reader)) {
    if (conditions.includes(node)) continue;
    for (const { at, of, holds } of expectedBy(node)) {
      const [demands, looked] = [when(holds), when(allHold([], node.span))];
      if (isWorkedOut(of) && demands !== undefined && looked !== undefined) yield { at, of, during, demands, looked };
    }
  }
}

/** What an expression compares with constants, and that it comes to what is expected. */
function expectedBy(node: Typed): readonly { readonly at: Span; readonly of: Typed; readonly holds: Typed }[] {
  if (node.kind === 'membership') return valuesNamed(node.test).map((test) => ({ at: test.span, of: node.value, holds: passes(node.value, test) }));
  if (node.kind !== 'compare') return [];
  const of = constantOf(node.right) !== undefined ? node.left : constantOf(node.left) !== undefined ? node.right : undefined;
  return of === undefined ? [] : [{ at: node.span, of, holds: node }];
}

/** Whole conditions of a trigger or of exceptions: one that never holds is told as that. */
function conditionsOf(reader: Reader): readonly Typed[] {
  if (reader.kind === 'trigger') return [reader.when];
  return reader.kind === 'decision' ? reader.exceptions.map(({ when }) => when) : [];
}

function* expectedInTable({ columns, rows }: Table): Generator<Expected> {
  for (const [index, { expression }] of columns.entries()) {
    if (!isWorkedOut(expression)) continue;
    const seen = new Set<string>();
    for (const { cells, inForce } of rows) {
      const cell = cells[index];
      for (const test of cell === undefined ? [] : valuesNamed(cell)) {
        const { file, start, end } = test.span;
        const text = `${file.text.slice(start, end)} ${inForce.from?.epochDay ?? ''} ${inForce.to?.epochDay ?? ''}`;
        if (seen.has(text)) continue;
        seen.add(text);
        yield { at: test.span, of: expression, during: inForce, demands: [demandThat(passes(expression, test))], looked: [] };
      }
    }
  }
}

/** Whether a value is not a fact as it was sent, but what decisions and functions make of facts. */
function isWorkedOut(expression: Typed): boolean {
  let found = false;
  walk([expression], ({ kind }) => {
    if (kind === 'decision' || kind === 'call' || kind === 'decision call') found = true;
  });
  return found;
}

/** The tests with constants in a test, each by itself. What is negated is not expected. */
function valuesNamed(test: CellTest): readonly CellTest[] {
  switch (test.kind) {
    case 'compare':
      return test.operator !== '!=' && constantOf(test.operand) !== undefined ? [test] : [];
    case 'between':
      return [test.low, test.high].every((end) => end === undefined || constantOf(end) !== undefined) ? [test] : [];
    case 'one of':
      return test.tests.flatMap(valuesNamed);
    default:
      return [];
  }
}
