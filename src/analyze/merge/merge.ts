import { meet, union } from '../../boxes/atom-set.ts';
import { isEmpty } from '../../boxes/cover/box-algebra.ts';
import { firstLineOf } from '../../check/tables/places.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { HitPolicy, Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { annotationsText, isTarget } from '../tables/annotations.ts';
import { grouped } from '../tables/grouped.ts';
import { outputText } from '../tables/outputs.ts';
import { spanText } from '../tables/span-text.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { tellFirst } from '../tables/tell.ts';

/** Those under which two rows can be one without changing any outcome. Under the others each row that matches counts, or has its place in a list. */
const merging: ReadonlySet<HitPolicy> = new Set(['unique', 'any', 'first', 'priority', 'collect min', 'collect max']);

/**
 * Rows, one below the other, that differ in one column or in their periods, where they adjoin: one row could say the same.
 * Rows that stand apart are kept apart for a reason, such as the order of the law. Parameters are left out: their rows
 * are values that change one by one.
 */
export function mergeableRows(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    if (!merging.has(table.table.hitPolicy) || table.owner.kind === 'parameter') continue;
    const told = new Set<SpaceRow>();
    const found: (() => Diagnostic)[] = [];
    for (const dimension of table.space.keys()) {
      for (const chain of chainsIn(table, dimension)) {
        if (chain.some((row) => told.has(row))) continue;
        chain.forEach((row) => told.add(row));
        found.push(() => mergeable(table, dimension, chain));
      }
    }
    tellFirst(table, 'rows-mergeable', found, tools);
  }
}

/** Rows one below the other that are equal in all but one dimension, and neighbours there. */
function chainsIn(table: TableSpace, dimension: number): readonly (readonly SpaceRow[])[] {
  const candidates = table.rows.filter((row) => !isEmpty(row.box) && !row.open.includes(dimension) && !isTarget(table, row.row) && !isOnlyMissing(table, row, dimension));
  return grouped(candidates, (row) => keyWithout(table, row, dimension)).flatMap((alike) => {
    const chains: SpaceRow[][] = [];
    for (const row of alike) {
      const chain = chains.at(-1);
      const above = chain?.at(-1);
      if (above !== undefined && row.index === above.index + 1 && adjoin(table, above, row, dimension)) chain?.push(row);
      else chains.push([row]);
    }
    return chains.filter((chain) => chain.length > 1);
  });
}

/** On a line neighbours must touch; members, truth values and texts can stand in one cell in any company. */
function adjoin({ boxes }: TableSpace, one: SpaceRow, other: SpaceRow, dimension: number): boolean {
  const [a, b] = [one.box[dimension] ?? [], other.box[dimension] ?? []];
  if (meet(a, b)) return false;
  const partition = boxes.columns[dimension]?.partition ?? boxes.time.partition;
  return partition.kind === 'listed' || union([a, b]).length < a.length + b.length;
}

/** What holds of a missing fact is a rule of its own, even if it comes to the same. */
function isOnlyMissing({ boxes }: TableSpace, { box }: SpaceRow, dimension: number): boolean {
  const first = box[dimension]?.[0]?.first;
  return first !== undefined && boxes.columns[dimension]?.partition.atoms[first]?.kind === 'missing';
}

function keyWithout({ table }: TableSpace, { row, box, open }: SpaceRow, dimension: number): string {
  const cells = box.map((atoms, at) => (at === dimension ? '' : atoms.map(({ first, last }) => `${first}-${last}`).join()));
  const computed = open.map((column) => `${column} ${spanText(row.cells[column]?.span ?? table.span)}`);
  return JSON.stringify([cells, computed, outputText(row), annotationsText(row)]);
}

function mergeable({ owner, table }: TableSpace, dimension: number, rows: readonly SpaceRow[]): Diagnostic {
  const [first, ...others] = rows;
  const heading = table.columns[dimension];
  const related = others.slice(0, 3).map(({ row }) => ({ span: firstLineOf(row.span), note: { en: 'could be part of it', zh: '可并入该行' } }));
  const parameters = { rows: rows.map(({ row }) => `${owner.name}.${row.id}`), column: heading && spanText(heading.span) };
  return diagnostic('rows-mergeable', firstLineOf(first?.row.span ?? table.span), parameters, related);
}
