import { decimalOf } from '../values/decimal.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { codePointLength, codePointSlice } from './code-points.ts';
import type { Kind } from './declare.ts';
import { builtin, optional, required, taking } from './declare.ts';
import { list, text, wholePart } from './kinds.ts';
import { endOfStretch, indexOfPosition } from './positions.ts';
import { BOOLEAN, COUNT, TEXT, always, listOf } from './result-types.ts';

/** `substring("foobar", 3, 3)` is `"oba"`; a negative position counts from the end. */
const substring = builtin(
  'substring',
  taking([required('string', text), required('start position', wholePart), optional('length', wholePart)], always(TEXT), (string, start, length) => {
    const available = codePointLength(string);
    const index = indexOfPosition(start, available, 'substring', 'start position');
    return codePointSlice(string, index, endOfStretch(index, length, available, 'substring'));
  }),
);

const stringLength = builtin(
  'string length',
  taking([required('string', text)], always(COUNT), (string) => decimalOf(codePointLength(string))),
);

// JavaScript's own case mappings are Unicode's, and the same in every locale.
const upperCase = builtin(
  'upper case',
  taking([required('string', text)], always(TEXT), (string) => string.toUpperCase()),
);

const lowerCase = builtin(
  'lower case',
  taking([required('string', text)], always(TEXT), (string) => string.toLowerCase()),
);

/** Empty where the match does not occur, and before an empty match. */
const substringBefore = builtin(
  'substring before',
  taking([required('string', text), required('match', text)], always(TEXT), (string, match) => string.slice(0, Math.max(0, string.indexOf(match)))),
);

/** Empty where the match does not occur; the whole text after an empty match. */
const substringAfter = builtin(
  'substring after',
  taking([required('string', text), required('match', text)], always(TEXT), (string, match) => {
    const index = string.indexOf(match);
    return index < 0 ? '' : string.slice(index + match.length);
  }),
);

const contains = comparingTexts('contains', (string, match) => string.includes(match));
const startsWith = comparingTexts('starts with', (string, match) => string.startsWith(match));
const endsWith = comparingTexts('ends with', (string, match) => string.endsWith(match));

function comparingTexts(name: string, holds: (string: string, match: string) => boolean): Builtin {
  return builtin(name, taking([required('string', text), required('match', text)], always(BOOLEAN), holds));
}

const textsOrNulls: Kind<readonly string[]> = {
  type: listOf(TEXT),
  expected: { en: 'a list of texts', zh: '由文本构成的列表' },
  take: (value) => {
    const texts = list.take(value)?.filter((item) => item !== null);
    return texts?.every((item) => typeof item === 'string') === true ? texts : undefined;
  },
};

const delimiterOrNull: Kind<string> = { ...text, take: (value: Value) => (value === null ? '' : text.take(value)) };

/** Nulls in the list are passed over; no delimiter, or null, puts nothing between. */
const stringJoin = builtin(
  'string join',
  taking([required('list', textsOrNulls), optional('delimiter', delimiterOrNull)], always(TEXT), (texts, delimiter = '') => texts.join(delimiter)),
);

/** FEEL's functions of texts (DMN 1.5, clause 10.3.4.3), but for those with patterns. */
export const textBuiltins: readonly Builtin[] = [substring, stringLength, upperCase, lowerCase, substringBefore, substringAfter, contains, startsWith, endsWith, stringJoin];
