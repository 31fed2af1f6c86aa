import type { HitPolicy } from '../tree/statement.ts';
import type { OutputValues } from './document.ts';

/**
 * How far from the front a row stands where its hit policy puts rows in an order: by its place in the table, or by its
 * output's. 0 comes first. Undefined where no order counts.
 */
export function rankOf(hitPolicy: HitPolicy, index: number, output: unknown, values: OutputValues | undefined): number | undefined {
  switch (hitPolicy) {
    case 'first':
    case 'rule order':
      return index;
    case 'priority':
    case 'output order':
      return values?.ranked?.indexOf(String(output)) ?? 0;
    default:
      return undefined;
  }
}
