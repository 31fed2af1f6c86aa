import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonFault } from '../../diagnostics/codes/facts.ts';
import type { Position } from '../../diagnostics/position.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import { UnreadableFacts } from './case.ts';
import { withinLimit } from './case-limit.ts';
import { lineEndsIn } from './text-stream.ts';

/** A stretch of a JSON file that is read by itself: all of it, or an element of the list that it is. */
export interface JsonPart {
  readonly kind: 'whole' | 'element';
  readonly source: SourceFile;
}

/**
 * Cuts a JSON text that comes in pieces where the elements of its list end, each as soon as its end has been met, so that
 * a list may be larger than memory. A text that is no list is one part. Only strings, brackets and commas are looked at:
 * whether a part is JSON is for the parser to say. Throws UnreadableFacts where the list itself is not well-formed, or a
 * part is larger than CASE_LIMIT.
 */
export async function* partsOf(text: AsyncIterable<string>, name: string): AsyncGenerator<JsonPart> {
  let stage: 'before' | 'whole' | 'list' | 'after' = 'before';
  let begins: Position = { line: 1, column: 1 };
  let held = '';
  let elements = 0;
  const nextEnd = endFinder();

  const fail = (fault: JsonFault): never => {
    const start = held.length - held.trimStart().length;
    const span = { file: { path: name, text: held, begins }, start, end: Math.min(start + 1, held.length) };
    throw new UnreadableFacts(diagnostic('json-malformed', span, { fault }));
  };
  const element = (): JsonPart => {
    if (held.trim() === '') fail('value');
    elements += 1;
    return { kind: 'element', source: { path: name, text: held, begins } };
  };
  const pass = (mark: string): void => {
    begins = positionAfter(begins, held + mark);
    held = '';
  };

  for await (const piece of text) {
    let from = 0;
    if (stage === 'before') {
      from = piece.length - piece.trimStart().length;
      held += piece.slice(0, from);
      if (from === piece.length) continue;
      stage = piece[from] === '[' ? 'list' : 'whole';
      if (stage === 'list') {
        pass('[');
        from += 1;
      }
    }
    for (let end = stage === 'list' ? nextEnd(piece, from) : NONE; end !== NONE; end = stage === 'list' ? nextEnd(piece, from) : NONE) {
      const isLast = piece[end] === ']';
      held += piece.slice(from, end);
      from = end + 1;
      // `[]` has no element; `[1,]` lacks one.
      if (!isLast || elements > 0 || held.trim() !== '') yield element();
      pass(isLast ? ']' : ',');
      if (isLast) stage = 'after';
    }
    held = withinLimit(held + piece.slice(from), begins.line);
    if (stage === 'after' && held.trim() !== '') fail('end');
  }
  if (stage === 'before') fail('empty');
  if (stage === 'whole') yield { kind: 'whole', source: { path: name, text: held } };
  if (stage === 'list') {
    if (held.trim() !== '') yield element();
    fail('bracket');
  }
}

const NONE = -1;
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Finds where the next element ends: a comma, or the closing bracket, that stands in no string and nothing inner. Keeps count from piece to piece. */
function endFinder(): (piece: string, from: number) => number {
  let depth = 0;
  let inString = false;
  let escaped = false;
  return (piece, from) => {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
      } else if (code === QUOTE) inString = true;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
      else if (depth > 0 && (code === CLOSE_OBJECT || code === CLOSE_LIST)) depth -= 1;
      else if (depth === 0 && (code === COMMA || code === CLOSE_LIST)) return at;
    }
    return NONE;
  };
}

function positionAfter({ line, column }: Position, text: string): Position {
  const last = text.lastIndexOf('\n');
  if (last < 0) return { line, column: column + text.length };
  return { line: line + lineEndsIn(text), column: text.length - last };
}
