import { Decimal, parseDecimal } from '../values/decimal.ts';
import { identical } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { badArgument, builtin, optional, required, taking } from './declare.ts';
import { anything, number, something, text } from './kinds.ts';
import { BOOLEAN, NUMBER, TEXT, always } from './result-types.ts';
import { feelText } from './feel-text.ts';

const textOrNumber: Kind<string | Decimal> = {
  ...something,
  expected: { en: 'a text that holds a number', zh: '内容为数的文本' },
  take: (value) => text.take(value) ?? number.take(value),
};

function separator(...allowed: readonly string[]): Kind<string | null> {
  const spelled = allowed.map((one) => `\`"${one}"\``).join(', ');
  return {
    type: TEXT,
    expected: { en: `one of ${spelled} or null`, zh: `${spelled} 之一或 null` },
    take: (value: Value) => (value === null || (typeof value === 'string' && allowed.includes(value)) ? value : undefined),
  };
}

/** `number("1 000,5", " ", ",")` is 1000.5. Without separators, or with null for one, a number is read as FEEL writes it. */
const numberOf = builtin(
  'number',
  taking(
    [required('from', textOrNumber), optional('grouping separator', separator(' ', ',', '.')), optional('decimal separator', separator('.', ','))],
    always(NUMBER),
    (from, grouping, point) => {
      if (from instanceof Decimal) {
        if (grouping === undefined && point === undefined) return from;
        throw badArgument('number', 'from', textOrNumber.expected, from);
      }
      if (typeof grouping === 'string' && grouping === point) {
        throw badArgument('number', 'decimal separator', { en: 'a separator other than the grouping separator', zh: '与分组分隔符不同的分隔符' }, point);
      }
      const parsed = parseDecimal(plainSpelling(from, grouping ?? undefined, point ?? undefined));
      if (parsed === undefined) throw badArgument('number', 'from', textOrNumber.expected, from);
      return parsed;
    },
  ),
);

/** The number as FEEL writes it; a point that is neither separator makes it unreadable, as it should. */
function plainSpelling(from: string, grouping: string | undefined, point = '.'): string {
  const joined = grouping === undefined ? from : from.replaceAll(grouping, '');
  return point === '.' ? joined : joined.includes('.') ? '' : joined.replace(point, '.');
}

/** A value as text. Null has none. */
const string = builtin('string', taking([required('from', something)], always(TEXT), feelText));

/** Whether two values are the same element of FEEL's domain: stricter than `=`, and never an error. */
const is = builtin('is', taking([required('value1', anything), required('value2', anything)], always(BOOLEAN), identical));

/** FEEL's conversions of numbers and texts (DMN 1.5, clause 10.3.4.1), and `is`. */
export const conversionBuiltins: readonly Builtin[] = [numberOf, string, is];
