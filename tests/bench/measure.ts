/** The same numbers on every run, from 0 up to 1. */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Contestant {
  readonly name: string;
  /** How many operations `run` does. */
  readonly operations: number;
  readonly run: () => void | Promise<void>;
}

/** Nanoseconds an operation for each contestant: the median of rounds that are taken in turn, so that a slow moment hits all alike. */
export async function measure(contestants: readonly Contestant[], rounds: number): Promise<readonly number[]> {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { operations, run }] of contestants.entries()) {
      const start = process.hrtime.bigint();
      await run();
      times[index]?.push(Number(process.hrtime.bigint() - start) / operations);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN);
}

/** For results that only have to be computed, so that the compiler cannot drop the work. */
export const sink = { value: undefined as unknown };
