import type { Phrase } from '../../diagnostics/define.ts';
import { decimalOf } from '../values/decimal.ts';
import { badArgument } from './declare.ts';

/**
 * FEEL counts positions from 1, or back from -1 for the last, in texts as in lists. The index from 0 that a position
 * means among `length` places. Throws FeelError `bad-argument` for one where nothing is.
 */
export function indexOfPosition(position: number, length: number, owner: string, parameter: string): number {
  const index = position > 0 ? position - 1 : length + position;
  if (position === 0 || index < 0 || index >= length) throw badArgument(owner, parameter, positionsUpTo(length), decimalOf(position));
  return index;
}

/** The end, not included, of a stretch that starts at an index. Throws FeelError `bad-argument` for one that overruns or is empty. */
export function endOfStretch(index: number, length: number | undefined, available: number, owner: string): number {
  if (length === undefined) return available;
  const most = available - index;
  if (length >= 1 && length <= most) return index + length;
  throw badArgument(owner, 'length', { en: `a whole number from 1 to ${most}, since no more follow`, zh: `1 到 ${most} 的整数（其后仅有这些）` }, decimalOf(length));
}

function positionsUpTo(length: number): Phrase {
  if (length === 0) return { en: 'nothing: there are no positions in what is empty', zh: '任何位置均无效，因为内容为空' };
  return { en: `a position from 1 to ${length}, or from -${length} to -1`, zh: `1 到 ${length}，或 -${length} 到 -1 之间的位置` };
}
