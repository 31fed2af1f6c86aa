import { define, type Phrase } from '../define.ts';

/** What analyses find across a policy: between its dates, its declarations and the decisions that rest on one another. */
export const across = {
  'period-hole': define<{ name: string; kind: 'decision' | 'function' | 'parameter'; days: Phrase; ends: boolean }>({
    severity: 'error',
    message: {
      en: ({ name, days }) => `nothing of \`${name}\` is in force ${days.en}`,
      zh: ({ name, days }) => `${days.zh}，\`${name}\` 没有任何生效的内容`,
    },
    remedy: {
      en: ({ kind, ends }) =>
        ends
          ? `add what holds from then on; if the ${kind} ends for good, say so on the ${kind} itself: \`in force .. DATE\``
          : `let one period begin on the day after the other ends (both ends are inclusive), or add what holds in between`,
      zh: ({ kind, ends }) =>
        ends
          ? `请补充此后适用的内容；若该${kinds[kind]}自此终止，请在其自身写明：\`in force .. 日期\``
          : '请使后一期间从前一期间终止的次日开始（起止日均包含在内），或补充其间适用的内容',
    },
  }),
  'row-period-hole': define<{ id: string; days: Phrase }>({
    severity: 'error',
    message: {
      en: ({ id, days }) => `row \`${id}\` is not in force ${days.en}, between two of its periods`,
      zh: ({ id, days }) => `行 \`${id}\` 的前后两个期间之间有间断：${days.zh}未生效`,
    },
    remedy: {
      en: () => 'let this period begin on the day after the last one ends (both ends are inclusive); if the rule did pause, give the later row an id of its own',
      zh: () => '请使本期间从上一期间终止的次日开始（起止日均包含在内）；若该规则确曾停用，请为后一行另编行号',
    },
  }),
};

const kinds = { decision: '决策', function: '函数', parameter: '参数' } as const;
