import { Lexer, type IToken } from 'chevrotain';
import { Name, feelKeywords, policyKeywords, policyLexemes, strictLexemes } from './tokens.ts';

/** `strict` is FEEL and nothing else (DMN files); `policy` adds what design.md section 2 lists. */
export type Dialect = 'policy' | 'strict';

export interface Tokens {
  readonly tokens: IToken[];
  /** Stretches of text that no token can begin with: offset and length. */
  readonly unreadable: readonly { readonly offset: number; readonly length: number }[];
}

/** Built once, when first needed: analysing the token patterns takes a while. */
const lexers = new Map<Dialect, Lexer>();

function lexerFor(dialect: Dialect): Lexer {
  const known = lexers.get(dialect);
  if (known !== undefined) return known;
  const lexer = new Lexer(dialect === 'policy' ? policyLexemes : strictLexemes, {
    positionTracking: 'onlyOffset',
    ensureOptimizations: false,
    skipValidations: true,
  });
  lexers.set(dialect, lexer);
  return lexer;
}

/** Cuts a text into tokens and tells keywords from names. */
export function tokenize(text: string, dialect: Dialect): Tokens {
  const { tokens, errors } = lexerFor(dialect).tokenize(text);
  const keywords = dialect === 'policy' ? policyKeywords : feelKeywords;
  for (const token of tokens) {
    if (token.tokenType !== Name) continue;
    const keyword = keywords.get(token.image);
    if (keyword === undefined) continue;
    token.tokenType = keyword;
    token.tokenTypeIdx = keyword.tokenTypeIdx ?? token.tokenTypeIdx;
  }
  return { tokens, unreadable: errors.map(({ offset, length }) => ({ offset, length })) };
}
