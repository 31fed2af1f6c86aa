import { Temporal } from 'temporal-polyfill';

/** The day that lies so many days before a date. Both as `2026-06-30`. */
export function daysBefore(asOf: string, days: number): string {
  return Temporal.PlainDate.from(asOf).subtract({ days }).toString();
}
