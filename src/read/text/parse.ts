import { MismatchedTokenException, type IRecognitionException, type IToken } from 'chevrotain';
import { spanIn, type Origin } from '../../../grammar/feel/name-grammar.ts';
import { tokenize, type Dialect } from '../../../grammar/lexer.ts';
import type { NamesInScope } from '../../../grammar/name-scope.ts';
import { PolicyGrammar } from '../../../grammar/policy/clause-grammar.ts';
import { reservedWords, UnterminatedString } from '../../../grammar/tokens.ts';
import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../tree/span.ts';
import { builtinNames } from './builtin-names.ts';
import { CHAIN_LIMIT, excessOf, NESTING_LIMIT } from './nesting.ts';
import { plainSpelling } from './punctuation.ts';

/** Built once, when first needed: analysing the grammar takes a tenth of a second. */
let grammar: PolicyGrammar | undefined;

/**
 * Parses a text by one rule of the grammar. The first problem is reported and undefined returned: a clause or cell is
 * the unit of recovery, so one mistake gives one error.
 */
export function parse<R>(
  text: string,
  origin: Origin,
  rule: (grammar: PolicyGrammar) => R,
  report: Report,
  dialect: Dialect = 'policy',
  names: NamesInScope = builtinNames,
): R | undefined {
  const { tokens, unreadable } = tokenize(text, dialect);
  const problem = unreadableText(text, origin, tokens, unreadable) ?? tooMuch(origin, tokens);
  if (problem !== undefined) {
    report(problem);
    return undefined;
  }
  grammar ??= new PolicyGrammar();
  grammar.start(tokens, origin, dialect, names);
  const result = rule(grammar);
  const [error] = grammar.errors;
  if (error === undefined) return result;
  report(syntaxError(error, tokens, origin, text));
  return undefined;
}

function spanAt(origin: Origin, offset: number, length: number): Span {
  return spanIn(origin, offset, offset + length);
}

function spanOfToken(origin: Origin, token: IToken): Span {
  return spanAt(origin, token.startOffset, token.image.length);
}

function unreadableText(text: string, origin: Origin, tokens: readonly IToken[], unreadable: readonly { offset: number; length: number }[]) {
  const [first] = unreadable;
  const open = tokens.find(({ tokenType }) => tokenType === UnterminatedString);
  if (open !== undefined && (first === undefined || open.startOffset < first.offset)) {
    return diagnostic('unterminated-string', spanOfToken(origin, open), {});
  }
  if (first === undefined) return undefined;
  const character = String.fromCodePoint(text.codePointAt(first.offset) ?? 0xfffd);
  return diagnostic('unreadable-character', spanAt(origin, first.offset, character.length), { character, instead: plainSpelling(character) });
}

function tooMuch(origin: Origin, tokens: readonly IToken[]) {
  const excess = excessOf(tokens);
  if (excess === undefined) return undefined;
  const span = spanOfToken(origin, excess.at);
  return excess.kind === 'nesting'
    ? diagnostic('nested-too-deep', span, { limit: NESTING_LIMIT })
    : diagnostic('expression-too-long', span, { limit: CHAIN_LIMIT });
}

/** What begins nearly every expression; where all of it is expected, a reader wants to hear `an expression`. */
const expressionBeginnings = ['Number', 'String', '(', '['];
/** What begins a type. */
const typeBeginnings = ['Name', 'list', 'range', 'context', 'function'];

/** What the grammar expected, in as few kinds as a reader needs to hear. */
function summedUp(named: readonly string[]): readonly string[] {
  if (expressionBeginnings.every((kind) => named.includes(kind))) return ['expression'];
  if (typeBeginnings.every((kind) => named.includes(kind))) return ['Type'];
  return named.includes('Name') ? named.filter((kind) => kind !== 'QuotedName') : named;
}

function syntaxError(error: IRecognitionException, tokens: readonly IToken[], origin: Origin, text: string) {
  const named = error.message === '' ? [] : error.message.split('\n');
  const expected = summedUp(named);
  const found = error.token;
  if (found.tokenType.name === 'EOF') {
    const bracket = unclosedBracket(tokens);
    if (bracket !== undefined) {
      const { name } = bracket.tokenType;
      return diagnostic('bracket-not-closed', spanOfToken(origin, bracket), { bracket: name, closing: closers.get(name) ?? name });
    }
    const end = tokens.length === 0 ? text.length : endOf(tokens[tokens.length - 1] as IToken);
    return diagnostic('clause-ends-early', spanAt(origin, end, 0), { expected });
  }
  const span = spanOfToken(origin, found);
  const wantsName = error instanceof MismatchedTokenException ? named[0] === 'Name' : named.includes('Name') && !named.includes('Number');
  if (wantsName && reservedWords.has(found.image)) return diagnostic('reserved-word', span, { word: found.image });
  const keywords = named.filter((kind) => /^[a-z_]{2,}$/.test(kind));
  return diagnostic('unexpected-token', span, { found: found.image, expected, suggestion: closest(found.image, keywords) });
}

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

const closers: ReadonlyMap<string, string> = new Map([['(', ')'], ['[', ']'], ['{', '}']]); // prettier-ignore

/** The outermost bracket that stays open to the end. */
function unclosedBracket(tokens: readonly IToken[]): IToken | undefined {
  const open: IToken[] = [];
  for (const token of tokens) {
    if (closers.has(token.tokenType.name)) open.push(token);
    else if ([...closers.values()].includes(token.tokenType.name)) open.pop();
  }
  return open[0];
}
