/**
 * Unicode's general categories, which divide all code points among them. A set of categories is a number with a bit for
 * each, so that sets combine by `&`, `|` and `^`.
 */
const MINOR = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Zs Zl Zp Sm Sc Sk So Cc Cf Co Cn Cs'.split(' ');

export const ALL_CATEGORIES = 2 ** MINOR.length - 1;

/** Letters, marks, numbers, punctuation, separators, symbols and others: each has the minor ones that begin like it. */
const MAJOR = [...'LMNPZSC'];

const bitsByName: ReadonlyMap<string, number> = new Map([
  ...MINOR.map((name, index): [string, number] => [name, 1 << index]),
  ...MAJOR.map((major): [string, number] => [major, MINOR.reduce((bits, name, index) => (name.startsWith(major) ? bits | (1 << index) : bits), 0)]),
]);

/** The categories that a name such as `L` or `Lu` means; undefined if there is none. Surrogates are no characters to XML. */
export function categoriesNamed(name: string): number | undefined {
  return name === 'Cs' ? undefined : bitsByName.get(name);
}

/** The categories of several names that there are. */
export function categoriesOf(...names: readonly string[]): number {
  return names.reduce((all, name) => all | (bitsByName.get(name) ?? 0), 0);
}

/** The categories as they stand in a class of RE2: `\p{L}\p{Nd}`. */
export function writeCategories(categories: number): string {
  const whole = MAJOR.filter((major) => holdsAll(categories, major));
  const single = MINOR.filter((minor) => !whole.some((major) => minor.startsWith(major)) && holdsAll(categories, minor));
  return [...whole, ...single].map((name) => `\\p{${name}}`).join('');
}

const tests = new Map<number, RegExp>();

/** Whether a character is of one of the categories. */
export function isOfCategories(character: string, categories: number): boolean {
  let test = tests.get(categories);
  if (test === undefined) {
    test = new RegExp(`^[${writeCategories(categories)}]$`, 'u');
    tests.set(categories, test);
  }
  return test.test(character);
}

function holdsAll(categories: number, name: string): boolean {
  const bits = categoriesOf(name);
  return (categories & bits) === bits;
}
