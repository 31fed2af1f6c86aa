import type { Phrase } from '../../../diagnostics/define.ts';

/** Why a pattern, its flags or its replacement cannot be used. `matches`, `replace` and `split` turn it into a diagnostic. */
export class PatternProblem extends Error {
  constructor(readonly phrase: Phrase) {
    super(phrase.en);
  }
}

export function problem(en: string, zh: string): PatternProblem {
  return new PatternProblem({ en, zh });
}
