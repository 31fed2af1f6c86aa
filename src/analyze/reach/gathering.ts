import type { PlannedRow } from '../../evaluate/plan/plan.ts';
import type { Search } from './search.ts';
import { resolve } from './resolve.ts';
import type { Store } from './store.ts';
import { every } from './cells.ts';
import { matched } from './tables.ts';
import type { Scope, Term } from './term.ts';
import { outermost } from './term.ts';

/** The rows of a table that lists what fires, and where they stand. */
export interface Gathering {
  readonly rows: readonly PlannedRow[];
  readonly scope: Scope;
}

const listing: ReadonlySet<string> = new Set(['collect', 'rule order', 'output order']);

/** The table behind a list, where a decision without exceptions lists what fires: then its rows can be asked one by one. */
export function gatheringOf(list: Term, store: Store): Gathering | undefined {
  const bound = resolve(list, store);
  if (bound.kind !== 'term' || bound.term.node.kind !== 'decision') return undefined;
  const { node, scope } = bound.term;
  const step = scope.plan.stepOf.get(node.decision);
  if (step?.kind !== 'decision' || step.body?.kind !== 'table' || step.exceptions.length > 0) return undefined;
  const { table, rows } = step.body;
  if (!listing.has(table.hitPolicy) || rows.some(({ row }) => row.otherwise)) return undefined;
  return { rows, scope: scope.given === undefined ? outermost(scope.plan) : scope };
}

/** The ways in which none of some rows fires, or at least one does. */
export function anyFires(rows: readonly PlannedRow[], scope: Scope, fires: boolean, store: Store, search: Search): Generator<Store> {
  return every(rows, (row, silent, at) => matched(row, scope, !silent, at, search), !fires, store);
}
