/** What TextMate grammars are made of, and the regular expressions (Oniguruma's) that several patterns share. */

export type Pattern = { readonly include: string } | Match | Region;

interface Match {
  readonly match: string;
  readonly name?: string;
  readonly captures?: Captures;
}

interface Region {
  readonly begin: string;
  readonly end: string;
  readonly name?: string;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

export type Captures = Readonly<Record<number, { readonly name: string } | { readonly patterns: readonly Pattern[] }>>;

/** Scopes for the groups of a regular expression, in order; '' for a group that has none, `#…` for one that is looked into. */
export function captures(...scopes: readonly string[]): Captures {
  const given = scopes.map((scope, index) => [index + 1, scope.startsWith('#') ? { patterns: [{ include: scope }] } : { name: `${scope}.policy` }] as const);
  return Object.fromEntries(given.filter((_, index) => scopes[index] !== ''));
}

export function match(expression: string, name: string): Pattern {
  return { match: expression, name: `${name}.policy` };
}

export function include(...names: readonly string[]): readonly Pattern[] {
  return names.map((name) => ({ include: `#${name}` }));
}

const SUPPLEMENTARY = '\\x{10000}-\\x{EFFFF}';
/** As grammar/names.ts has it. */
export const NAME = `[\\p{ID_Start}_${SUPPLEMENTARY}][\\p{ID_Continue}${SUPPLEMENTARY}]*`;
export const NAME_ENDS = `(?![\\p{ID_Continue}${SUPPLEMENTARY}])`;
export const ANY_NAME = `(?:${NAME}|\`[^\`\\n]+\`)`;
export const PATH = `${ANY_NAME}(?:\\s*[.．]\\s*${ANY_NAME})*`;
export const LABEL = '"(?:[^"\\\\\\n]|\\\\.)*"';
/** FEEL's types with types in angle brackets: `list<number>`. */
export const GENERIC_TYPE = '(list|range|context|function)(?=\\s*[<＜])';
const COMMENT_BEGINS = '[#＃]|//|/\\*';
export const LINE_ENDS = `(?=\\s*(?:$|${COMMENT_BEGINS}))`;

/** Where a line that is not indented begins something new: neither blank nor a comment, nor a bracket that closes. */
export const AT_MARGIN = `^(?!\\s|[)\\]}）］｝]|${COMMENT_BEGINS}|$)`;
/** Where a line stands no deeper than the region's first, whose indentation is its first group. */
export const NOT_DEEPER = `^(?!\\1(?:\\s|[)\\]}）］｝])|\\s*(?:${COMMENT_BEGINS}|$))`;

/** One of the words, of which some have spaces in them, as a group. */
export function oneOf(words: Iterable<string>): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(${longestFirst.map((word) => word.replaceAll(' ', '\\s+')).join('|')})${NAME_ENDS}`;
}
