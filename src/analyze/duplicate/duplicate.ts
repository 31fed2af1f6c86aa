import { budgetOf } from '../../boxes/cover/box.ts';
import { firstLineOf } from '../../check/tables/places.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { covering } from '../shadow/shadow.ts';
import { isTarget, sameAnnotations } from '../tables/annotations.ts';
import { neighboursOf } from '../tables/neighbours.ts';
import { comparedOutputs } from '../tables/outputs.ts';
import { matchTheSame, overlappingRows } from '../tables/overlapping-rows.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { tellFirst } from '../tables/tell.ts';

/** Rows that say what others say already: equal to one, or inside those that give the same. In a `unique` table that is an overlap. */
export function duplicateRows(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    if (table.table.hitPolicy === 'unique') continue;
    const twins = duplicatesIn(table, tools);
    tellFirst(table, 'row-duplicate', [...twins].map(([row, of]) => () => isDuplicate(table, row, of)), tools);
    const redundant = redundantIn(table, new Set(twins.keys()), tools);
    tellFirst(table, 'row-redundant', redundant.map(([row, by]) => () => isRedundant(table, row, by)), tools);
  }
}

/** Each row that is equal to an earlier one, with that one. */
function duplicatesIn(table: TableSpace, tools: Tools): ReadonlyMap<SpaceRow, SpaceRow> {
  const twins = new Map<SpaceRow, SpaceRow>();
  for (const { earlier, later } of overlappingRows(table, tools.budget).overlaps) {
    if (!twins.has(later) && matchTheSame(earlier, later) && comparedOutputs(table.table, earlier.row, later.row) === 'same') twins.set(later, earlier);
  }
  return twins;
}

/** Rows that could go without changing any outcome or reason, each with those that then decide its cases. */
function redundantIn(table: TableSpace, told: ReadonlySet<SpaceRow>, tools: Tools): readonly (readonly [SpaceRow, readonly SpaceRow[]])[] {
  const { hitPolicy } = table.table;
  if (hitPolicy !== 'any' && hitPolicy !== 'first' && hitPolicy !== 'priority') return [];
  const neighbours = neighboursOf(table, tools.budget);
  const budget = budgetOf(tools.budget);
  const gone = new Set(told);
  const found: (readonly [SpaceRow, readonly SpaceRow[]])[] = [];
  for (const row of table.rows) {
    if (gone.has(row) || isTarget(table, row.row)) continue;
    const alike = neighbours(row).filter((other) => !gone.has(other) && comparedOutputs(table.table, row.row, other.row) === 'same' && sameAnnotations(row.row, other.row));
    const heirs = hitPolicy === 'first' ? nextInLine(table, row, alike, neighbours(row)) : alike;
    const by = covering(row, heirs, budget);
    if (by === undefined) continue;
    gone.add(row);
    found.push([row, by]);
  }
  return found;
}

/** In a `first` table: those below the row that stand above any that would decide otherwise. */
function nextInLine({ table }: TableSpace, row: SpaceRow, alike: readonly SpaceRow[], neighbours: readonly SpaceRow[]): readonly SpaceRow[] {
  const other = neighbours.find((next) => next.index > row.index && comparedOutputs(table, row.row, next.row) !== 'same');
  return alike.filter(({ index }) => index > row.index && index < (other?.index ?? Infinity));
}

function isDuplicate({ owner, table: { hitPolicy } }: TableSpace, { row }: SpaceRow, of: SpaceRow): Diagnostic {
  const counts = hitPolicy === 'collect sum' || hitPolicy === 'collect count';
  const twin = { span: firstLineOf(of.row.span), note: { en: 'says the same', zh: '内容相同' } };
  return diagnostic('row-duplicate', firstLineOf(row.span), { row: `${owner.name}.${row.id}`, of: `${owner.name}.${of.row.id}`, counts }, [twin]);
}

function isRedundant({ owner }: TableSpace, { row }: SpaceRow, by: readonly SpaceRow[]): Diagnostic {
  return diagnostic('row-redundant', firstLineOf(row.span), { row: `${owner.name}.${row.id}`, by: by.map((other) => `${owner.name}.${other.row.id}`) });
}
