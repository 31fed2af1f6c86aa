import type { Decimal } from './decimal-number.ts';
import { roundToScale } from './decimal-rounding.ts';

/** The number as a plain decimal: `1000`, `-0.05`. Never an exponent, and no trailing zeros after the point. */
export function plainText(a: Decimal): string {
  if (a.scale === 0) return String(a.coefficient);
  return a.scale < 0 ? `${a.coefficient}${'0'.repeat(-a.scale)}` : withPoint(a, a.scale);
}

/** The number with exactly `digits` digits after the point, rounded half-even if it has more: `2.50`. */
export function fixedText(a: Decimal, digits: number): string {
  const rounded = roundToScale(a, digits, 'half even');
  if (digits === 0) return plainText(rounded);
  const missing = '0'.repeat(digits - Math.max(rounded.scale, 0));
  return rounded.scale > 0 ? withPoint(rounded, rounded.scale) + missing : `${plainText(rounded)}.${missing}`;
}

function withPoint(a: Decimal, scale: number): string {
  const negative = a.coefficient < 0;
  const written = String(a.coefficient);
  const digits = (negative ? written.slice(1) : written).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
