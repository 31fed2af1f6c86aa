import type { IToken, TokenType } from 'chevrotain';
import * as T from '../../../grammar/tokens.ts';

/** Deeper nesting would overflow the parser's stack (Chevrotain does so in the hundreds). */
export const NESTING_LIMIT = 200;
/** A chain of operators makes a tree as deep as it is long, and later stages walk it. */
export const CHAIN_LIMIT = 1000;

const opening: ReadonlySet<TokenType> = new Set([T.LeftParen, T.LeftBracket, T.LeftBrace]);
const closing: ReadonlySet<TokenType> = new Set([T.RightParen, T.RightBracket, T.RightBrace]);
const constructs: ReadonlySet<TokenType> = new Set([T.If, T.For, T.Some, T.Every, T.Function]);
const looping: ReadonlySet<TokenType> = new Set([T.For, T.Some, T.Every]);
const chaining: ReadonlySet<TokenType> = new Set([
  T.Plus, T.Minus, T.Times, T.Divide, T.Power, T.And, T.Or, T.Equal, T.NotEqual, T.Less, T.LessOrEqual, T.Greater, T.GreaterOrEqual,
  T.Dot, T.In, T.Between, T.Instance, T.LeftBracket, T.LeftParen,
]); // prettier-ignore

/** Words that a type's arguments follow, in `<…>`; `list` also takes one after `of`. */
const typeWords: ReadonlySet<TokenType> = new Set([T.policyWords.list, T.policyWords.range, T.policyWords.context, T.Function]);

export type Excess = { readonly kind: 'nesting' | 'chain'; readonly at: IToken };

/** What is open between two brackets, or between a bracket and the end. */
interface Level {
  /** Opened by the `<` of a type, which a comparison might be too: any other closing bracket closes it as well. */
  readonly ofType: boolean;
  /** Constructs (`if`, `for`, …) since the last comma that ended them. */
  constructs: number;
  operators: number;
  /** Loops whose iterators are still being listed: there a comma ends nothing, but begins an iterator inside the one before. */
  iterating: number;
}

/** The token at which an expression becomes too deep or too long to parse safely, if it does. */
export function excessOf(tokens: readonly IToken[]): Excess | undefined {
  const open: Level[] = [level(false)];
  let constructsOpen = 0;
  for (const [index, token] of tokens.entries()) {
    const { tokenType } = token;
    const here = open[open.length - 1] as Level;
    const afterTypeWord = index > 0 && typeWords.has((tokens[index - 1] as IToken).tokenType);
    if (chaining.has(tokenType) && ++here.operators > CHAIN_LIMIT) return { kind: 'chain', at: token };
    if (opening.has(tokenType)) open.push(level(false));
    else if (afterTypeWord && tokenType === T.Less) open.push(level(true));
    else if (closing.has(tokenType)) {
      while (open.length > 1) {
        const closed = open.pop() as Level;
        constructsOpen -= closed.constructs;
        if (!closed.ofType) break;
      }
    } else if (tokenType === T.Greater && here.ofType) constructsOpen -= (open.pop() as Level).constructs;
    else if (tokenType === T.Comma) {
      here.operators = 0;
      constructsOpen += here.iterating > 0 ? 1 : -here.constructs;
      here.constructs = here.iterating > 0 ? here.constructs + 1 : 0;
    } else if (constructs.has(tokenType) || (afterTypeWord && tokenType === T.Of)) {
      here.constructs++;
      constructsOpen++;
      if (looping.has(tokenType)) here.iterating++;
    } else if ((tokenType === T.Return || tokenType === T.Satisfies) && here.iterating > 0) here.iterating--;
    if (open.length - 1 + constructsOpen > NESTING_LIMIT) return { kind: 'nesting', at: token };
  }
  return undefined;
}

function level(ofType: boolean): Level {
  return { ofType, constructs: 0, operators: 0, iterating: 0 };
}
