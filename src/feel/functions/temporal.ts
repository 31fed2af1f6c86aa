import type { Phrase } from '../../diagnostics/define.ts';
import type { Type } from '../../model/type.ts';
import { decimalOf } from '../values/decimal.ts';
import type { FeelDate } from '../values/temporal.ts';
import { civilDateOf, dayOfYear, weekOfYear, weekdayOf } from '../values/temporal-calendar.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { builtin, required, taking } from './declare.ts';
import { NUMBER, TEXT, always } from './result-types.ts';
import { constructionBuiltins } from './temporal-construction.ts';
import { date } from './temporal-kinds.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const WHOLE: Type = { ...NUMBER, grain: decimalOf(1) };

/** A function of a date, or of the date of a date and time. */
function ofDate(name: string, result: Type, read: (date: FeelDate) => Value): Builtin {
  return builtin(name, ...date.map((kind) => taking([required('date', kind)], always(result), read)));
}

const calendarBuiltins: readonly Builtin[] = [
  ofDate('day of year', WHOLE, ({ epochDay }) => decimalOf(dayOfYear(epochDay))),
  ofDate('day of week', TEXT, ({ epochDay }) => WEEKDAYS[weekdayOf(epochDay) - 1] ?? null),
  ofDate('month of year', TEXT, ({ epochDay }) => MONTHS[civilDateOf(epochDay).month - 1] ?? null),
  ofDate('week of year', WHOLE, ({ epochDay }) => decimalOf(weekOfYear(epochDay))),
];

/** FEEL's functions that make and read dates, times and durations. */
export const temporalBuiltins: readonly Builtin[] = [...constructionBuiltins, ...calendarBuiltins];

const USE_AS_OF: Phrase = {
  en: 'an evaluation has no clock, so that it can be replayed; use `as_of`, the date that the decision is asked for',
  zh: '求值过程不读取系统时钟，以保证可以重放；请使用 `as_of`（本次决策的基准日期）',
};

/** FEEL functions that are left out on purpose, with the reason that the checker gives. */
export const refusedBuiltins: ReadonlyMap<string, Phrase> = new Map([
  ['now', USE_AS_OF],
  ['today', USE_AS_OF],
  [
    'random number',
    {
      en: 'an evaluation must give the same answer every time, so there is no chance in it; send such a number as a fact',
      zh: '同样的事实必须得出同样的结果，求值过程不含随机数；如确有需要，请将该数作为事实传入',
    },
  ],
]);
