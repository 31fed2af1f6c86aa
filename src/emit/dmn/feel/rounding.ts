import { plainText, type Decimal } from '../../../feel/values/decimal.ts';
import type { RoundingMethod } from '../../../read/tree/statement.ts';
import { call, closed, part, PRODUCT, type Feel } from './pieces.ts';

const functions: Readonly<Record<RoundingMethod, string>> = {
  'half up': 'round half up',
  'half down': 'round half down',
  'half even': 'decimal',
  up: 'round up',
  down: 'round down',
  floor: 'floor',
  ceiling: 'ceiling',
};

/** A number rounded to a multiple of a step. FEEL rounds to digits: another step is divided by before, and multiplied with after. */
export function roundedText(value: Feel, method: RoundingMethod, step: Decimal): Feel {
  const name = functions[method];
  if (step.coefficient === 1) return call(name, value, closed(String(step.scale)));
  const size = plainText(step);
  return { text: `${call(name, { text: `${part(value, PRODUCT)} / ${size}`, binds: PRODUCT }, closed('0')).text} * ${size}`, binds: PRODUCT };
}
