import type { CST, Scalar } from 'yaml';

/**
 * Where each character of a scalar's text, and its end, stand in the file; so that what the grammar finds in the text
 * can be shown there. A number alone: the offset that all of them share, for a text written as it is. Only for scalars
 * in quotes on one line, without quotes, and literal blocks.
 */
export function placesIn(scalar: Scalar.Parsed): number | readonly number[] {
  const token = scalar.srcToken;
  switch (token?.type) {
    case 'double-quoted-scalar':
      return token.source.includes('\\') ? doubleQuotedPlaces(token.source, token.offset) : token.offset + 1;
    case 'single-quoted-scalar':
      return token.source.includes("''") ? singleQuotedPlaces(token.source, token.offset) : token.offset + 1;
    case 'block-scalar':
      return literalPlaces(token, String(scalar.value));
    default:
      return scalar.range[0];
  }
}

/** `\"` is one character and stands as two; `\x41` as four, `\u4e00` as six, `\U0001F600` (two UTF-16 units) as ten. */
const escapeLengths: ReadonlyMap<string, number> = new Map([['x', 4], ['u', 6], ['U', 10]]); // prettier-ignore

function doubleQuotedPlaces(source: string, offset: number): number[] {
  const places: number[] = [];
  let at = 1;
  while (at < source.length - 1) {
    places.push(offset + at);
    if (source[at] !== '\\') at += 1;
    else {
      const length = escapeLengths.get(source[at + 1] ?? '') ?? 2;
      if (length === 10 && parseInt(source.slice(at + 2, at + 10), 16) > 0xffff) places.push(offset + at);
      at += length;
    }
  }
  return [...places, offset + source.length - 1];
}

function singleQuotedPlaces(source: string, offset: number): number[] {
  const places: number[] = [];
  for (let at = 1; at < source.length - 1; at++) {
    places.push(offset + at);
    if (source[at] === "'") at += 1;
  }
  return [...places, offset + source.length - 1];
}

/** A block's lines without their indentation, which is that of the first line with text, or what the head says. */
function literalPlaces({ source, offset, indent: outer, props }: CST.BlockScalar, value: string): number[] {
  const head = props.map((prop) => ('source' in prop ? prop.source : '')).join('');
  const said = /^[|>][-+]?([1-9])/.exec(head)?.[1];
  const lines = source.split('\n');
  const firstText = lines.find((line) => line.trim() !== '') ?? '';
  const indent = said === undefined ? firstText.length - firstText.replace(/^ +/, '').length : outer + Number(said);
  const places: number[] = [];
  let lineStart = offset + head.length;
  for (const line of lines) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    for (let at = indent; at < text.length; at++) places.push(lineStart + at);
    places.push(lineStart + text.length);
    lineStart += line.length + 1;
  }
  return places.slice(0, value.length + 1);
}
