import { Decimal, roundToMultiple } from '../../feel/values/decimal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Table } from '../../model/policy.ts';
import type { EngineTable } from '../engine.ts';
import { NO_ROW } from '../engine.ts';
import type { PlannedRow, PlannedTable } from '../plan/plan.ts';
import { reason } from '../reasons/reason.ts';
import { isList } from '../../feel/functions/shapes.ts';
import { seenText } from './seen.ts';
import type { ExceptionRun } from './exceptions.ts';
import { replacementFor } from './exceptions.ts';
import type { Frame } from './frame.ts';
import { forExplaining } from './frame.ts';
import { combine } from './hit-policy.ts';
import { Undecided } from './undecided.ts';

/** What a table came to, and the rows that made it. */
export interface TableOutcome {
  readonly value: Value;
  readonly fired: readonly PlannedRow[];
}

/**
 * Runs a table: the rows that match fire, `otherwise` rows if there are none; exceptions that aim at a row replace its
 * output; the hit policy combines what is left; then comes the table's rounding. `exceptions` is undefined for the table of
 * a function. Throws Undecided (`no_match`, `conflict`) and FeelError.
 */
export function runTable(frame: Frame, table: PlannedTable, code: EngineTable, exceptions: ExceptionRun | undefined): TableOutcome {
  const rows = firedRows(frame, table, code);
  if (frame.observed === undefined) return settled(frame, table, rows, code, exceptions);
  let fired = rows;
  try {
    const outcome = settled(frame, table, rows, code, exceptions);
    ({ fired } = outcome);
    return outcome;
  } finally {
    frame.observed.push({ explaining: forExplaining(frame), table, fired });
  }
}

function settled(frame: Frame, table: PlannedTable, rows: readonly PlannedRow[], code: EngineTable, exceptions: ExceptionRun | undefined): TableOutcome {
  const { hitPolicy, rounding } = table.table;
  const [only] = rows;
  if (only !== undefined && rows.length === 1 && !gathers(hitPolicy)) {
    return { value: rounded(outputOf(frame, only, code, exceptions), rounding), fired: rows };
  }
  if (hitPolicy === 'unique' && rows.length > 1) throw conflict('rows-overlap', frame, table, rows);
  const combined = combine(table.table, rows.map((row) => outputOf(frame, row, code, exceptions)));
  if (combined.kind === 'nothing') throw noRowMatches(frame, table);
  if (combined.kind === 'disagree') throw conflict('rows-disagree', frame, table, rows);
  return { value: rounded(combined.value, rounding), fired: rows.filter((_, place) => combined.kept.includes(place)) };
}

function firedRows(frame: Frame, { rows }: PlannedTable, { match }: EngineTable): readonly PlannedRow[] {
  const found = match(frame);
  if (typeof found !== 'number') return found.flatMap((index) => rows[index] ?? []);
  return found === NO_ROW ? rows.filter(({ row }) => row.otherwise) : (rows[found]?.alone ?? []);
}

function outputOf(frame: Frame, row: PlannedRow, code: EngineTable, exceptions: ExceptionRun | undefined): Value {
  const replacement = exceptions === undefined || row.exceptions.length === 0 ? undefined : replacementFor(frame, row.exceptions, exceptions);
  if (replacement !== undefined) return replacement.value;
  return row.constant === undefined ? (code.outputs[row.index]?.(frame) ?? null) : row.constant.value;
}

function gathers(hitPolicy: Table['hitPolicy']): boolean {
  return hitPolicy !== 'unique' && hitPolicy !== 'any' && hitPolicy !== 'first' && hitPolicy !== 'priority';
}

function rounded(value: Value, rounding: Table['rounding']): Value {
  if (rounding === undefined) return value;
  if (value instanceof Decimal) return roundToMultiple(value, rounding.step, rounding.method);
  return isList(value) ? value.map((item) => rounded(item, rounding)) : value;
}

function noRowMatches(frame: Frame, table: PlannedTable): Undecided {
  return new Undecided('no_match', [reason('no-row-matches', table.table.span, { table: table.of, seen: seenBy(frame, table) })]);
}

function conflict(code: 'rows-overlap' | 'rows-disagree', frame: Frame, table: PlannedTable, fired: readonly PlannedRow[]): Undecided {
  const rows = fired.map(({ name }) => name);
  return new Undecided('conflict', [reason(code, fired[1]?.row.span, { rows, seen: seenBy(frame, table) }, { rules: rows })]);
}

/** `loan.overdue_days = 95, class = normal`: what the columns came to. */
function seenBy(frame: Frame, table: PlannedTable): string {
  const { columns } = frame.prepared.closures.tableOf(table);
  const explaining = forExplaining(frame);
  return table.table.columns.map(({ text }, index) => `${text} = ${seenText(columns[index]?.(explaining) ?? null)}`).join(', ');
}
