import type { Missing, Value } from '../feel/values/value.ts';
import { MISSING } from '../feel/values/value.ts';
import type { Interval } from '../model/type.ts';
import type { Line } from './line.ts';
import type { Region } from './partition.ts';

type Divided = Exclude<Region, { readonly kind: 'anything' | 'missing' }>;

/** A value of a region, as short to read as can be had. Undefined where the region's type cannot be divided. */
export function witnessOf(region: Divided): Value;
export function witnessOf(region: Region): Value | Missing | undefined;
export function witnessOf(region: Region): Value | Missing | undefined {
  switch (region.kind) {
    case 'interval':
      return valueIn(region.line, region.interval);
    case 'value':
      return region.value;
    case 'other text':
      return otherText(region.mentioned);
    case 'anything':
      return undefined;
    case 'missing':
      return MISSING;
  }
}

/** An end that belongs to the interval is what people expect to see; else a value between the ends. */
function valueIn(line: Line, { low, high, lowClosed, highClosed }: Interval): Value {
  if (low !== undefined && lowClosed) return low;
  if (high !== undefined && highClosed) return high;
  return line.between(low, high);
}

function otherText(mentioned: readonly string[]): string {
  const taken = new Set(mentioned);
  let text = 'other';
  for (let number = 2; taken.has(text); number += 1) text = `other ${number}`;
  return text;
}
