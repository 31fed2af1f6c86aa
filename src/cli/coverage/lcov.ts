import type { MetGoal, PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { grouped } from './grouped.ts';

/**
 * What tests cover as LCOV's tracefile (geninfo(1)), which editors and CI read: places in a policy are lines, with how many
 * tests show them; boundaries, and whether exceptions act and triggers fire, are branches. What no case can show is left out.
 */
export function lcov(policies: readonly PolicyCoverage[]): string {
  return policies.filter(({ goals }) => goals.length > 0).map(recordOf).join('');
}

function recordOf({ policy, goals }: PolicyCoverage): string {
  const possible = goals.filter(({ isImpossible }) => !isImpossible);
  const lines = [...grouped(possible, ({ goal: { span } }) => positionAt(span.file, span.start).line)].sort(([a], [b]) => a - b);
  const taken = lines.map(([line, own]) => ({ line, hits: hitsOf(own), branches: own.filter(({ goal }) => goal.kind !== 'row') }));
  // Where a line is not hit no branch of it can be taken: tools refuse files that say otherwise.
  const branches = taken.flatMap(({ line, hits, branches: own }) => own.map(({ tests }, branch) => ({ isTaken: hits > 0 && tests > 0, text: `BRDA:${line},0,${branch},${hits === 0 ? '-' : tests}` })));
  return [
    'TN:',
    `SF:${policy.file.path}`,
    ...branches.map(({ text }) => text),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ isTaken }) => isTaken).length}`,
    ...taken.map(({ line, hits }) => `DA:${line},${hits}`),
    `LF:${taken.length}`,
    `LH:${taken.filter(({ hits }) => hits > 0).length}`,
    'end_of_record',
    '',
  ].join('\n');
}

/** A row's line is hit when the row fires; any other when something on it is shown. */
function hitsOf(goals: readonly MetGoal[]): number {
  const rows = goals.filter(({ goal }) => goal.kind === 'row');
  return Math.max(...(rows.length === 0 ? goals : rows).map(({ tests }) => tests));
}
