import type { CasePlace } from '../facts/case.ts';
import { placeJson } from '../facts/case.ts';
import type { FactProblem } from '../facts/problem.ts';
import type { ProblemSummary, Summary } from './summary.ts';
import { KINDS_KEPT } from './summary.ts';

export interface ProblemCounts {
  readonly add: (place: CasePlace, problems: readonly FactProblem[]) => void;
  readonly found: () => Pick<Summary, 'problems' | 'other_problems'>;
}

/** Counts what is wrong with the facts of refused cases, by code and by path: `loans[0].balance` and `loans[7].balance` are one. */
export function problemCounts(): ProblemCounts {
  const counts = new Map<string, { readonly first: ProblemSummary; cases: number }>();
  let others = 0;
  return {
    add: (place, problems) => {
      const kinds = new Map(problems.map(({ path, diagnostic: { code } }): [string, Pick<ProblemSummary, 'code' | 'path'>] => {
        const general = path.replace(/\[\d+\]/g, '[]');
        return [`${code} ${general}`, { code, path: general }];
      }));
      for (const [key, kind] of kinds) {
        const known = counts.get(key);
        if (known !== undefined) known.cases += 1;
        else if (counts.size < KINDS_KEPT) counts.set(key, { first: { ...kind, cases: 1, first: placeJson(place) }, cases: 1 });
        else others += 1;
      }
    },
    found: () => {
      const sorted = [...counts.values()].sort((a, b) => b.cases - a.cases);
      return { problems: sorted.map(({ first, cases }) => ({ ...first, cases })), other_problems: others };
    },
  };
}
