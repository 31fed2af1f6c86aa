import type { Value } from './value.ts';

/** A function as a value: a lambda, or a built-in named without calling it. */
export class FeelFunction {
  constructor(
    readonly parameters: readonly string[],
    readonly call: (values: readonly Value[]) => Value,
  ) {}
}
