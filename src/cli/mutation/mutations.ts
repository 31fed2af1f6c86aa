import { mutate, type Mutated } from '../../analyze/mutate/mutate.ts';
import type { Compiled } from '../../library/compile.ts';
import type { Terminal } from '../terminal.ts';
import { mutationJson } from './mutation-json.ts';
import { mutationText } from './mutation-text.ts';

/** What of the command's options is about mutants. */
export interface MutationOptions {
  readonly mutate?: true;
  /** Which mutants are looked at, where not all are. */
  readonly seed: number;
  /** How many; all if left out. */
  readonly mutants?: number;
}

/** What there is to say about mutants. */
export interface Mutations {
  readonly text: string;
  /** Fields of the command's JSON. */
  readonly json: object;
  /** Whether some mutant decides otherwise, and no test sees it. */
  readonly someSurvive: boolean;
}

/** Changes policies in ways that people get wrong, and says what finds it. */
export async function mutations({ trees }: Compiled, { seed, mutants: most }: MutationOptions, terminal: Terminal): Promise<Mutations> {
  const all: Mutated[] = [];
  for await (const mutated of mutate(trees, { seed, most })) all.push(mutated);
  return {
    text: mutationText(all, terminal),
    json: { mutation: mutationJson(all, seed) },
    someSurvive: all.some(({ fate }) => fate.kind === 'survived'),
  };
}
