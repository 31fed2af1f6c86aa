import type { AtomSet } from '../../boxes/atom-set.ts';
import type { Partition, Region } from '../../boxes/partition.ts';

/** A set of a column's atoms as regions of its values, neighbours on a line made one. */
export function regionsIn({ atoms }: Partition, accepted: AtomSet): readonly Region[] {
  return accepted.flatMap(({ first, last }) => {
    const run = atoms.slice(first, last + 1);
    const intervals = run.filter((atom) => atom.kind === 'interval');
    const [start, end] = [intervals[0], intervals.at(-1)];
    const others = run.filter((atom) => atom.kind !== 'interval');
    if (start === undefined || end === undefined) return others;
    const { low, lowClosed } = start.interval;
    const { high, highClosed } = end.interval;
    return [{ kind: 'interval', interval: { low, lowClosed, high, highClosed }, line: start.line }, ...others];
  });
}
