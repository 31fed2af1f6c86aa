import { boxesOf, spaceOf } from '../../boxes/cover/table-space.ts';
import type { Box } from '../../boxes/cover/box.ts';
import { intersection, isEmpty } from '../../boxes/cover/box-algebra.ts';
import type { TableBoxes } from '../../boxes/table-boxes.ts';
import { tableBoxes } from '../../boxes/table-boxes.ts';
import type { Decision, FunctionModel, Policy, Row, Table } from '../../model/policy.ts';

/** A table of a decision, function or parameter, as boxes. */
export interface TableSpace {
  readonly policy: Policy;
  readonly owner: Decision | FunctionModel;
  readonly table: Table;
  readonly boxes: TableBoxes;
  /** Everything that can occur: what types and periods allow, by column and then by time. */
  readonly space: Box;
  /** Rows that are boxes (none that says `otherwise`), in order. */
  readonly rows: readonly SpaceRow[];
}

export interface SpaceRow {
  /** Its place in `rows`. */
  readonly index: number;
  readonly row: Row;
  /** What it accepts of the space; where `open`, what it might. */
  readonly box: Box;
  /** The columns whose cells compute with what is only known at run time. */
  readonly open: readonly number[];
}

const known = new WeakMap<Table, TableSpace>();

/** Every table of a policy's own decisions, functions and parameters. */
export function tablesOf(policy: Policy): readonly TableSpace[] {
  return [...policy.decisions.values(), ...policy.functions.values()].flatMap((owner) =>
    owner.bodies.flatMap((body) => (body.kind === 'table' ? [spaceOfTable(policy, owner, body)] : [])),
  );
}

function spaceOfTable(policy: Policy, owner: Decision | FunctionModel, table: Table): TableSpace {
  const before = known.get(table);
  if (before !== undefined) return before;
  const boxes = tableBoxes(table, owner.inForce);
  const space = spaceOf(boxes);
  const rows = boxesOf(boxes).map((box, index): SpaceRow => {
    const row = boxes.rows[index];
    if (row === undefined) throw new Error('every box is of a row');
    const open = boxes.columns.flatMap(({ cells }, column) => (cells[index]?.open === true ? [column] : []));
    return { index, row, box: intersection(box, space), open };
  });
  const made = { policy, owner, table, boxes, space, rows };
  known.set(table, made);
  return made;
}

/** The rows that some case could match, as far as types and periods tell. */
export function rowsThatCanMatch({ rows }: TableSpace): readonly SpaceRow[] {
  return rows.filter(({ box }) => !isEmpty(box));
}
