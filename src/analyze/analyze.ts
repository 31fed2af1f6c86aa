import type { Report } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import type { Analysis, Tools } from './analysis.ts';
import { chain } from './chain/chain.ts';
import { unusedColumns } from './column/column.ts';
import { duplicateRows } from './duplicate/duplicate.ts';
import { idleExceptions } from './exception/activity.ts';
import { exceptionConflicts } from './exception/conflicts.ts';
import { gaps } from './gap/gap.ts';
import { looseHitPolicies } from './hit-policy/hit-policy.ts';
import { unnamedMembers } from './member/member.ts';
import { mergeableRows } from './merge/merge.ts';
import { errors } from './outcome/errors.ts';
import { outputsNeverGiven } from './output/output.ts';
import { overlaps } from './overlap/overlap.ts';
import { replacedOverlaps } from './overlap/replaced.ts';
import { reach } from './reach/reach.ts';
import { shadowedRows } from './shadow/shadow.ts';
import { readsOutOfForce } from './time/out-of-force.ts';
import { periodHoles } from './time/period-holes.ts';
import { triggers } from './trigger/triggers.ts';
import { unused } from './unused/unused.ts';

/** Every analysis, in the order in which its findings are made. */
const analyses: readonly Analysis[] = [
  gaps,
  overlaps,
  replacedOverlaps,
  shadowedRows,
  duplicateRows,
  mergeableRows,
  looseHitPolicies,
  unusedColumns,
  outputsNeverGiven,
  unnamedMembers,
  periodHoles,
  readsOutOfForce,
  unused,
  chain,
  errors,
  triggers,
  idleExceptions,
  exceptionConflicts,
];

/** Steps that one search may take: a table of 10,000 rows by 8 columns takes a small part of them. */
export const BUDGET = 20_000_000;

/**
 * Looks for what is wrong with what policies say: holes, contradictions, what can never happen. They have been checked.
 * Everything found is reported; what could not be settled is reported as not analysed, never guessed. `othersMayUse` are
 * policies whose users may not all be among them.
 */
export function analyze(policies: Iterable<Policy>, report: Report, { budget = BUDGET, othersMayUse = new Set() }: Partial<Pick<Tools, 'budget' | 'othersMayUse'>> = {}): void {
  const set = [...policies];
  for (const policy of set) {
    for (const analysis of analyses) analysis(policy, { report, reach, budget, set, othersMayUse });
  }
}
