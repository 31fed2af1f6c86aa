import type { Value } from './value.ts';

/** `[low..high]` as a value. An end that is null is open for ever. */
export class FeelRange {
  constructor(
    readonly low: Value,
    readonly high: Value,
    readonly lowClosed: boolean,
    readonly highClosed: boolean,
  ) {}
}
