import type { Ranges } from './ranges.ts';
import { rangesOf } from './ranges.ts';

/**
 * The `i` flag: a character matches every other that has the same lower or the same upper case (XPath functions 3.1,
 * clause 5.6.1.1), so `k` matches the Kelvin sign. RE2's own flag would change categories too, which XPath leaves alone.
 */
export function withCaseVariants(ranges: Ranges): Ranges {
  const variants = caseVariants();
  const added = ranges.flatMap(([from, to]) => {
    // A long stretch is gone through by the characters that have variants, a short one by its own.
    const characters = to - from > variants.size ? [...variants.keys()].filter((one) => one >= from && one <= to) : Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return characters.flatMap((character) => variants.get(character) ?? []).map((variant): readonly [number, number] => [variant, variant]);
  });
  return rangesOf([...ranges, ...added]);
}

/** Whether two characters are the same but for their case. */
export function isCaseVariant(one: string, other: string): boolean {
  return one === other || (caseVariants().get(one.codePointAt(0) ?? 0) ?? []).includes(other.codePointAt(0) ?? 0);
}

/** Every script with two cases lies below this. */
const BEYOND_CASES = 0x20000;

let known: ReadonlyMap<number, readonly number[]> | undefined;

/** For each character that has any, its variants. Made when a pattern first asks, since it takes some milliseconds. */
function caseVariants(): ReadonlyMap<number, readonly number[]> {
  known ??= findCaseVariants();
  return known;
}

function findCaseVariants(): ReadonlyMap<number, readonly number[]> {
  const sharing = new Map<string, number[]>();
  const keysOf = (codePoint: number): readonly string[] => {
    const character = String.fromCodePoint(codePoint);
    return [`lower ${character.toLowerCase()}`, `upper ${character.toUpperCase()}`];
  };
  for (let codePoint = 0; codePoint < BEYOND_CASES; codePoint += 1) {
    for (const key of keysOf(codePoint)) {
      const others = sharing.get(key);
      if (others === undefined) sharing.set(key, [codePoint]);
      else others.push(codePoint);
    }
  }
  const variants = new Map<number, number[]>();
  for (const characters of sharing.values()) {
    if (characters.length < 2) continue;
    for (const one of characters) variants.set(one, [...(variants.get(one) ?? []), ...characters.filter((other) => other !== one)]);
  }
  return variants;
}
