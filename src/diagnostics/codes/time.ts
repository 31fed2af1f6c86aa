import { define } from '../define.ts';

/** Problems with periods, dates and the texts that are cited. */
export const time = {
  'date-invalid': define<{ text: string }>({
    severity: 'error',
    message: {
      en: ({ text }) => `\`${text}\` is not a day of the calendar`,
      zh: ({ text }) => `\`${text}\` 不是有效的日期`,
    },
    remedy: {
      en: () => 'write year, month and day as `2024-01-31`',
      zh: () => '请按年-月-日书写，例如 `2024-01-31`',
    },
  }),
  'period-reversed': define<{ from: string; to: string }>({
    severity: 'error',
    message: {
      en: ({ from, to }) => `the period ends on ${to}, before it begins on ${from}`,
      zh: ({ from, to }) => `期间的终止日 ${to} 早于起始日 ${from}`,
    },
    remedy: {
      en: ({ from, to }) => `write \`${to} .. ${from}\`, or correct a date; both ends are inclusive`,
      zh: ({ from, to }) => `请写 \`${to} .. ${from}\`，或更正日期；起止日均包含在内`,
    },
  }),
  'period-outside': define<{ period: string; outer: string }>({
    severity: 'error',
    message: {
      en: ({ period, outer }) => `in force ${period}, but what it stands in is in force only ${outer}, so it never applies`,
      zh: ({ period, outer }) => `生效期为 ${period}，而其上级的生效期仅为 ${outer}，因此永不适用`,
    },
    remedy: {
      en: () => 'correct the dates, or remove it',
      zh: () => '请更正日期，或删除该内容',
    },
  }),
  'period-overhanging': define<{ period: string; outer: string }>({
    severity: 'warning',
    message: {
      en: ({ period, outer }) => `in force ${period}, which reaches beyond ${outer} of what it stands in; only the common part applies`,
      zh: ({ period, outer }) => `生效期 ${period} 超出上级的生效期 ${outer}，仅重叠部分适用`,
    },
    remedy: {
      en: () => 'shorten this period, or lengthen the outer one',
      zh: () => '请缩短该期间，或延长上级的生效期',
    },
  }),
  'article-not-listed': define<{ source: string; cited: string; listed: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.source}\` has no ${p.cited}: it is declared with ${p.listed}`,
      zh: (p) => `\`${p.source}\` 没有 ${p.cited}：其声明的范围为 ${p.listed}`,
    },
    remedy: {
      en: () => 'correct the number, or the range in the `source` statement',
      zh: () => '请更正条款号，或修改 `source` 语句中的范围',
    },
  }),
  'article-unit-differs': define<{ source: string; unit: string; listed: string }>({
    severity: 'error',
    message: {
      en: (p) => `\`${p.source}\` is cited by \`${p.unit}\`, but is declared in ${p.listed}`,
      zh: (p) => `引用 \`${p.source}\` 时用了 \`${p.unit}\`，而其声明的单位为 ${p.listed}`,
    },
    remedy: {
      en: (p) => `write \`${p.listed === 'items' ? 'item' : 'art'}\`, or change the \`source\` statement`,
      zh: (p) => `请写 \`${p.listed === 'items' ? 'item' : 'art'}\`，或修改 \`source\` 语句`,
    },
  }),
  'articles-reversed': define<{ from: string; to: string }>({
    severity: 'error',
    message: {
      en: ({ from, to }) => `the articles ${from}..${to} run backwards`,
      zh: ({ from, to }) => `条款范围 ${from}..${to} 写反了`,
    },
    remedy: { en: ({ from, to }) => `write \`${to}..${from}\``, zh: ({ from, to }) => `请写 \`${to}..${from}\`` },
  }),
};
