import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Printed } from './print-answers.ts';
import type { Terminal } from './terminal.ts';
import { writePrinted } from './write-printed.ts';

/** Where the answers of a run go. */
export interface AnswersOut {
  /** Whether they are to be made at all, or only counted. */
  readonly wanted: boolean;
  /** Whether a person sees them as they are written. */
  readonly watched: boolean;
  readonly write: (answers: AsyncIterable<Printed>) => Promise<void>;
}

/** A file that answers cannot be written to. */
export class UnwritableAnswers extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.code);
  }
}

/** Standard output. What asks through standard input may wait for each answer before it asks on, so none is held back then. */
export function standardOutput({ stream, isWatched }: Terminal, facts: string): AnswersOut {
  return { wanted: true, watched: isWatched, write: (answers) => writePrinted(answers, stream, { gather: facts !== '-', end: false }) };
}

/** For cases that are only counted. */
export const nowhere: AnswersOut = {
  wanted: false,
  watched: false,
  write: async (answers) => {
    for await (const answer of answers) throw new Error(`nobody asked for ${String(answer)}`);
  },
};

/** A file, which is written anew; it must not be the one that the facts are read from. Throws UnwritableAnswers. */
export async function answersFile(path: string, facts: string): Promise<AnswersOut> {
  if (await isSameFile(path, facts)) throw unwritable(path, 'the facts are read from it');
  const stream = createWriteStream(path);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw unwritable(path, error);
  }
  return {
    wanted: true,
    watched: false,
    write: async (answers) => {
      let broken: unknown;
      stream.on('error', (error) => (broken = error));
      try {
        await writePrinted(answers, stream, { gather: true, end: true });
      } catch (error) {
        throw error === broken ? unwritable(path, error) : error;
      }
    },
  };
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([path, other].map((each) => stat(each).catch(() => undefined)));
  return one !== undefined && two !== undefined && one.ino === two.ino && one.dev === two.dev;
}

function unwritable(path: string, reason: unknown): UnwritableAnswers {
  const text = reason instanceof Error ? reason.message.replace(/,.*$/, '') : String(reason);
  return new UnwritableAnswers(diagnostic('file-unwritable', undefined, { path, reason: text }));
}
