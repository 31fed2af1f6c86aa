import type { AtomSet } from '../../boxes/atom-set.ts';
import { includes } from '../../boxes/atom-set.ts';
import type { Box } from '../../boxes/cover/box.ts';
import { commonPeriod } from '../../check/declarations/periods.ts';
import type { Decision, Outcome, Period, Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case, Tools } from '../analysis.ts';
import type { Demand } from '../reach/question.ts';
import { callersOf, calledWithAnything } from './callers.ts';
import { regionsIn } from './regions.ts';
import { computedCellsHold } from './row-condition.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';
import { periodsIn } from './where.ts';

/** What is asked of a part of a table's space besides lying in it. */
export interface Besides {
  /** Rows whose computed cells all hold. */
  readonly match?: readonly SpaceRow[];
  /** Rows of whose computed cells one does not hold. */
  readonly fail?: readonly SpaceRow[];
  readonly demands?: readonly Demand[];
  /** What the decision comes to there, in the case that is shown. */
  readonly outcome?: Outcome;
  /** The dates looked at, if not all of the part's. */
  readonly during?: Period;
}

export type Verdict =
  /** Some case lies there. `shown` is one that a caller could send; of a function that no decision calls there is none. */
  | { readonly kind: 'possible'; readonly shown: Shown | undefined }
  /** No case does: those columns already exclude each other, together with what was asked besides if `besides`. */
  | { readonly kind: 'impossible'; readonly columns: readonly number[]; readonly besides: boolean }
  | { readonly kind: 'unknown'; readonly at: Span };

/** A case in which a decision comes to the part of the table asked about: the table's own decision, or one that calls it. */
export interface Shown {
  readonly policy: Policy;
  readonly decision: Decision;
  readonly case: Case;
}

/** Whether some case lies in a part of a table's space. */
export function ask(table: TableSpace, box: Box, besides: Besides, tools: Tools): Verdict {
  const { owner } = table;
  if (owner.kind === 'decision') return askOf(table, box, besides, { policy: table.policy, decision: owner }, tools);
  const verdict = isEveryArgument(table, besides) ? { kind: 'possible' as const, shown: undefined } : askOf(table, box, besides, calledWithAnything(table.policy, owner), tools);
  if (verdict.kind !== 'possible') return verdict;
  for (const caller of callersOf(owner, tools.set)) {
    const called = askOf(table, box, besides, caller, tools);
    if (called.kind === 'possible') return called;
  }
  return { kind: 'possible', shown: undefined };
}

/** Each column reads a parameter of its own, and nothing else is asked: every point of the space is a call. */
function isEveryArgument({ table }: TableSpace, { match = [], fail = [], demands = [] }: Besides): boolean {
  const read = table.columns.flatMap(({ expression }) => (expression.kind === 'variable' ? [expression.name] : []));
  return new Set(read).size === table.columns.length && match.length + fail.length + demands.length === 0;
}

function askOf(table: TableSpace, box: Box, besides: Besides, { policy, decision }: Omit<Shown, 'case'>, { reach }: Tools): Verdict {
  const columnOf = demandsOnColumns(table, box);
  const others = demandsBesides(table, besides);
  const { owner } = table;
  const where = { ...(owner.kind === 'decision' ? {} : { within: owner }), ...(besides.outcome === undefined ? {} : { outcome: besides.outcome }) };
  const columns = new Set<number>();
  let rested = false;
  let unknown: Span | undefined;
  for (const stretch of periodsIn(table.boxes.time, timeOf(box))) {
    const during = besides.during === undefined ? stretch : commonPeriod(stretch, besides.during);
    if (during === undefined) continue;
    const reached = reach({ policy, subject: decision, demands: [...columnOf.keys(), ...others], during, ...where });
    if (reached.kind === 'reached') return { kind: 'possible', shown: { policy, decision, case: reached.case } };
    if (reached.kind === 'unknown') unknown ??= reached.at;
    else {
      for (const demand of reached.because) {
        const column = columnOf.get(demand);
        if (column === undefined) rested = true;
        else columns.add(column);
      }
    }
  }
  return unknown === undefined ? { kind: 'impossible', columns: [...columns], besides: rested } : { kind: 'unknown', at: unknown };
}

/** A demand for each column of which the box does not have everything. */
function demandsOnColumns({ table, boxes, space }: TableSpace, box: Box): ReadonlyMap<Demand, number> {
  return new Map(
    table.columns.flatMap(({ expression }, column): [Demand, number][] => {
      const [accepted, partition] = [box[column] ?? [], boxes.columns[column]?.partition];
      if (partition === undefined || includes(accepted, space[column] ?? [])) return [];
      return [[{ expression, within: regionsIn(partition, accepted) }, column]];
    }),
  );
}

function demandsBesides(table: TableSpace, { match = [], fail = [], demands = [] }: Besides): readonly Demand[] {
  const computing = (rows: readonly SpaceRow[]): readonly SpaceRow[] => rows.filter(({ open }) => open.length > 0);
  return [...computing(match).map((row) => computedCellsHold(table, row, true)), ...computing(fail).map((row) => computedCellsHold(table, row, false)), ...demands];
}

export function timeOf(box: Box): AtomSet {
  return box.at(-1) ?? [];
}
