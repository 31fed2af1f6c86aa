import type { Phrase } from '../../diagnostics/define.ts';
import { plainText } from '../../feel/values/decimal.ts';
import type { NumberType, Type } from '../../model/type.ts';
import type { ExactJson } from './exact-json.ts';
import { ExactNumber } from './exact-json.ts';

/** What a caller must send for a type, in words that fit "must be …". */
export function expectedFor(type: Type): Phrase {
  switch (type.kind) {
    case 'number':
      return expectedNumber(type);
    case 'enum':
      return { en: `a member of \`${type.vocabulary.name}\``, zh: ` \`${type.vocabulary.name}\` 的成员` };
    case 'record':
      return type.name === undefined ? { en: 'an object', zh: '对象' } : { en: `an object as \`${type.name}\` declares`, zh: `符合 \`${type.name}\` 定义的对象` };
    case 'list':
      return { en: 'a list', zh: '列表' };
    default:
      return phrases[type.kind];
  }
}

function expectedNumber({ unit, grain }: NumberType): Phrase {
  switch (unit.kind) {
    case 'days':
      return { en: 'a whole number of days', zh: '整数天数' };
    case 'months':
      return { en: 'a whole number of months', zh: '整数月数' };
    case 'count':
      return { en: 'a whole number', zh: '整数' };
    case 'money':
      return { en: `an amount in ${unit.currency}${multipleOf.en(grain)}`, zh: `${unit.currency} 金额${multipleOf.zh(grain)}` };
    case 'percent':
      return { en: `a share as a number (0.25 for 25%)${multipleOf.en(grain)}`, zh: `以数值表示的比例（25% 写作 0.25）${multipleOf.zh(grain)}` };
    case 'number':
      return { en: `a number${multipleOf.en(grain)}`, zh: `数值${multipleOf.zh(grain)}` };
  }
}

const multipleOf = {
  en: (grain: NumberType['grain']): string => (grain === undefined ? '' : `, a multiple of ${plainText(grain)}`),
  zh: (grain: NumberType['grain']): string => (grain === undefined ? '' : `（${plainText(grain)} 的整数倍）`),
};

const phrases = {
  text: { en: 'text', zh: '文本' },
  boolean: { en: '`true` or `false`', zh: ' `true` 或 `false`' },
  date: { en: 'a date as `2024-01-31`', zh: '日期，例如 `2024-01-31`' },
  time: { en: 'a time as `10:30:00`', zh: '时间，例如 `10:30:00`' },
  'date and time': { en: 'a date and time as `2024-01-31T10:30:00`', zh: '日期时间，例如 `2024-01-31T10:30:00`' },
  'days and time duration': { en: 'a duration of days and time as `P10DT4H`', zh: '天数和时间的时长，例如 `P10DT4H`' },
  'years and months duration': { en: 'a duration of years and months as `P1Y6M`', zh: '年数和月数的时长，例如 `P1Y6M`' },
  null: { en: '`null`', zh: ' `null`' },
  any: { en: 'a value', zh: '值' },
  range: { en: 'a range, which JSON cannot hold', zh: '区间（JSON 无法表示）' },
  function: { en: 'a function, which JSON cannot hold', zh: '函数（JSON 无法表示）' },
} as const satisfies Record<string, Phrase>;

/** What was sent, in words that fit "but is …". Long text is cut. */
export function foundIn(json: ExactJson): Phrase {
  if (json === null) return { en: 'null', zh: ' null' };
  if (typeof json === 'string') return { en: `the text \`${shortened(json)}\``, zh: `文本 \`${shortened(json)}\`` };
  if (typeof json === 'boolean') return { en: `\`${json}\``, zh: ` \`${json}\`` };
  if (json instanceof ExactNumber) return { en: `the number ${shortened(json.text)}`, zh: `数值 ${shortened(json.text)}` };
  return json instanceof Map ? { en: 'an object', zh: '对象' } : { en: 'a list', zh: '列表' };
}

/** At most sixty characters of a text, with `…` where it was cut. */
export function shortened(text: string): string {
  const characters = [...text.slice(0, 240)];
  return characters.length <= 60 && text.length <= 240 ? text : `${characters.slice(0, 60).join('')}…`;
}
