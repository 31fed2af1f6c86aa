import type { IToken, TokenType } from 'chevrotain';
import { tokenize } from '../../grammar/lexer.ts';
import * as T from '../../grammar/tokens.ts';

const opening: ReadonlySet<string> = new Set(['(', '[', '{']);
const closing: ReadonlySet<string> = new Set([')', ']', '}']);
const noSpaceBefore: ReadonlySet<string> = new Set([',', ')', ']', '.']);
const noSpaceAfter: ReadonlySet<string> = new Set(['(', '[', '.']);

/**
 * One line of a clause, or one cell, with canonical white space and plain punctuation. `open` holds the brackets that
 * the clause's lines so far left open, and is brought up to date. Undefined where the text holds something that cannot
 * be cut into tokens; then it is best left alone.
 */
export function respace(text: string, open: string[] = []): string | undefined {
  const { tokens, unreadable } = tokenize(text, 'policy');
  if (unreadable.length > 0 || tokens.some(({ tokenType }) => tokenType === T.UnterminatedString)) return undefined;
  let spaced = '';
  tokens.forEach((token, at) => {
    const name = plainText(token);
    if (closing.has(name)) open.pop();
    if (at > 0) spaced += spaceBetween(tokens, at, open);
    spaced += name;
    if (opening.has(name)) open.push(isFormalParameterList(tokens, at) ? 'parameters' : name);
  });
  return spaced;
}

/** Operators are named as they are plainly spelled; everything else keeps its text. */
function plainText(token: IToken): string {
  const { tokenType, image } = token;
  const isPunctuation = !/^[\p{L}\p{N}_"`@.]/u.test(image) || tokenType === T.DotDot || tokenType === T.Dot;
  return isPunctuation ? tokenType.name : image.replace('％', '%');
}

function spaceBetween(tokens: readonly IToken[], at: number, open: readonly string[]): string {
  const previous = tokens[at - 1] as IToken;
  const next = tokens[at] as IToken;
  const before = previous.tokenType.name;
  const after = next.tokenType.name;
  if (before === '{' && after === '}') return '';
  if (before === '..' || after === '..') return spaceAtRange(tokens, at);
  if (isInArticle(tokens, at)) return '';
  if (noSpaceBefore.has(after) || noSpaceAfter.has(before)) return '';
  if (after === ':') return open.length === 0 || open.at(-1) === 'parameters' ? ' ' : '';
  if (after === '(' || after === '[') return joinsBracket(tokens, at) ? '' : ' ';
  if (before === '-' && isSign(tokens, at - 1)) return '';
  if (isTypeBracket(tokens, at)) return '';
  return ' ';
}

/** `art 20-1(2)`: the number of an article, which follows a word as no number in an expression does. */
function isInArticle(tokens: readonly IToken[], at: number): boolean {
  let start = at - 1;
  while (start > 0 && articleTokens.has(tokens[start]?.tokenType ?? T.Name)) start -= 1;
  const [word, number] = [tokens[start], tokens[start + 1]];
  const isArticle = word?.tokenType === T.Name && number !== undefined && isNumber(number) && tokens[0]?.image !== 'given';
  const [before, after] = [tokens[at - 1]?.tokenType, tokens[at]?.tokenType];
  return isArticle && start < at - 1 && [before, after].some((type) => type === T.Minus || type === T.LeftParen || type === T.RightParen) && after !== T.Comma && before !== T.Comma && articleTokens.has(after ?? T.Name);
}

const articleTokens: ReadonlySet<TokenType> = new Set([T.NumberLiteral, T.PolicyNumber, T.Minus, T.LeftParen, T.RightParen, T.DotDot, T.Comma]);

function isNumber({ tokenType }: IToken): boolean {
  return tokenType === T.NumberLiteral || tokenType === T.PolicyNumber;
}

/** `1..30` is tight; periods (`2024-01-31 .. 2024-12-31`) and ends left out are not. */
function spaceAtRange(tokens: readonly IToken[], at: number): string {
  const dots = tokens[at]?.tokenType === T.DotDot ? at : at - 1;
  const low = tokens[dots - 1]?.tokenType;
  const high = tokens[dots + 1]?.tokenType;
  const open = low === undefined || high === undefined || low === T.Comma || high === T.Comma || low.name === 'force' || high.name === 'cites';
  return open || low === T.DateLiteral || high === T.DateLiteral ? ' ' : '';
}

/** `f(x)`, `xs[1]`; but `and (x)`, `given loans [`, `in [1..2]`. */
function joinsBracket(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1] as IToken;
  if (closing.has(before.tokenType.name) || before.tokenType === T.QuotedName || before.tokenType === T.StringLiteral) return before.tokenType.name !== '}';
  if (before.tokenType === T.Function) return true;
  if (T.reservedWords.has(before.image)) return false;
  const isName = /^[\p{L}_]/u.test(before.image);
  if (isClauseWord(tokens, at - 1)) return false;
  const inGiven = tokens[0]?.image === 'given' && tokens.slice(1, at).every(({ tokenType }, index) => index % 2 === 0 || tokenType === T.Dot);
  return isName && !inGiven;
}

/** `when` and `always` are keywords where a clause begins with them, and `when` after what a property claims. */
function isClauseWord(tokens: readonly IToken[], at: number): boolean {
  const word = tokens[at]?.image;
  if (word !== 'when' && word !== 'always') return false;
  return at === 0 || (word === 'when' && (tokens[0]?.image === 'always' || moves.has(tokens[at - 1]?.image ?? '')));
}

const moves: ReadonlySet<string> = new Set(['improves', 'worsens', 'increases', 'decreases']);

/** A `-` after an operator, bracket, comma or keyword is a sign. */
function isSign(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  const { tokenType, image } = before;
  return T.reservedWords.has(image) || [T.LeftParen, T.LeftBracket, T.LeftBrace, T.Comma, T.Colon, T.DotDot].includes(tokenType) || /^[-+*/=<>!＋－＊／＝＜＞！]/.test(image);
}

/** `list<number>`: the angle brackets of a FEEL type. */
function isTypeBracket(tokens: readonly IToken[], at: number): boolean {
  let depth = 0;
  for (let index = 0; index <= at; index++) {
    const { tokenType, image } = tokens[index] as IToken;
    const opens = tokenType === T.Less && ['list', 'range', 'context', 'function'].includes(tokens[index - 1]?.image ?? '');
    if (opens) depth += 1;
    if (index === at && (opens || (depth > 0 && (tokenType === T.Greater || tokens[index - 1]?.tokenType === T.Less)))) return true;
    if (depth > 0 && image === '>') depth -= 1;
  }
  return false;
}

/** The parenthesis after the name that a function or parameter declares: its colons are a declaration's. */
function isFormalParameterList(tokens: readonly IToken[], at: number): boolean {
  const first = tokens[0]?.image;
  return (first === 'function' || first === 'parameter') && tokens.findIndex(({ tokenType }) => tokenType === T.LeftParen) === at;
}
