import { problem } from './problem.ts';

/** XPath's flags (functions 3.1, clause 5.6.1.1). */
export interface Flags {
  /** `.` matches line ends too. */
  readonly dotAll: boolean;
  /** `^` and `$` match at every line. */
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
  /** White space in the pattern, outside classes, is no part of it. */
  readonly extended: boolean;
  /** The pattern is plain text, and so is the replacement. */
  readonly literal: boolean;
}

/** Reads flags such as `smi`. Throws PatternProblem for a letter that is none. */
export function parseFlags(letters: string): Flags {
  const stranger = [...letters].find((letter) => !'smixq'.includes(letter));
  if (stranger !== undefined) throw problem(`there is no flag \`${stranger}\`; the flags are \`s\`, \`m\`, \`i\`, \`x\` and \`q\``, `没有标志 \`${stranger}\`；可用标志为 \`s\`、\`m\`、\`i\`、\`x\`、\`q\``);
  return {
    dotAll: letters.includes('s'),
    multiline: letters.includes('m'),
    ignoreCase: letters.includes('i'),
    extended: letters.includes('x'),
    literal: letters.includes('q'),
  };
}
