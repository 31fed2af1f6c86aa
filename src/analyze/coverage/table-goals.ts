import { intersection, run } from '../../boxes/atom-set.ts';
import type { Box } from '../../boxes/cover/box.ts';
import { constantTest, intervalsOf } from '../../boxes/constant-test.ts';
import { budgetOf } from '../../boxes/cover/box.ts';
import { difference, meet } from '../../boxes/cover/box-algebra.ts';
import { uncovered } from '../../boxes/cover/uncovered.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import { liesIn } from '../../model/allowed.ts';
import type { Period, Row } from '../../model/policy.ts';
import { acceptedText } from '../tables/accepted-text.ts';
import { literalOf } from '../tables/literal-of.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import type { Goal, GoalKind, LookupWay } from './goal.ts';
import type { Edge } from './period-edges.ts';
import { edgesOf } from './period-edges.ts';
import { isSeenIn } from './shown.ts';
import type { Side } from './sides.ts';
import { sidesOf } from './sides.ts';

/** What tests of a table should show: each row firing, both sides of each boundary that its cells draw, each row's first and last day and those beside. */
export function goalsOfTable(table: TableSpace): readonly Goal[] {
  return [
    ...table.rows.map((row) => rowGoal(table, row)),
    ...table.boxes.otherwise.map((row) => otherwiseGoal(table, row)),
    ...table.boxes.columns.flatMap((dimension, column) => sidesOf(dimension).map((side) => sideGoal(table, column, side))),
    ...table.rows.flatMap((row) => edgesOf(row.row.inForce, table.table.inForce, twinsOf(table, row)).map((edge) => edgeGoal(table, row, edge))),
  ];
}

function rowGoal(table: TableSpace, row: SpaceRow): Goal {
  const fires = row.row;
  return {
    ...part(table, 'row', fires.span),
    what: { en: `row ${fires.id}`, zh: `行 ${fires.id}` },
    mayBeShown: ({ rows }) => rows.has(fires),
    ways: () => boxesWhereItWins(table, row).map((box): LookupWay => ({ kind: 'lookup', table, box, fires, row })),
  };
}

/** A row may lose where others match: first the cases that are its own, then all of its cases. */
function boxesWhereItWins({ rows }: TableSpace, { index, box }: SpaceRow): readonly Box[] {
  const rivals = rows.filter((other) => other.index !== index && meet(other.box, box));
  if (rivals.length === 0 || rivals.length > MOST_RIVALS) return [box];
  return [...difference(box, rivals.map((rival) => rival.box)), box];
}

/** Beyond these, what is left of a row is too many pieces to try. */
const MOST_RIVALS = 12;

function otherwiseGoal(table: TableSpace, row: Row): Goal {
  const gaps = function* (): Generator<LookupWay> {
    for (const { kind, box } of uncovered(table.space, table.rows.map((each) => each.box), budgetOf(GAP_STEPS))) {
      if (kind === 'uncovered') yield { kind: 'lookup', table, box, fires: row };
    }
    // Rows whose cells compute may leave more to it than can be seen from here.
    yield { kind: 'lookup', table, box: table.space, fires: row };
  };
  return { ...part(table, 'row', row.span), what: { en: `row ${row.id} (otherwise)`, zh: `行 ${row.id}（其余情形）` }, mayBeShown: ({ rows }) => rows.has(row), ways: gaps };
}

const GAP_STEPS = 1_000_000;

/** A side of a boundary counts where the other columns are such that a row which draws the boundary could fire. */
function sideGoal(table: TableSpace, column: number, side: Side): Goal {
  const { atoms, exact, rows } = side;
  const text = sideText(table, column, side);
  const drawing = rows.flatMap((index) => table.rows[index] ?? []);
  const cell = drawing[0]?.row.cells[column];
  const within = intersection(atoms, table.space[column] ?? []);
  return {
    ...part(table, 'boundary', cell?.span ?? table.table.span),
    what: { en: text, zh: text },
    mayBeShown: isSeenIn(table, column, within, exact),
    ways: function* (): Generator<LookupWay> {
      for (const row of drawing) yield { kind: 'lookup', table, box: row.box.with(column, within), exact: exact === undefined ? undefined : { column, value: exact }, row };
    },
  };
}

function sideText({ table, boxes, space }: TableSpace, column: number, { atoms, exact }: Side): string {
  const [about, partition] = [table.columns[column], boxes.columns[column]?.partition];
  if (about === undefined || partition === undefined) return '';
  const { text, expression: { type } } = about;
  if (exact !== undefined) return `${text} = ${literalOf(exact, type)}`;
  const ends = table.rows.flatMap(({ cells }) => cells.slice(column, column + 1)).flatMap((cell) => intervalsOf(constantTest(cell)));
  const named = ends.flatMap(({ low, high }) => [low, high].flatMap((end) => (end === undefined ? [] : [literalOf(end, type)])));
  return acceptedText(text, partition, atoms, space[column] ?? [], new Set(named));
}

function edgeGoal(table: TableSpace, row: SpaceRow, { day, isInside, what }: Edge): Goal {
  const { partition } = table.boxes.time;
  const time = partition.atoms.findIndex((atom) => atom.kind === 'interval' && liesIn(atom.interval, day));
  const box = row.box.with(row.box.length - 1, run(time, time));
  const name = row.row.id;
  return {
    ...part(table, 'boundary', row.row.span),
    what: { en: `row ${name} on ${formatTemporal(day)}, ${what.en}`, zh: `行 ${name}：${formatTemporal(day)}，${what.zh}` },
    ways: () => (isInside ? [{ kind: 'lookup', table, box, row, on: day, fires: row.row }] : [{ kind: 'lookup', table, box, row, on: day }]),
  };
}

/** The periods of other rows with the row's name: what follows on one another has no day beside. */
function twinsOf({ rows }: TableSpace, { row }: SpaceRow): readonly Period[] {
  return rows.flatMap((other) => (other.row !== row && other.row.id === row.id ? [other.row.inForce] : []));
}

function part({ policy, owner }: TableSpace, kind: GoalKind, span: Goal['span']): Pick<Goal, 'kind' | 'policy' | 'of' | 'span'> {
  return { kind, policy, of: owner, span };
}
