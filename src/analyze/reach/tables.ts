import type { PlannedException, PlannedRow, PlannedTable } from '../../evaluate/plan/plan.ts';
import { priorityOf } from '../../evaluate/run/hit-policy.ts';
import type { Way } from './choices.ts';
import { allIdle, narrowedBy, replaced } from './choices.ts';
import { every, tested } from './cells.ts';
import type { Domain } from './domain.ts';
import { gatheredNode, outputNode } from './nodes.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Scope } from './term.ts';
import { termOf } from './term.ts';

type ExceptionsOf = (row: PlannedRow) => readonly PlannedException[];

/** The ways in which a table comes to a result, by its hit policy. */
export function* tableResults(table: PlannedTable, scope: Scope, wanted: Domain | undefined, store: Store, search: Search, exceptionsOf: ExceptionsOf): Generator<Way> {
  const { hitPolicy } = table.table;
  if (hitPolicy.startsWith('collect') || hitPolicy === 'rule order' || hitPolicy === 'output order') {
    yield* collected(table, scope, wanted, store, search);
    return;
  }
  for (const row of table.rows) {
    search.step();
    if (row.row.otherwise) {
      for (const bare of every(table.rows.filter(({ row: other }) => !other.otherwise), (other, truth, at) => matched(other, scope, !truth, at, search), true, store)) {
        yield* rowResults(row, scope, wanted, bare, search, exceptionsOf);
      }
      continue;
    }
    // What the row gives is looked at first: most rows of a table give something else than what is wanted.
    for (const way of rowResults(row, scope, wanted, store, search, exceptionsOf)) {
      for (const fires of matched(row, scope, true, way.store, search)) {
        for (const alone of every(outranking(row, table), (other, truth, at) => matched(other, scope, !truth, at, search), true, fires)) yield { result: way.result, store: alone };
      }
    }
  }
}

/** The rows that keep a row from deciding where they fire too. */
function outranking(row: PlannedRow, { table, rows }: PlannedTable): readonly PlannedRow[] {
  if (table.hitPolicy === 'first') return rows.slice(0, row.index);
  if (table.hitPolicy !== 'priority') return [];
  const order = priorityOf(table);
  const { constant } = row;
  return constant === undefined ? [] : rows.filter((other) => !other.row.otherwise && other.constant !== undefined && order(other.constant.value, constant.value) < 0);
}

/** The ways in which a row's cells all hold, or one of them does not. */
export function matched({ row, table }: PlannedRow, scope: Scope, holds: boolean, store: Store, search: Search): Generator<Store> {
  const cells = row.cells.flatMap((test, index) => {
    const column = table.table.columns[index];
    return column === undefined || test.kind === 'any' ? [] : [{ test, value: termOf(column.expression, scope) }];
  });
  return every(cells, ({ test, value }, truth, at) => tested(value, test, truth, at, search), holds, store);
}

function* rowResults(row: PlannedRow, scope: Scope, wanted: Domain | undefined, store: Store, search: Search, exceptionsOf: ExceptionsOf): Generator<Way> {
  const exceptions = exceptionsOf(row);
  for (const idle of allIdle(exceptions, scope, store, search)) yield* narrowedBy(termOf(outputNode(row), scope), wanted, idle, search);
  for (const exception of exceptions) yield* replaced(exception, scope, wanted, store, search);
}

/** Every set of rows that can fire together, with what it gives. */
function* collected(table: PlannedTable, scope: Scope, wanted: Domain | undefined, store: Store, search: Search): Generator<Way> {
  for (const { rows, store: at } of firing(table.rows, 0, [], scope, store, search)) {
    const result = gatheredNode(table, rows);
    if (result === undefined) continue;
    const { hitPolicy, span } = table.table;
    if (hitPolicy !== 'collect min' && hitPolicy !== 'collect max') yield* narrowedBy(termOf(result, scope), wanted, at, search);
    else {
      // One of those that fire is the least or the greatest: each may be, as far as the others are not looked at.
      search.blurred(span);
      for (const row of rows) yield* narrowedBy(termOf(outputNode(row), scope), wanted, at, search);
    }
  }
}

function* firing(rows: readonly PlannedRow[], place: number, fired: readonly PlannedRow[], scope: Scope, store: Store, search: Search): Generator<{ readonly rows: readonly PlannedRow[]; readonly store: Store }> {
  search.step();
  const row = rows[place];
  if (row === undefined) {
    yield { rows: fired, store };
    return;
  }
  for (const silent of matched(row, scope, false, store, search)) yield* firing(rows, place + 1, fired, scope, silent, search);
  for (const fires of matched(row, scope, true, store, search)) yield* firing(rows, place + 1, [...fired, row], scope, fires, search);
}
