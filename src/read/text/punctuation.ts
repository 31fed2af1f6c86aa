/** Characters that Chinese input methods and word processors put in place of plain ones, and what was meant. */
const meant: ReadonlyMap<string, string> = new Map([
  ['“', '"'], ['”', '"'], ['„', '"'], ['＂', '"'], ['「', '"'], ['」', '"'], ['『', '"'], ['』', '"'],
  ['‘', '"'], ['’', '"'], ['、', ','], ['；', ','], [';', ','], ['。', '.'], ['≥', '>='], ['≤', '<='], ['≠', '!='], ['×', '*'], ['÷', '/'],
  ['–', '-'], ['—', '-'], ['−', '-'], ['～', '..'], ['~', '..'], ['…', '..'], ['【', '['], ['】', ']'], ['《', '"'], ['》', '"'], ['‰', '/ 1000'],
  ['&', 'and'], ['＆', 'and'], ['!', 'not(…)'], ['！', 'not(…)'], ["'", '"'], ['\\', '/'],
]); // prettier-ignore

/** How a character that means nothing in a policy is plainly spelled, if one can tell. */
export function plainSpelling(character: string): string | undefined {
  return meant.get(character) ?? plainDigit(character);
}

/** `９` is 9. */
function plainDigit(character: string): string | undefined {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0xff10 && point <= 0xff19 ? String(point - 0xff10) : undefined;
}
