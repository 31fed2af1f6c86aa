import type { Span } from '../read/tree/span.ts';
import { lineText, positionAt, positionInText } from './position.ts';
import { characterWidth, displayWidth } from './width.ts';

/** A source line as a terminal shows it, and where under it the carets stand (display columns, from 0). */
export interface Frame {
  readonly line: number;
  readonly text: string;
  readonly caretColumn: number;
  readonly caretWidth: number;
}

const TAB = 4;
/** Longest line shown, in display columns; longer ones are cut to what surrounds the carets. */
const WIDEST = 120;
/** What is kept in front of the carets in a line that is cut. */
const BEFORE = 30;

/** The first line of a span. A span over several lines has carets to the first one's end; an empty span has one caret. */
export function frameOf(span: Span): Frame {
  const start = positionInText(span.file, span.start);
  const end = positionInText(span.file, span.end);
  const raw = lineText(span.file, start.line);
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : raw.length;
  const before = expand(raw.slice(0, from), 0);
  const marked = expand(raw.slice(from, to), displayWidth(before));
  const after = expand(raw.slice(to), displayWidth(before) + displayWidth(marked));
  return cut(positionAt(span.file, span.start).line, before, marked, after);
}

function cut(line: number, before: string, marked: string, after: string): Frame {
  const whole = before + marked + after;
  const fits = displayWidth(whole) <= WIDEST;
  const shownBefore = fits ? before : lastColumns(before, BEFORE);
  const room = WIDEST - displayWidth(shownBefore);
  const shownMarked = fits ? marked : firstColumns(marked, room);
  const shownAfter = fits ? after : firstColumns(after, room - displayWidth(shownMarked));
  return {
    line,
    text: shownBefore + shownMarked + shownAfter,
    caretColumn: displayWidth(shownBefore),
    caretWidth: Math.max(1, displayWidth(shownMarked)),
  };
}

/** Tabs to the next stop, control characters made visible, so that the carets stay under what they mark. */
function expand(text: string, startColumn: number): string {
  let shown = '';
  let column = startColumn;
  for (const character of text) {
    const printed = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(character);
    shown += printed;
    column += displayWidth(printed);
  }
  return shown;
}

/** A control character would move the cursor or change colours: show a replacement for it. */
export function printable(character: string): string {
  return /^[\p{Control}\u2028\u2029\u202a-\u202e\u2066-\u2069]$/u.test(character) ? '\ufffd' : character;
}

/** The end of a text, at most so many columns of it, with `…` where it was cut. */
function lastColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = [...text];
  let width = 1;
  let first = characters.length;
  while (first > 0 && width + characterWidth(characters[first - 1] ?? '') <= columns) {
    first -= 1;
    width += characterWidth(characters[first] ?? '');
  }
  return '…' + characters.slice(first).join('');
}

/** The beginning of a text, at most so many columns of it, with `…` where it was cut. */
function firstColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let shown = '';
  let width = 1;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    shown += character;
  }
  return columns > 0 ? shown + '…' : '';
}
