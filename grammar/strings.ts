/** FEEL's escapes (DMN 1.5, 10.3.1.2): `\" \\ \' \n \r \t \uXXXX \UXXXXXX`; any other backslash stands for itself. */
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(["'\\nrt]))/g;
const simple: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\r'], ['t', '\t']]);

/** The value of a string literal, given with its quotes. */
export function unescapeString(literal: string): string {
  return literal.slice(1, -1).replace(ESCAPE, (_, short?: string, long?: string, character: string = '') => {
    const code = short ?? long;
    if (code === undefined) return simple.get(character) ?? character;
    const point = parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}

/** The literal for a value, with its quotes: the inverse of `unescapeString`. */
export function escapeString(value: string): string {
  const escaped = value.replace(/[\\"\n\r\t]/g, (character) => `\\${{ '\n': 'n', '\r': 'r', '\t': 't' }[character] ?? character}`);
  return `"${escaped}"`;
}
