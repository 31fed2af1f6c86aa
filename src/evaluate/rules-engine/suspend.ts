import type { Effects } from './effects.ts';

/** What a table's rules came to: the rows that match, ascending, or what was thrown; and what testing them left in the frame. */
export type TableAnswer = ({ readonly rows: readonly number[] } | { readonly thrown: unknown }) & { readonly effects: Effects };

/** Thrown where a computation needs an answer that has not come yet. Nothing but `settle` may stop it. */
class Suspended extends Error {
  constructor(readonly ask: () => Promise<TableAnswer>) {
    super('suspended');
  }
}

/** One go at a computation. */
interface Attempt {
  /** Those that have come, in the order in which the computation asks for them. */
  readonly answers: readonly TableAnswer[];
  asked: number;
  suspended: Suspended | undefined;
}

/** Attempts never overlap: each runs in one go, and those within it run when it has been left. */
let current: Attempt | undefined;

/**
 * Computes something of which parts answer later. The computation itself runs in one go: where it calls `answerOf` and
 * the answer is not there, it is given up, and begun anew once the answer has come. So it must leave nothing behind that
 * the next attempt could meet, and must ask the same questions in the same order each time. There is one attempt more
 * than answers. Rejects with what the computation throws.
 */
export async function settle<T>(compute: () => T): Promise<T> {
  const answers: TableAnswer[] = [];
  for (;;) {
    const outcome = attempt(compute, answers);
    if ('value' in outcome) return outcome.value;
    answers.push(await outcome.suspended.ask());
  }
}

function attempt<T>(compute: () => T, answers: readonly TableAnswer[]): { readonly value: T } | { readonly suspended: Suspended } {
  const own: Attempt = { answers, asked: 0, suspended: undefined };
  current = own;
  try {
    return { value: compute() };
  } catch (thrown) {
    if (own.suspended === undefined) throw thrown;
    return { suspended: own.suspended };
  } finally {
    current = undefined;
  }
}

/** The answer to a question, within `settle`. It is asked when the attempt has been left; one that is being left asks nothing more. */
export function answerOf(ask: () => Promise<TableAnswer>): TableAnswer {
  if (current === undefined) throw new Error('json-rules-engine answers later, and nothing waits for it');
  if (current.suspended !== undefined) throw current.suspended;
  const known = current.answers[current.asked];
  current.asked += 1;
  if (known !== undefined) return known;
  current.suspended = new Suspended(ask);
  throw current.suspended;
}
