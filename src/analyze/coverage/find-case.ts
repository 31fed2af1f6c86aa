import { includes } from '../../boxes/atom-set.ts';
import type { Case, Tools } from '../analysis.ts';
import type { Demand, Question } from '../reach/question.ts';
import { regionsIn } from '../tables/regions.ts';
import { computedCellsHold, trueOrFalse } from '../tables/row-condition.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import { periodsIn } from '../tables/where.ts';
import { commonPeriod } from '../../check/declarations/periods.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Period, Policy, Trigger } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import { readsOf } from '../../model/reads.ts';
import type { Goal, LookupWay, ValueWay, Way } from './goal.ts';

/** What cases are looked for with, and in which policies. */
export type Finding = Pick<Tools, 'reach' | 'set'>;

/** A decision or trigger of a policy to be evaluated. */
export interface Subject {
  readonly policy: Policy;
  readonly subject: Decision | Trigger;
}

/** A case to evaluate it for. */
export interface CaseFor extends Subject {
  readonly case: Case;
}

export type Found = ({ readonly kind: 'case' } & CaseFor) | { readonly kind: 'impossible' } | { readonly kind: 'unknown' };

/**
 * Looks for a case that shows a goal: `accepts` has the last word, since what is asked for may come about without showing
 * it (another row may win). `impossible` is proved: no decision or trigger of any policy comes to it.
 */
export function findCase(goal: Goal, tools: Finding, accepts: (found: CaseFor) => boolean): Found {
  let proved = true;
  let tried = 0;
  for (const way of goal.ways()) {
    if (way.kind === 'day' && !way.isInForce) {
      const [subject] = subjectsOf(way.reader, tools);
      const found = subject && { ...subject, case: { facts: new Map(), asOf: way.day } };
      if (found !== undefined && accepts(found)) return { kind: 'case', ...found };
      proved = false;
      continue;
    }
    for (const subject of subjectsOf(readerOf(way), tools)) {
      for (const question of questionsOf(way, subject)) {
        if ((tried += 1) > MOST_QUESTIONS) return { kind: 'unknown' };
        const reached = tools.reach(question);
        if (reached.kind === 'impossible') continue;
        proved = false;
        if (reached.kind === 'reached' && accepts({ ...subject, case: reached.case })) return { kind: 'case', ...subject, case: reached.case };
      }
    }
  }
  return proved && tried > 0 ? { kind: 'impossible' } : { kind: 'unknown' };
}

/** A boundary that thousands of rows draw is not tried with each of them. */
const MOST_QUESTIONS = 40;

function readerOf(way: Way): Reader {
  return way.kind === 'lookup' ? way.table.owner : way.reader;
}

/** A decision or trigger itself; of a function those that call it, directly or through other functions. */
function subjectsOf(reader: Reader, { set }: Finding): readonly Subject[] {
  return set.flatMap((policy) =>
    [...policy.decisions.values(), ...policy.triggers.values()].flatMap((subject) => (subject === reader || calls(subject, reader) ? [{ policy, subject }] : [])),
  );
}

function calls(subject: Decision | Trigger, called: Reader): boolean {
  const seen = new Set<Reader>([subject]);
  for (const each of seen) readsOf(each).functions.forEach((further) => seen.add(further));
  return seen.has(called);
}

function* questionsOf(way: Way, { policy, subject }: Subject): Generator<Question> {
  const reader = readerOf(way);
  const within = reader.kind === 'function' || reader.kind === 'parameter' ? { within: reader } : {};
  for (const { demands, period } of asked(way)) {
    const during = commonPeriod(period, subject.inForce);
    if (during !== undefined) yield { policy, subject, ...within, demands, during };
  }
}

interface Asked {
  readonly demands: readonly Demand[];
  readonly period: Period;
}

function asked(way: Way): readonly Asked[] {
  switch (way.kind) {
    case 'day':
      return [{ demands: [], period: { from: way.day, to: way.day } }];
    case 'lookup':
      return askedOfLookup(way);
    case 'value':
      return askedOfValue(way);
  }
}

function askedOfLookup({ table, box, exact, row, on, when }: LookupWay): readonly Asked[] {
  const column = exact && table.table.columns[exact.column];
  const demands: readonly Demand[] = [
    ...demandsOf(table, box, row),
    ...(exact === undefined || column === undefined ? [] : [{ expression: column.expression, within: [{ kind: 'value' as const, value: exact.value }] }]),
    ...(when === undefined ? [] : [holding(when)]),
  ];
  const periods = on === undefined ? periodsIn(table.boxes.time, box.at(-1) ?? []) : [{ from: on, to: on }];
  return periods.map((period) => ({ demands, period }));
}

/** With any of the rows that an exception aims at, or without one where it aims at a decision. */
function askedOfValue({ expression, within, during, behind }: ValueWay): readonly Asked[] {
  const own: readonly Demand[] = [{ expression, within }, ...(behind?.conditions ?? []).map(holding)];
  if (behind === undefined || behind.rows.length === 0) return [{ demands: own, period: during }];
  return behind.rows.flatMap(({ table, row }) => {
    const period = commonPeriod(row.row.inForce, during);
    return period === undefined ? [] : [{ demands: [...own, ...demandsOf(table, row.box, row)], period }];
  });
}

/** What lying in a box demands of the columns, and a row of those of its cells that compute. */
function demandsOf(of: TableSpace, box: LookupWay['box'], row: SpaceRow | undefined): readonly Demand[] {
  const { table, boxes, space } = of;
  const columns = table.columns.flatMap(({ expression }, column): readonly Demand[] => {
    const [accepted, partition] = [box[column] ?? [], boxes.columns[column]?.partition];
    return partition === undefined || includes(accepted, space[column] ?? []) ? [] : [{ expression, within: regionsIn(partition, accepted) }];
  });
  return row === undefined || row.open.length === 0 ? columns : [...columns, computedCellsHold(of, row, true)];
}

function holding(condition: Typed): Demand {
  return { expression: condition, within: [trueOrFalse(true)] };
}
