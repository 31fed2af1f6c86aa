import type { Origin } from '../../../../grammar/feel/name-grammar.ts';
import type { SourceFile, Span } from '../../tree/span.ts';

/** Text of an XML file as it is meant, and where each character of it stands. */
export interface PlacedText {
  readonly text: string;
  readonly origin: Origin;
  readonly span: Span;
}

/** A stretch of the file that holds text: all of it literally in a CDATA section, with references elsewhere. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
}

/** Joins the pieces of one text, which comments and CDATA sections can part. `at`: where it would stand, if there are none. */
export function placedText(file: SourceFile, pieces: readonly Piece[], at: number): PlacedText {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return { text: '', origin: { file, offset: at }, span: { file, start: at, end: at } };
  const span = { file, start: first.start, end: last.end };
  const written = file.text.slice(first.start, first.end);
  if (pieces.length === 1 && !(first.literal ? /\r\n/ : /&|\r\n/).test(written)) {
    return { text: written.replaceAll('\r', '\n'), origin: { file, offset: first.start }, span };
  }
  let text = '';
  const places: number[] = [];
  for (const piece of pieces) {
    for (const match of file.text.slice(piece.start, piece.end).matchAll(piece.literal ? /\r\n|[^]/g : /&[^;]*;|\r\n|[^]/g)) {
      const meant = meantBy(match[0]);
      text += meant;
      for (let unit = 0; unit < meant.length; unit++) places.push(piece.start + match.index);
    }
  }
  places.push(last.end);
  return { text, origin: { file, offset: first.start, places }, span };
}

const namedReferences: ReadonlyMap<string, string> = new Map([['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&'], ['&quot;', '"'], ['&apos;', "'"]]); // prettier-ignore

/** What a character, line end or reference stands for. XML has no other named references where no DOCTYPE declares them. */
function meantBy(written: string): string {
  if (written.startsWith('\r')) return '\n';
  if (written.length < 2) return written;
  const number = /^&#(?:x([0-9a-fA-F]+)|(\d+));$/.exec(written);
  if (number === null) return namedReferences.get(written) ?? written;
  const point = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}
