import type { Comment } from '../tree/statement.ts';
import type { SourceFile } from '../tree/span.ts';

/** One physical line that holds more than white space and comments. */
export interface Line {
  /** Columns of white space before the first character; a full-width space counts two. */
  readonly indent: number;
  readonly tabIndented: boolean;
  /** Offset of the first character that is not white space. */
  readonly start: number;
  /** Offset after the last character that is neither white space nor comment. */
  readonly end: number;
  /** A table row: it begins with `|`. */
  readonly row: boolean;
  readonly brackets: readonly Bracket[];
}

export interface Bracket {
  readonly offset: number;
  readonly character: string;
  readonly opens: boolean;
}

export interface Scan {
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  /** Offsets of `/*` that nothing closes. */
  readonly openComments: readonly number[];
}

const opening: ReadonlySet<string> = new Set(['(', '[', '{', '（', '［', '｛']);
const closing: ReadonlySet<string> = new Set([')', ']', '}', '）', '］', '｝']);

/**
 * Cuts a file into lines, seeing through strings, backquotes and comments, so that what stands in them neither opens a
 * bracket nor begins a comment. Strings and backquotes end on their line.
 */
export function scanLines(file: SourceFile): Scan {
  const { text } = file;
  const lines: Line[] = [];
  const comments: Comment[] = [];
  const openComments: number[] = [];
  let offset = 0;
  let insideComment = false;
  while (offset < text.length) {
    const newline = text.indexOf('\n', offset);
    const lineEnd = newline === -1 ? text.length : newline;
    let start = -1;
    let end = offset;
    let quote = '';
    const brackets: Bracket[] = [];
    let at = offset;
    while (at < lineEnd) {
      const character = text[at] as string;
      if (insideComment) {
        if (text.startsWith('*/', at)) {
          insideComment = false;
          at += 2;
        } else at += 1;
        continue;
      }
      if (quote !== '') {
        if (character === '\\' && quote === '"') at += 1;
        else if (character === quote) quote = '';
        at += 1;
        end = Math.min(at, lineEnd);
        continue;
      }
      if (character === '#' || character === '＃' || text.startsWith('//', at)) {
        comments.push(commentAt(file, at, lineEnd, character === '/' ? '//' : '#', start === -1));
        break;
      }
      if (text.startsWith('/*', at)) {
        const close = text.indexOf('*/', at + 2);
        if (close === -1) {
          openComments.push(at);
          break;
        }
        comments.push(commentAt(file, at, close + 2, '/*', start === -1));
        insideComment = true;
        at += 2;
        continue;
      }
      if (!isSpace(character)) {
        if (start === -1) start = at;
        end = at + 1;
        if (character === '"' || character === '`') quote = character;
        else if (opening.has(character)) brackets.push({ offset: at, character, opens: true });
        else if (closing.has(character)) brackets.push({ offset: at, character, opens: false });
      }
      at += 1;
    }
    if (start !== -1) lines.push({ ...indentation(text, offset, start), start, end, row: text[start] === '|' || text[start] === '｜', brackets });
    offset = lineEnd + 1;
  }
  return { lines, comments, openComments };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\u3000' || character === '\u00a0' || character === '\uFEFF';
}

function commentAt(file: SourceFile, start: number, end: number, marker: Comment['marker'], ownLine: boolean): Comment {
  const text = file.text.slice(start + marker.length, marker === '/*' ? end - 2 : end).trim();
  return { marker, text, span: { file, start, end }, ownLine };
}

/** How wide a tab is nobody can know: it is reported, and counted as two columns, so that a file of tabs nests as meant. */
function indentation(text: string, from: number, to: number): { indent: number; tabIndented: boolean } {
  const white = text.slice(from, to);
  const indent = [...white].reduce((width, character) => width + (character === '\u3000' || character === '\t' ? 2 : 1), 0);
  return { indent, tabIndented: white.includes('\t') };
}
