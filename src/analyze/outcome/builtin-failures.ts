import { constantOf } from '../../boxes/constant.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { Decimal, toSafeInteger } from '../../feel/values/decimal.ts';
import type { BuiltinCall, Typed } from '../../model/expression.ts';
import { compares, countOf, number, text } from '../places/made-up.ts';
import type { Failure } from './failures.ts';

/** Functions that have no value for an empty list. */
const needItems: ReadonlySet<string> = new Set(['sum', 'product', 'mean', 'median', 'min', 'max', 'worst', 'best']);
/** Functions that read a text as something else, which not every text is. */
const readTexts: ReadonlySet<string> = new Set(['number', 'date', 'time', 'date and time', 'duration']);
/** Functions that take a position in a list. */
const takePositions: ReadonlySet<string> = new Set(['sublist', 'insert before', 'remove', 'list replace']);

/** Arguments for which a call of a built-in function has no value, each with what is wrong then. */
export function builtinFailures(call: BuiltinCall): readonly Failure[] {
  const { name } = call.builtin;
  const [first, second] = call.arguments;
  if (first === undefined) return [];
  if (needItems.has(name) || name === 'stddev') return emptyList(call, first, name === 'stddev' ? 2 : 1);
  if (readTexts.has(name)) return first.type.kind === 'text' && call.arguments.length === 1 ? [{ when: compares(first, '=', text('?', first)), how: unreadable }] : [];
  if (takePositions.has(name)) return second === undefined ? [] : positions(first, second);
  switch (name) {
    case 'substring':
      return [{ when: compares(first, '=', text('', first)), how: tooShort }];
    case 'modulo':
      return second === undefined ? [] : [{ when: compares(second, '=', number(0, second)), how: byZero }];
    case 'sqrt':
      return [{ when: compares(first, '<', number(0, first)), how: negative }];
    case 'log':
      return [{ when: compares(first, '<=', number(0, first)), how: notPositive }];
    default:
      return [];
  }
}

function emptyList({ signature, arguments: given }: BuiltinCall, first: Typed, least: number): readonly Failure[] {
  if (signature.variadic && given.length >= least) return [];
  if (first.kind === 'list' && first.items.length >= least) return [];
  return [{ when: compares(countOf(first), '<', number(least, first)), how: least === 1 ? empty : { en: 'has fewer than two numbers', zh: '不足两个数' } }];
}

function positions(list: Typed, position: Typed): readonly Failure[] {
  if (position.type.kind !== 'number') return [];
  return outsideList(list, position);
}

/** A position that a list does not have: beyond a position written as a constant, or beyond either end. */
export function outsideList(list: Typed, position: Typed): readonly Failure[] {
  const constant = constantOf(position);
  if (constant instanceof Decimal) {
    const place = toSafeInteger(constant);
    return place === undefined ? [] : [{ when: compares(countOf(list), '<', number(Math.abs(place), list)), how: noSuchPlace }];
  }
  return [
    { when: compares(position, '=', number(0, position)), how: noSuchPlace },
    { when: compares(position, '>', countOf(list)), how: noSuchPlace },
  ];
}

export const byZero: Phrase = { en: 'divides by zero', zh: '除数为零' };
const empty: Phrase = { en: 'is asked of an empty list', zh: '的列表为空' };
const noSuchPlace: Phrase = { en: 'takes an element that the list does not have', zh: '所取的位置在列表中不存在' };
const unreadable: Phrase = { en: 'is given a text that cannot be read so', zh: '的文本无法转换' };
const tooShort: Phrase = { en: 'is given a text that is too short', zh: '的文本过短' };
const negative: Phrase = { en: 'is given a number below 0', zh: '的数小于 0' };
const notPositive: Phrase = { en: 'is given a number that is not above 0', zh: '的数不大于 0' };
