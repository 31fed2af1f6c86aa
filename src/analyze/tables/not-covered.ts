import { intersection as sharedAtoms } from '../../boxes/atom-set.ts';
import { contains, difference, intersection, isEmpty, meet } from '../../boxes/cover/box-algebra.ts';
import type { Box, Budget } from '../../boxes/cover/box.ts';
import { budgetOf } from '../../boxes/cover/box.ts';
import { dimensionsOf } from '../../boxes/cover/table-space.ts';
import { uncovered } from '../../boxes/cover/uncovered.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import type { Shown } from './ask.ts';
import { ask } from './ask.ts';
import { MOST_QUESTIONS } from './limits.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';

export type NotCovered =
  /** Some case lies there that no row matches; `past` are rows whose computed cells let other cases there through. */
  | { readonly kind: 'found'; readonly box: Box; readonly shown: Shown | undefined; readonly past: readonly SpaceRow[] }
  | { readonly kind: 'unknown'; readonly box: Box; readonly at: Span }
  /** The budget was spent before it was looked at. */
  | { readonly kind: 'not searched'; readonly box: Box };

/** A region of a table's space in which rows are looked for. */
export interface Searched {
  readonly region: Box;
  /** Parts that count as covered. */
  readonly covered: readonly Box[];
  /** What the decision comes to where no row matches. */
  readonly outcome?: Outcome;
}

/**
 * The parts of a region of a table's space that some case comes to and no row matches; each is looked for as the caller
 * asks for it. Rows whose cells compute cover a part if no case there slips past them.
 */
export function* notCovered(table: TableSpace, { region, covered, outcome }: Searched, tools: Tools): Generator<NotCovered, void, undefined> {
  const budget = budgetOf(tools.budget);
  const exact = table.rows.filter(({ open }) => open.length === 0).map(({ box }) => box);
  const computing = table.rows.filter(({ open }) => open.length > 0);
  const cut = [...covered];
  let questions = 0;
  for (const found of uncovered(region, exact, budget, cut)) {
    if (found.kind === 'not searched') {
      yield found;
      continue;
    }
    for (const { box: piece, rows } of stretchesOf(table, found.box).flatMap((stretch) => [...piecesBy(stretch, computing, budget)])) {
      for (const box of difference(piece, cut)) {
        if (questions === MOST_QUESTIONS || budget.spent()) {
          yield { kind: 'not searched', box };
          return;
        }
        questions += 1;
        const verdict = ask(table, box, { fail: rows, ...(outcome === undefined ? {} : { outcome }) }, tools);
        if (verdict.kind === 'possible') yield { kind: 'found', box, shown: verdict.shown, past: rows };
        else if (verdict.kind === 'unknown') yield { kind: 'unknown', box, at: verdict.at };
        else cut.push(excluded(table, box, verdict.columns, verdict.besides ? rows : []));
      }
    }
  }
}

/**
 * What is covered or cannot occur, once it is proved that no case lies in these columns of a box and slips past all of
 * these rows: the other columns may be as wide as the rows are.
 */
function excluded({ space }: TableSpace, box: Box, columns: readonly number[], rows: readonly SpaceRow[]): Box {
  const time = space.length - 1;
  return space.map((all, dimension) => {
    if (dimension === time || columns.includes(dimension)) return box[dimension] ?? [];
    return rows.reduce((shared, row) => sharedAtoms(shared, row.box[dimension] ?? []), all);
  });
}

/** More stretches than this are told as one. */
const MOST_STRETCHES = 100;

/** A box in boxes of one stretch of each ordered column and of time: holes that lie apart are mistakes of their own. */
function stretchesOf({ boxes }: TableSpace, box: Box): readonly Box[] {
  const apart = dimensionsOf(boxes).reduce<readonly Box[]>(
    (all, { partition }, dimension) => (partition.kind === 'ordered' ? all.flatMap((each) => (each[dimension] ?? []).map((run) => each.with(dimension, [run]))) : all),
    [box],
  );
  return apart.length > MOST_STRETCHES ? [box] : apart;
}

/** A box in pieces, each inside the box of every row that it touches, as long as the budget lasts. */
function* piecesBy(box: Box, rows: readonly SpaceRow[], budget: Budget): Generator<{ readonly box: Box; readonly rows: readonly SpaceRow[] }, void, undefined> {
  if (isEmpty(box)) return;
  const touching = rows.filter((row) => meet(row.box, box));
  const dividing = touching.find((row) => !contains(row.box, box));
  if (dividing === undefined || !budget.take(rows.length)) {
    yield { box, rows: touching };
    return;
  }
  for (const piece of [intersection(box, dividing.box), ...difference(box, [dividing.box])]) yield* piecesBy(piece, touching, budget);
}
