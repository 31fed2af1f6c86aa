import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes on a terminal: Chinese characters take two, combining marks none. Tabs must be gone. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Columns that one character (a code point) takes. */
export function characterWidth(character: string): 0 | 1 | 2 {
  if (/^[\p{Mark}\p{Format}\p{Control}]$/u.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0x20);
}
