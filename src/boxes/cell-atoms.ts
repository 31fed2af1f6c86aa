import { liesIn } from '../model/allowed.ts';
import type { Interval } from '../model/type.ts';
import type { AtomSet } from './atom-set.ts';
import { difference, run, union } from './atom-set.ts';
import type { ConstantTest } from './constant-test.ts';
import { endsOf, cutsUpTo } from './cut.ts';
import { isIntervalOf, isSingle } from './interval.ts';
import type { Partition } from './partition.ts';

/** What a cell accepts, as a set of atoms. */
export interface CellAtoms {
  /** Exactly the atoms accepted; where `open`, those that might be. */
  readonly atoms: AtomSet;
  /** Whether the test computes with what is only known at run time, so that it must be run for a value of `atoms`. */
  readonly open: boolean;
}

/** The atoms that a test accepts. The test must be among those that the partition was made from. */
export function cellAtoms(test: ConstantTest, partition: Partition): CellAtoms {
  switch (test.kind) {
    case 'any':
      return exactly(run(0, partition.atoms.length - 1));
    case 'missing':
      return exactly(difference(run(0, partition.atoms.length - 1), present(partition)));
    case 'open':
      return { atoms: present(partition), open: true };
    case 'in': {
      const sets = test.intervals.map((interval) => atomsIn(interval, partition));
      const known = sets.filter((set) => set !== undefined);
      return known.length === sets.length ? exactly(union(known)) : { atoms: present(partition), open: true };
    }
    case 'one of': {
      const cells = test.tests.map((one) => cellAtoms(one, partition));
      return { atoms: union(cells.map(({ atoms }) => atoms)), open: cells.some(({ open }) => open) };
    }
    case 'not': {
      const inner = cellAtoms(test.test, partition);
      return inner.open ? { atoms: present(partition), open: true } : exactly(difference(present(partition), inner.atoms));
    }
  }
}

/** Every atom but `missing`. */
function present(partition: Partition): AtomSet {
  const last = partition.atoms.length - 1;
  return run(0, partition.atoms[last]?.kind === 'missing' ? last - 1 : last);
}

/** The atoms in an interval; undefined where the interval's ends are of another kind than the column. */
function atomsIn(interval: Interval, partition: Partition): AtomSet | undefined {
  if (partition.kind === 'opaque' || !isIntervalOf(partition.type, interval)) return undefined;
  if (partition.kind === 'listed') {
    const numbers = isSingle(interval) ? [partition.atomOf.get(interval.low ?? null)] : [...partition.atomOf].map(([value, atom]) => (liesIn(interval, value) ? atom : undefined));
    return union(numbers.filter((atom) => atom !== undefined).map((atom) => run(atom, atom)));
  }
  const { line, cuts } = partition;
  const { low, high } = endsOf(line, interval);
  const first = low === undefined ? 0 : cutsUpTo(line, cuts, low);
  const last = high === undefined ? cuts.length : cutsUpTo(line, cuts, high) - 1;
  return run(first, last);
}

function exactly(atoms: AtomSet): CellAtoms {
  return { atoms, open: false };
}
