import type { PolicyGrammar } from '../../../grammar/policy/clause-grammar.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Identifier } from '../tree/expression.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { parse } from './parse.ts';

/** What every part of the reader needs: the file, where problems go, and the names that could not be read. */
export interface Reading {
  readonly file: SourceFile;
  readonly report: Report;
  readonly unreadable: Identifier[];
}

/** Parses the text of a span by one rule. */
export function parseSpan<R>({ file, report }: Reading, span: Span, rule: (grammar: PolicyGrammar) => R): R | undefined {
  return parse(file.text.slice(span.start, span.end), { file, offset: span.start }, rule, report);
}

/** The first word of a text, or its first character where it begins with none. */
export function firstWord({ file }: Reading, span: Span): { readonly word: string; readonly span: Span } {
  const word = /^(?:[\p{L}_][\p{L}\p{N}_]*|.)/u.exec(file.text.slice(span.start, span.end))?.[0] ?? '';
  return { word, span: { file, start: span.start, end: span.start + word.length } };
}

/** Keeps the name that an unreadable head declares: whoever refers to it is not to be blamed. */
export function keepName(reading: Reading, head: Span): void {
  const name = declaredName(reading, head);
  if (name !== undefined) reading.unreadable.push(name);
}

/** The name that a head declares, as far as one can tell from a head that cannot be parsed: its second word. */
function declaredName({ file }: Reading, span: Span): Identifier | undefined {
  const match = /^[\p{L}_]+\s+(?:`([^`\n]+)`|([\p{L}_][\p{L}\p{N}_]*))/u.exec(file.text.slice(span.start, span.end));
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? undefined : { name, span };
}
