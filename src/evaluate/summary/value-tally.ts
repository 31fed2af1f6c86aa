import type { Decimal } from '../../feel/values/decimal.ts';
import { compareDecimals } from '../../feel/values/decimal.ts';
import { powerOfTen } from '../../feel/values/decimal-integers.ts';
import { decimalInRange } from '../../feel/values/decimal-number.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import type { Json } from '../answer.ts';
import { valueToJson } from '../value-json.ts';
import type { DecisionSummary } from './summary.ts';
import { KINDS_KEPT } from './summary.ts';

/** Counts the values of a decision that is no number. */
export interface ValueCounts {
  readonly add: (value: Value) => void;
  readonly found: () => Pick<DecisionSummary, 'values' | 'other_values'>;
}

export function valueCounts(type: Type): ValueCounts {
  const counts = new Map<unknown, { readonly value: Value; cases: number }>();
  let others = 0;
  return {
    add: (value) => {
      const isPlain = value === null || typeof value !== 'object' || value instanceof EnumMember;
      const key = isPlain ? value : JSON.stringify(valueToJson(value, type));
      const known = counts.get(key);
      if (known !== undefined) known.cases += 1;
      else if (counts.size < KINDS_KEPT) counts.set(key, { value, cases: 1 });
      else others += 1;
    },
    found: () => {
      const sorted = [...counts.values()].sort((a, b) => rankOf(a.value) - rankOf(b.value) || b.cases - a.cases);
      const values = sorted.map(({ value, cases }) => ({ value: valueToJson(value, type), cases }));
      return others === 0 ? { values } : { values, other_values: others };
    },
  };
}

function rankOf(value: Value): number {
  return value instanceof EnumMember ? value.rank : 0;
}

/** Adds up the values of a decision that is a number. */
export interface NumberTotals {
  readonly add: (value: Decimal) => void;
  readonly found: () => Pick<DecisionSummary, 'numbers'>;
}

export function numberTotals(type: Type): NumberTotals {
  let least: Decimal | undefined;
  let greatest: Decimal | undefined;
  // The sum is `total / 10^scale`: adding decimals would round at 34 digits, case by case.
  let total = 0n;
  let scale = 0;
  return {
    add: (value) => {
      if (least === undefined || compareDecimals(value, least) < 0) least = value;
      if (greatest === undefined || compareDecimals(value, greatest) > 0) greatest = value;
      if (value.scale > scale) {
        total *= powerOfTen(value.scale - scale);
        ({ scale } = value);
      }
      const coefficient = BigInt(value.coefficient);
      total += value.scale === scale ? coefficient : coefficient * powerOfTen(scale - value.scale);
    },
    found: () => {
      if (least === undefined || greatest === undefined) return {};
      const sum = decimalInRange(total, scale);
      const json = (value: Decimal | undefined): Json => (value === undefined ? null : valueToJson(value, type));
      return { numbers: { min: json(least), max: json(greatest), sum: json(sum) } };
    },
  };
}
