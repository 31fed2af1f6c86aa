import type { CaseResult } from './run-case.ts';
import type { FolderResult } from './run-folder.ts';

/** How many test cases passed, and of those with some value to find, not only nulls, how many. */
export interface Score {
  readonly passed: number;
  readonly total: number;
  readonly valuePassed: number;
  readonly valueTotal: number;
  /** Cases with a result that rests on what could not be read or is not supported, whether they pass or not. */
  readonly unsupported: number;
}

/** A case passes if each of its results is the expected one. */
export function scoreOf(cases: readonly CaseResult[]): Score {
  const passed = cases.filter(hasPassed);
  return {
    passed: passed.length,
    total: cases.length,
    valuePassed: passed.filter(expectsValue).length,
    valueTotal: cases.filter(expectsValue).length,
    unsupported: cases.filter(({ results }) => results.some(({ unsupported }) => unsupported)).length,
  };
}

function hasPassed({ results }: CaseResult): boolean {
  return results.every(({ passed }) => passed);
}

function expectsValue({ results }: CaseResult): boolean {
  return results.some(({ expected }) => expected.value !== null);
}

/** The score of each level, in order; that of folders outside the kit's levels, under undefined, first. */
export function scoreByLevel(results: readonly FolderResult[]): readonly { readonly level: number | undefined; readonly score: Score }[] {
  const levels = [...new Set(results.map(({ folder }) => folder.level))];
  return levels.map((level) => ({ level, score: scoreOf(results.filter(({ folder }) => folder.level === level).flatMap(({ cases }) => cases)) }));
}
