import type { Mutated } from '../../analyze/mutate/mutate.ts';

/** How many mutants came to what. */
export interface Tally {
  readonly mutants: number;
  readonly killed: number;
  readonly foundByCheck: number;
  readonly foundByAnalysis: number;
  readonly equivalent: number;
  readonly undecided: number;
  readonly survived: number;
  /** Of those that are known to decide otherwise, how many were found or killed, in percent, rounded down to a tenth. */
  readonly score: number;
}

export function tallyOf(all: readonly Mutated[]): Tally {
  const count = (holds: (fate: Mutated['fate']) => boolean): number => all.filter(({ fate }) => holds(fate)).length;
  const killed = count(({ kind }) => kind === 'killed');
  const foundByCheck = count((fate) => fate.kind === 'found' && fate.by === 'check');
  const foundByAnalysis = count((fate) => fate.kind === 'found' && fate.by === 'analysis');
  const survived = count(({ kind }) => kind === 'survived');
  const seen = killed + foundByCheck + foundByAnalysis;
  const score = seen + survived === 0 ? 100 : Math.floor((seen * 1000) / (seen + survived)) / 10;
  return {
    mutants: all.length,
    killed,
    foundByCheck,
    foundByAnalysis,
    equivalent: count(({ kind }) => kind === 'equivalent'),
    undecided: count(({ kind }) => kind === 'undecided'),
    survived,
    score,
  };
}
