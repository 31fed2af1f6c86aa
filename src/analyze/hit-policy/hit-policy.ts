import { isEmpty } from '../../boxes/cover/box-algebra.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { isTarget } from '../tables/annotations.ts';
import { ask } from '../tables/ask.ts';
import { comparedOutputs } from '../tables/outputs.ts';
import { overlappingRows } from '../tables/overlapping-rows.ts';
import type { TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { placeOf } from '../tables/tell.ts';

/** So many overlaps are asked about before a hit policy counts as needed. */
const MOST_ASKED = 20;

/** Tables whose hit policy settles contradictions that do not exist, and would hide those that a later change makes. */
export function looseHitPolicies(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    const { hitPolicy } = table.table;
    if (hitPolicy !== 'first' && hitPolicy !== 'priority' && hitPolicy !== 'any') continue;
    if (table.rows.filter(({ box }) => !isEmpty(box)).length < 2) continue;
    const stricter = stricterThan(table, tools);
    if (stricter !== undefined && stricter !== hitPolicy) tools.report(diagnostic('hit-policy-loose', placeOf(table), { hitPolicy, stricter }));
  }
}

/** The strictest hit policy under which the table decides every case as it does now. */
function stricterThan(table: TableSpace, tools: Tools): 'unique' | 'any' | undefined {
  const { overlaps, notCompared } = overlappingRows(table, tools.budget);
  if (notCompared.length > 0) return undefined;
  const asked = overlaps.length <= MOST_ASKED;
  if (asked && overlaps.every(({ earlier, later, box }) => ask(table, box, { match: [earlier, later] }, tools).kind === 'impossible')) return 'unique';
  const agree = overlaps.every(({ earlier, later }) => comparedOutputs(table.table, earlier.row, later.row) === 'same' && !isTarget(table, earlier.row) && !isTarget(table, later.row));
  return agree ? 'any' : undefined;
}
