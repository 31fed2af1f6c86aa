import type { MetGoal, PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import type { Goal } from '../../analyze/coverage/goal.ts';
import type { Language } from '../../diagnostics/message.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { Span } from '../../read/tree/span.ts';
import { countOf, countsOf, partsOf, percentOf } from './counts.ts';

/** What tests cover, for a program. `coverage_version` changes when a field changes meaning. */
export function coverageJson(policies: readonly PolicyCoverage[], language: Language): object {
  const goals = policies.flatMap((each) => each.goals);
  return {
    coverage_version: 1,
    percent: percentOf(countOf(goals)),
    ...countsJson(goals),
    policies: policies.map(({ policy, goals: own }) => ({
      policy: policy.name,
      file: policy.file.path,
      percent: percentOf(countOf(own)),
      ...countsJson(own),
      parts: [...partsOf(own)].map(([of, part]) => ({ name: of.name, kind: kindOf(of), ...placeOf(of.span), ...countsJson(part) })),
      goals: own.map(({ goal, tests, isImpossible }) => ({
        kind: goal.kind,
        of: goal.of.name,
        what: goal.what[language],
        ...placeOf(goal.span),
        tests,
        ...(isImpossible ? { impossible: true } : {}),
      })),
    })),
  };
}

function kindOf(of: Goal['of']): string {
  return 'kind' in of ? of.kind : 'policy';
}

function countsJson(goals: readonly MetGoal[]): object {
  const { row, boundary, exception, trigger } = countsOf(goals);
  return { rows: row, boundaries: boundary, exceptions: exception, triggers: trigger, impossible: goals.filter(({ isImpossible }) => isImpossible).length };
}

function placeOf({ file, start }: Span): { readonly line: number; readonly column: number } {
  return positionAt(file, start);
}
