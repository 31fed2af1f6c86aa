import type { Writable } from 'node:stream';
import picocolors from 'picocolors';
import type { Language } from '../diagnostics/message.ts';

/** Where a command writes and how: what it answers goes to `out`, what it has to say about that to `error`. */
export interface Terminal {
  readonly language: Language;
  readonly colour: boolean;
  readonly colours: ReturnType<typeof picocolors.createColors>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** What `out` writes to, for what is too long to be handed over at once. */
  readonly stream: Writable;
  /** Whether a person sees `out` as it is written. */
  readonly isWatched: boolean;
  /** Where a line may be drawn again and again; undefined where errors do not go to a terminal. */
  readonly screen: Screen | undefined;
}

export interface Screen {
  readonly columns: number;
  readonly write: (text: string) => void;
}

/** What a command ends with: nothing wrong, problems in what it was given to look at, or nothing it could look at. */
export const CLEAN = 0;
export const PROBLEMS = 1;
export const UNUSABLE = 2;
export type Status = typeof CLEAN | typeof PROBLEMS | typeof UNUSABLE;

/** The terminal of this process, in a language. Colours only for a person who has not asked for none. */
export function processTerminal(language: Language): Terminal {
  const colour = picocolors.isColorSupported && process.stdout.isTTY;
  return {
    language,
    colour,
    colours: picocolors.createColors(colour),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    stream: process.stdout,
    isWatched: process.stdout.isTTY,
    screen: process.stderr.isTTY ? { columns: process.stderr.columns || 80, write: (text) => void process.stderr.write(text) } : undefined,
  };
}

/** The language of the environment, `zh` where it is Chinese: for messages only, never for anything that is decided. */
export function environmentLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** One of two texts, in the terminal's language. */
export function say(terminal: Terminal, phrase: { readonly en: string; readonly zh: string }): string {
  return phrase[terminal.language];
}
