import { changedLines } from '../../analyze/mutate/edited.ts';
import type { Fate } from '../../analyze/mutate/fate.ts';
import type { Mutated } from '../../analyze/mutate/mutate.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { tallyOf } from './tally.ts';

/** What became of mutants, as JSON: the counts, and every mutant. */
export function mutationJson(all: readonly Mutated[], seed: number): object {
  const { mutants, killed, foundByCheck, foundByAnalysis, equivalent, undecided, survived, score } = tallyOf(all);
  return {
    mutation_version: 1,
    seed,
    score,
    counts: { mutants, killed, found_by_check: foundByCheck, found_by_analysis: foundByAnalysis, equivalent, undecided, survived },
    mutants: all.map(mutantJson),
  };
}

function mutantJson({ mutant, policy, fate }: Mutated): object {
  const { span, within, operator, edits } = mutant;
  return {
    policy: policy.name,
    file: span.file.path,
    ...positionAt(span.file, span.start),
    of: within ?? null,
    slip: operator,
    ...changedLines(edits),
    ...fateJson(fate),
  };
}

function fateJson(fate: Fate): object {
  switch (fate.kind) {
    case 'found':
      return { fate: 'found', by: fate.by, code: fate.code };
    case 'killed':
      return { fate: 'killed', test: fate.by.title };
    case 'equivalent':
    case 'undecided':
      return { fate: fate.kind, tried: fate.tried };
    case 'survived':
      return { fate: 'survived', example: fate.example };
  }
}
