import type { Unit } from '../../model/type.ts';

const NUMBER: Unit = { kind: 'number' };

/*
 * What units make of each other. `number` has no unit and takes that of what it meets; `percent` is a pure share.
 *
 *   + -  of one unit: that unit. Two different ones: an error.
 *   *    number   × u              = u
 *        percent  × money          = money          percent × percent = percent
 *        count    × u              = u              (so many loans of so much money or so many days each)
 *        else                      = number         (money × days, percent a day × days: no unit of ours, fits any)
 *   /    u / number, u / count     = u
 *        money / percent           = money
 *        else                      = number         (money / money is a share, money / days an amount a day)
 */

/** The unit of a sum, a difference or a comparison. Undefined: the units do not mix. */
export function unitOfSum(a: Unit, b: Unit): Unit | undefined {
  if (a.kind === 'number') return b;
  return b.kind === 'number' || sameUnit(a, b) ? a : undefined;
}

export function unitOfProduct(a: Unit, b: Unit): Unit {
  if (a.kind === 'number' || a.kind === 'count') return b.kind === 'number' ? a : b;
  if (b.kind === 'number' || b.kind === 'count') return a;
  if (a.kind === 'percent' && (b.kind === 'money' || b.kind === 'percent')) return b;
  return b.kind === 'percent' && a.kind === 'money' ? a : NUMBER;
}

export function unitOfQuotient(a: Unit, b: Unit): Unit {
  if (b.kind === 'number') return a;
  if (b.kind === 'count') return a.kind === 'count' ? NUMBER : a;
  return a.kind === 'money' && b.kind === 'percent' ? a : NUMBER;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.kind === 'money' && b.kind === 'money' ? a.currency === b.currency : a.kind === b.kind;
}
