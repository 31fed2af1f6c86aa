import { parseDate, parseDateTime, parseTemporal, parseTime } from './temporal.ts';
import { FeelRange } from './range.ts';
import { compare } from './compare.ts';
import { parseDecimal } from './decimal.ts';
import { parseDuration } from './duration.ts';
import type { Value } from './value.ts';

// The text of `range("…")` is not an expression: its ends are constants. So it is read here, without the grammar.
const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const TEXT = String.raw`"(?:[^"\\\n\r]|\\.)*"`;
const CONSTANT = String.raw`${NUMBER}|(?:@|(?:date|time|date\s+and\s+time|duration)\s*\(\s*)?${TEXT}(?:\s*\))?`;
// No two runs of blanks stand side by side, so that matching takes time in proportion to the text.
const RANGE = new RegExp(String.raw`^\s*([[\](])\s*(?:(${CONSTANT})\s*)?\.\.\s*(?:(${CONSTANT})\s*)?([[\])])\s*$`);
const CONSTRUCTED = new RegExp(String.raw`^(date|time|date\s+and\s+time|duration)\s*\(\s*(${TEXT})\s*\)$`);

/**
 * `[1..3]`, `("a".."c"]`, `[@"2024-01-01"..date("2024-12-31")]`, `[2..)`. Undefined where it is not a range of two constants, the
 * lower first; an end left out must be an open one. Throws FeelError `types-not-comparable` for ends of two types.
 */
export function parseRange(text: string): FeelRange | undefined {
  const parts = RANGE.exec(text);
  if (parts === null) return undefined;
  const low = parts[2] === undefined ? null : constantOf(parts[2]);
  const high = parts[3] === undefined ? null : constantOf(parts[3]);
  const range = { lowClosed: parts[1] === '[', highClosed: parts[4] === ']' };
  if (low === undefined || high === undefined || (low === null && high === null)) return undefined;
  if ((low === null && range.lowClosed) || (high === null && range.highClosed)) return undefined;
  if (low !== null && high !== null && compare(low, high) > 0) return undefined;
  return new FeelRange(low, high, range.lowClosed, range.highClosed);
}

function constantOf(text: string): Value | undefined {
  if (text.startsWith('"')) return text.endsWith('"') ? unescaped(text) : undefined;
  if (text.startsWith('@')) return parseTemporal(unescaped(text.slice(1)));
  const constructed = CONSTRUCTED.exec(text);
  if (constructed === null) return parseDecimal(text);
  const inner = unescaped(constructed[2] ?? '');
  switch (constructed[1]?.replace(/\s+/g, ' ')) {
    case 'date':
      return parseDate(inner);
    case 'time':
      return parseTime(inner);
    case 'date and time':
      return parseDateTime(inner);
    default:
      return parseDuration(inner);
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** A quoted text without its quotes and escapes (DMN 1.5, grammar rule 64). */
function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/g, (_, four?: string, six?: string, other?: string) => {
    const code = four ?? six;
    return code === undefined ? (ESCAPES.get(other ?? '') ?? other ?? '') : String.fromCodePoint(parseInt(code, 16));
  });
}
