/** A part of the cases and dates that a table speaks of, in the policy's own words. */
export interface Where {
  /** `loan.overdue_days > 360`; all of them hold. None: whatever the facts are. */
  readonly conditions: readonly string[];
  /** Stretches of dates, both ends included; an undefined end is open for ever. None: whenever the table is in force. */
  readonly periods: readonly { readonly from: string | undefined; readonly to: string | undefined }[];
}

/** `` where `loan.overdue_days > 360` and `loan.guarantee = pledge`, from 2026-01-01 on ``. */
export const whereText = {
  en: ({ conditions, periods }: Where): string => {
    const facts = conditions.length === 0 ? 'in every case' : `where ${conditions.map((condition) => `\`${condition}\``).join(' and ')}`;
    return [facts, ...(periods.length === 0 ? [] : [periods.map(english).join(' and ')])].join(', ');
  },
  zh: ({ conditions, periods }: Where): string => {
    const facts = conditions.length === 0 ? '在任何情形下' : `当 ${conditions.map((condition) => `\`${condition}\``).join(' 且 ')} 时`;
    return periods.length === 0 ? facts : `${facts}（${periods.map(chinese).join('，')}）`;
  },
};

/** `` the cases where `loan.overdue_days > 360` ``. */
export const casesText = {
  en: (where: Where): string => (where.conditions.length === 0 && where.periods.length === 0 ? 'every case' : `the cases ${whereText.en(where)}`),
  zh: (where: Where): string => (where.conditions.length === 0 && where.periods.length === 0 ? '全部情形' : `${whereText.zh(where)}的情形`),
};

function english({ from, to }: Where['periods'][number]): string {
  if (from !== undefined && from === to) return `on ${from}`;
  if (from !== undefined) return to === undefined ? `from ${from} on` : `from ${from} to ${to}`;
  return to === undefined ? 'on any date' : `up to ${to}`;
}

function chinese({ from, to }: Where['periods'][number]): string {
  if (from !== undefined && from === to) return `${from} 当日`;
  if (from !== undefined) return to === undefined ? `自 ${from} 起` : `自 ${from} 至 ${to}`;
  return to === undefined ? '任何日期' : `至 ${to} 止`;
}
