import { testOf, type ConditionJson, type FactColumn } from './document.ts';

/**
 * The condition under which an optional fact is there, said with operators that are false for an absent one: a number
 * is below 0 or not, a member is one of its enum's. Undefined for texts and dates, of which no operator can say it.
 */
export function presenceOf(column: FactColumn): ConditionJson | undefined {
  switch (column.kind) {
    case 'number':
      return { any: [testOf(column, 'lessThan', 0), testOf(column, 'greaterThanInclusive', 0)] };
    case 'boolean':
      return testOf(column, 'in', [true, false]);
    case 'enum':
      return testOf(column, 'in', column.members ?? []);
    default:
      return undefined;
  }
}

/** The condition under which it is absent; conditions as for `presenceOf`. */
export function absenceOf(column: FactColumn): ConditionJson | undefined {
  const presence = presenceOf(column);
  return presence && { not: presence };
}
