import type { IToken, TokenType } from 'chevrotain';
import * as T from '../../../grammar/tokens.ts';

/** Deeper nesting would overflow the parser's stack (Chevrotain does so in the hundreds). */
export const NESTING_LIMIT = 200;
/** A chain of operators makes a tree as deep as it is long, and later stages walk it. */
export const CHAIN_LIMIT = 1000;

const opening: ReadonlySet<TokenType> = new Set([T.LeftParen, T.LeftBracket, T.LeftBrace]);
const closing: ReadonlySet<TokenType> = new Set([T.RightParen, T.RightBracket, T.RightBrace]);
const constructs: ReadonlySet<TokenType> = new Set([T.If, T.For, T.Some, T.Every, T.Function]);
const chaining: ReadonlySet<TokenType> = new Set([
  T.Plus, T.Minus, T.Times, T.Divide, T.Power, T.And, T.Or, T.Equal, T.NotEqual, T.Less, T.LessOrEqual, T.Greater, T.GreaterOrEqual,
  T.Dot, T.In, T.Between, T.Instance, T.LeftBracket, T.LeftParen,
]); // prettier-ignore

export type Excess = { readonly kind: 'nesting' | 'chain'; readonly at: IToken };

/** The token at which an expression becomes too deep or too long to parse safely, if it does. */
export function excessOf(tokens: readonly IToken[]): Excess | undefined {
  /** For each open bracket: the constructs (`if`, `for`, …) and operators since its last comma. */
  const open = [{ constructs: 0, operators: 0 }];
  let constructsOpen = 0;
  for (const token of tokens) {
    const frame = open[open.length - 1] as (typeof open)[number];
    if (chaining.has(token.tokenType) && ++frame.operators > CHAIN_LIMIT) return { kind: 'chain', at: token };
    if (opening.has(token.tokenType)) open.push({ constructs: 0, operators: 0 });
    else if (closing.has(token.tokenType)) {
      if (open.length > 1) constructsOpen -= (open.pop() as (typeof open)[number]).constructs;
    } else if (token.tokenType === T.Comma) {
      constructsOpen -= frame.constructs;
      frame.constructs = 0;
      frame.operators = 0;
    } else if (constructs.has(token.tokenType)) {
      frame.constructs++;
      constructsOpen++;
    }
    if (open.length - 1 + constructsOpen > NESTING_LIMIT) return { kind: 'nesting', at: token };
  }
  return undefined;
}
