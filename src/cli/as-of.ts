import type { FeelDate, FeelDateTime } from '../feel/values/temporal.ts';
import { parseDate, parseDateTime } from '../feel/values/temporal.ts';

/**
 * The date that a person typed: `2024-01-31`, or `today` for the date on this computer's clock. It is read here and
 * nowhere else: an evaluation is told the date and never asks.
 */
export function asOfDate(text: string): FeelDate | undefined {
  return parseDate(asOfText(text));
}

/** The same as text, with `today` made a date. */
export function asOfText(text: string): string {
  if (text !== 'today') return text;
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The date and time on this computer's clock, in UTC: what `now()` answers in a DMN model that a person runs. */
export function clockTime(): FeelDateTime | undefined {
  return parseDateTime(new Date().toISOString());
}
