import type { Typed } from '../../model/expression.ts';
import type { Region } from '../../boxes/partition.ts';
import type { Demand } from '../reach/question.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';

/** That the cells of a row which compute all accept (`true`), or that one does not. The row must have such cells. */
export function computedCellsHold({ table }: TableSpace, { row, open }: SpaceRow, holds: boolean): Demand {
  const tests = open.flatMap((column): Typed[] => {
    const [value, test] = [table.columns[column]?.expression, row.cells[column]];
    return value === undefined || test === undefined ? [] : [{ kind: 'membership', value, test, type: { kind: 'boolean' }, span: test.span }];
  });
  const expression = tests.reduce((left, right): Typed => ({ kind: 'logic', operator: 'and', left, right, type: { kind: 'boolean' }, span: row.span }));
  return { expression, within: [trueOrFalse(holds)] };
}

export function trueOrFalse(value: boolean): Region {
  return { kind: 'value', value };
}
