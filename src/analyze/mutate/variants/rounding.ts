import { decimalOf, multiply, parseExactDecimal, plainText } from '../../../feel/values/decimal.ts';
import { roundingText } from '../../../read/tree/clause-text.ts';
import type { Expression } from '../../../read/tree/expression.ts';
import type { RoundingMethod, RoundingTree } from '../../../read/tree/statement.ts';
import { variant, type Variant } from './variant.ts';

const TAKEN_FOR: Readonly<Record<RoundingMethod, readonly RoundingMethod[]>> = {
  'half up': ['half even', 'down'],
  'half down': ['half even', 'down'],
  'half even': ['half up', 'down'],
  up: ['down', 'half up'],
  down: ['up', 'half up'],
  floor: ['ceiling', 'half up'],
  ceiling: ['floor', 'half up'],
};

/** What is rounded, with another method, or to ten times the step. */
export function roundingVariants<T extends { readonly rounding: RoundingTree | undefined }>(rounded: T): readonly Variant<T>[] {
  const { rounding } = rounded;
  if (rounding === undefined) return [];
  const { span } = rounding;
  // In YAML the clause is the value of the key `round`.
  const clause = span.file.text.startsWith('round', span.start) ? 'round ' : '';
  const changed = [...TAKEN_FOR[rounding.method].map((method) => ({ ...rounding, method })), ...tenfold(rounding.step).map((step) => ({ ...rounding, step }))];
  return changed.map((other) => variant('rounding changed', { ...rounded, rounding: other }, span, clause + roundingText(other)));
}

function tenfold(step: Expression): readonly Expression[] {
  const value = step.kind === 'number' ? parseExactDecimal(step.text) : undefined;
  return step.kind === 'number' && value !== undefined ? [{ ...step, text: plainText(multiply(value, decimalOf(10))) }] : [];
}
