import { isEmpty } from '../../boxes/cover/box-algebra.ts';
import type { Budget } from '../../boxes/cover/box.ts';
import { budgetOf } from '../../boxes/cover/box.ts';
import { uncoveredPart } from '../../boxes/cover/uncovered.ts';
import { firstLineOf } from '../../check/tables/places.ts';
import type { Diagnostic, Related } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { neighboursOf } from '../tables/neighbours.ts';
import { comparedOutputs, outputText } from '../tables/outputs.ts';
import { takesIn } from '../tables/overlapping-rows.ts';
import { ranking } from '../tables/ranking.ts';
import { spanText } from '../tables/span-text.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { tellFirst } from '../tables/tell.ts';
import type { Impossible } from './impossible.ts';
import { impossibleRows } from './impossible.ts';

/** Rows that no case can match, and rows of which every case goes to rows that win over them (`first`, `priority`). */
export function shadowedRows(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    tellFirst(table, 'row-never-matches', impossibleRows(table, tools).map((each) => () => neverMatches(table, each)), tools);
    const { hitPolicy } = table.table;
    if (hitPolicy !== 'first' && hitPolicy !== 'priority') continue;
    const shadowed = shadowedIn(table, tools);
    tellFirst(table, 'row-shadowed', shadowed.filter(({ wider }) => wider === undefined).map((each) => () => isShadowed(table, each)), tools);
    tellFirst(table, 'priority-misleading', shadowed.filter(({ wider }) => wider !== undefined).map((each) => () => isShadowed(table, each)), tools);
  }
}

interface Shadowed {
  readonly row: SpaceRow;
  readonly by: readonly SpaceRow[];
  /** A row with another output of which this one is a special case. */
  readonly wider: SpaceRow | undefined;
}

function shadowedIn(table: TableSpace, tools: Tools): readonly Shadowed[] {
  const neighbours = neighboursOf(table, tools.budget);
  const wins = ranking(table);
  const budget = budgetOf(tools.budget);
  return table.rows.flatMap((row) => {
    const winners = neighbours(row).filter((other) => wins(other, row));
    const by = covering(row, winners, budget);
    if (by === undefined) return [];
    const [only] = by;
    const isSpecial = by.length === 1 && only !== undefined && !takesIn(row, only) && comparedOutputs(table.table, row.row, only.row) !== 'same';
    return [{ row, by, wider: isSpecial ? only : undefined }];
  });
}

/** Rows that together take every case of a row: one alone if there is one. */
export function covering(row: SpaceRow, others: readonly SpaceRow[], budget: Budget): readonly SpaceRow[] | undefined {
  const alone = others.find((other) => takesIn(other, row));
  if (alone !== undefined) return [alone];
  const exact = others.filter(({ open }) => open.length === 0);
  if (exact.length < 2 || isEmpty(row.box)) return undefined;
  const left = uncoveredPart(row.box, exact.map(({ box }) => box), budget);
  return left === undefined && !budget.spent() ? exact : undefined;
}

function neverMatches({ owner, table }: TableSpace, { row, columns }: Impossible): Diagnostic {
  const cells = columns.flatMap((column) => {
    const [heading, cell] = [table.columns[column], row.row.cells[column]];
    return heading === undefined || cell === undefined ? [] : [`${spanText(heading.span)}: ${spanText(cell.span)}`];
  });
  return diagnostic('row-never-matches', firstLineOf(row.row.span), { row: `${owner.name}.${row.row.id}`, cells, together: cells.length > 1 });
}

function isShadowed({ owner, table: { hitPolicy } }: TableSpace, { row: { row }, by, wider }: Shadowed): Diagnostic {
  const name = (id: string): string => `${owner.name}.${id}`;
  const related: readonly Related[] = by.slice(0, 3).map((other) => ({ span: firstLineOf(other.row.span), note: { en: 'takes cases of it', zh: '处理其情形' } }));
  if (wider !== undefined) {
    const given = [outputText(row), outputText(wider.row)] as const;
    return diagnostic('priority-misleading', firstLineOf(row.span), { row: name(row.id), wider: name(wider.row.id), given, hitPolicy }, related);
  }
  return diagnostic('row-shadowed', firstLineOf(row.span), { row: name(row.id), by: by.map((other) => name(other.row.id)), hitPolicy }, related);
}
