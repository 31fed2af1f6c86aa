import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { formatTemporal, parseDate, type FeelDate } from '../../feel/values/temporal.ts';
import type { Period } from '../../model/policy.ts';
import type { Period as PeriodTree, Text } from '../../read/tree/statement.ts';

export const always: Period = { from: undefined, to: undefined };

/**
 * The period of something that stands inside something else: its own, as far as the outer one lasts. One that lies
 * outside is an error, one whose written ends reach beyond a warning.
 */
export function periodWithin(outer: Period, written: PeriodTree | undefined, report: Report): Period {
  if (written === undefined) return outer;
  const own: Period = { from: dateOf(written.from, report), to: dateOf(written.to, report) };
  if (own.from !== undefined && own.to !== undefined && own.from.epochDay > own.to.epochDay) {
    report(diagnostic('period-reversed', written.span, { from: formatTemporal(own.from), to: formatTemporal(own.to) }));
    return outer;
  }
  const both = commonPeriod(own, outer);
  if (both === undefined) {
    report(diagnostic('period-outside', written.span, { period: periodText(own), outer: periodText(outer) }));
    return own;
  }
  const beginsBefore = own.from !== undefined && outer.from !== undefined && own.from.epochDay < outer.from.epochDay;
  const endsAfter = own.to !== undefined && outer.to !== undefined && own.to.epochDay > outer.to.epochDay;
  if (beginsBefore || endsAfter) report(diagnostic('period-overhanging', written.span, { period: periodText(own), outer: periodText(outer) }));
  return both;
}

function dateOf(text: Text | undefined, report: Report): FeelDate | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text.text);
  if (date === undefined) report(diagnostic('date-invalid', text.span, { text: text.text }));
  return date;
}

/** The days that two periods share; undefined if they share none. */
export function commonPeriod(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from !== undefined && to !== undefined && from.epochDay > to.epochDay ? undefined : { from, to };
}

function later(a: FeelDate | undefined, b: FeelDate | undefined): FeelDate | undefined {
  return a === undefined || (b !== undefined && b.epochDay > a.epochDay) ? b : a;
}

function earlier(a: FeelDate | undefined, b: FeelDate | undefined): FeelDate | undefined {
  return a === undefined || (b !== undefined && b.epochDay < a.epochDay) ? b : a;
}

/** `2023-07-01 ..`, as a policy writes it. */
export function periodText({ from, to }: Period): string {
  return [from && formatTemporal(from), '..', to && formatTemporal(to)].filter((part) => part !== undefined).join(' ');
}
