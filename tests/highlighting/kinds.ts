import type { IToken } from 'chevrotain';
import { tokenize } from '../../grammar/lexer.ts';
import * as T from '../../grammar/tokens.ts';
import type { Span } from '../../src/read/tree/span.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import type { Highlighted } from './highlighter.ts';

/** What a character of a policy belongs to. */
export type Kind = 'comment' | 'text' | 'number' | 'date' | 'keyword' | 'name' | 'operator';

/** A kind for each character; undefined where it has none. */
export type Kinds = readonly (Kind | undefined)[];

/** By our own lexer and reader: the lexer knows texts and numbers, and the tree which of its keywords are names here. */
export function kindsByReading(tree: PolicyTree): Kinds {
  const { text } = tree.file;
  const kinds = new Array<Kind | undefined>(text.length).fill(undefined);
  const names = [...spansOfNames(tree)];
  const isName = ({ startOffset }: IToken): boolean => names.some(({ start, end }) => start <= startOffset && startOffset < end);
  for (const token of tokenize(text, 'policy').tokens) {
    kinds.fill(kindOf(token, isName(token)), token.startOffset, token.startOffset + token.image.length);
  }
  for (const { span } of tree.comments) kinds.fill('comment', span.start, span.end);
  for (const { start, end } of rulersIn(text)) kinds.fill(undefined, start, end);
  return kinds;
}

/** Words that the reader knows and the grammar does not. */
const readersWords: ReadonlySet<string> = new Set(['id', 'otherwise']);

function kindOf({ tokenType, image }: IToken, isName: boolean): Kind {
  if (tokenType === T.StringLiteral || tokenType === T.UnterminatedString) return 'text';
  if (tokenType === T.DateLiteral || tokenType === T.TemporalLiteral) return 'date';
  if (tokenType === T.PolicyNumber) return 'number';
  if (tokenType === T.QuotedName) return 'name';
  if (tokenType !== T.Name && !T.policyKeywords.has(image)) return 'operator';
  if (tokenType === T.Not || tokenType === T.Missing) return 'keyword';
  return isName || (tokenType === T.Name && !readersWords.has(image)) ? 'name' : 'keyword';
}

/** The places of all names in a tree, whatever holds them. */
function* spansOfNames(node: unknown): Generator<Span> {
  if (typeof node !== 'object' || node === null) return;
  if ('name' in node && typeof node.name === 'string' && 'span' in node) yield ('nameSpan' in node ? node.nameSpan : node.span) as Span; // a path spans what it is taken of too
  for (const [key, child] of Object.entries(node)) if (key !== 'span' && key !== 'file') yield* spansOfNames(child);
}

function rulersIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/^\s*[|｜][-:|｜ ]*--[-:|｜ ]*$/gm)].map(({ index, 0: ruler }) => ({ start: index, end: index + ruler.length }));
}

/** By what an editor shows. */
export function kindsByScopes(text: string, highlighted: readonly Highlighted[]): Kinds {
  const kinds = new Array<Kind | undefined>(text.length).fill(undefined);
  for (const { start, end, scopes } of highlighted) kinds.fill(kindOfScopes(scopes), start, end);
  return kinds;
}

const scopesOf: readonly (readonly [string, Kind])[] = [
  ['comment.', 'comment'],
  ['string.', 'text'],
  ['constant.numeric.', 'number'],
  ['constant.other.', 'date'],
  ['keyword.operator.logical.', 'keyword'],
  ['keyword.operator.word.', 'keyword'],
  ['keyword.operator.', 'operator'],
  ['punctuation.', 'operator'],
  ['variable.language.input-value.', 'operator'],
  ['keyword.', 'keyword'],
  ['storage.', 'keyword'],
  ['constant.language.', 'keyword'],
  ['variable.', 'name'],
  ['entity.', 'name'],
  ['support.', 'name'],
];

function kindOfScopes(scopes: readonly string[]): Kind | undefined {
  if (scopes.some((scope) => scope.startsWith('punctuation.separator.table.'))) return undefined;
  return scopesOf.find(([prefix]) => scopes.some((scope) => scope.startsWith(prefix)))?.[1];
}

/** The places where two readings differ, in words: `3:5 "cites" is a keyword, shown as name`. White space has no kind. */
export function differences(text: string, read: Kinds, shown: Kinds): readonly string[] {
  const found: string[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_]+|[^\s]/gu)) {
    if (read[index] === shown[index]) continue;
    const before = text.slice(0, index).split('\n');
    found.push(`${before.length}:${(before.at(-1) ?? '').length + 1} "${word}" is ${read[index]}, shown as ${shown[index]}`);
  }
  return found;
}
