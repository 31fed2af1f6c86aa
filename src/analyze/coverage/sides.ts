import type { AtomSet } from '../../boxes/atom-set.ts';
import { contains, run, union } from '../../boxes/atom-set.ts';
import type { Partition } from '../../boxes/partition.ts';
import type { Dimension } from '../../boxes/table-boxes.ts';
import type { Value } from '../../feel/values/value.ts';
import { seenText } from '../../evaluate/run/seen.ts';

/**
 * One side of a boundary of a column: what a test should show there. `exact` is the value next to the boundary where
 * there is one (90 and 91 on whole days; 25% itself on a line without steps); without it any value of the atoms will do.
 */
export interface Side {
  readonly atoms: AtomSet;
  readonly exact: Value | undefined;
  /** Rows whose cells draw the boundary; that one first which accepts this side, if any does. */
  readonly rows: readonly number[];
}

type Ordered = Extract<Partition, { readonly kind: 'ordered' }>;

/** Both sides of every boundary that some cell of the column draws. What the column's type does not allow is no side. */
export function sidesOf({ partition, cells }: Dimension): readonly Side[] {
  const last = partition.atoms.length - 1;
  const isDrawing = (atoms: AtomSet): boolean => atoms.length !== 1 || atoms[0]?.first !== 0 || atoms[0].last !== last;
  const drawing = cells.flatMap(({ atoms, open }, row) => (isDrawing(atoms) ? [{ row, atoms, open }] : []));
  const closed = drawing.filter(({ open }) => !open);
  const isMissable = partition.atoms[last]?.kind === 'missing';
  const present = isMissable ? last : last + 1;
  const side = (atoms: AtomSet, exact: Value | undefined, by: readonly Drawing[]): Side => {
    const accepting = by.find((each) => contains(each.atoms, atoms[0]?.first ?? -1));
    return { atoms, exact, rows: [...new Set([accepting, ...by].flatMap((each) => each?.row ?? []))] };
  };
  const missing = isMissable && drawing.length > 0 ? [side(run(last, last), undefined, drawing)] : [];
  if (partition.kind === 'opaque' || closed.length === 0) return missing;
  const sides = partition.kind === 'ordered' ? sidesOfCuts(partition, closed, side) : sidesOfGroups(partition, closed, present, side);
  return [...sides.filter(({ atoms }) => atoms.every(({ first }) => partition.atoms[first]?.allowed === true)), ...missing];
}

interface Drawing {
  readonly row: number;
  readonly atoms: AtomSet;
}

type MakeSide = (atoms: AtomSet, exact: Value | undefined, by: readonly Drawing[]) => Side;

function sidesOfCuts(partition: Ordered, cells: readonly Drawing[], side: MakeSide): readonly Side[] {
  const drawnAt = new Map<number, Drawing[]>();
  for (const cell of cells) {
    const cuts = cell.atoms.flatMap(({ first, last }) => [first - 1, last]).filter((cut) => cut >= 0 && cut < partition.cuts.length);
    for (const cut of new Set(cuts)) {
      const drawn = drawnAt.get(cut);
      if (drawn === undefined) drawnAt.set(cut, [cell]);
      else drawn.push(cell);
    }
  }
  const found = new Map<string, { readonly atom: number; readonly exact: Value | undefined; readonly by: Set<Drawing> }>();
  for (const [cut, by] of [...drawnAt].sort(([a], [b]) => a - b)) {
    const { below, above } = valuesBeside(partition, cut);
    for (const [atom, exact] of [[cut, below], [cut + 1, above]] as const) {
      const key = exact === undefined ? `${atom}` : `= ${seenText(exact)}`;
      const known = found.get(key) ?? { atom, exact, by: new Set() };
      found.set(key, known);
      by.forEach((each) => known.by.add(each));
    }
  }
  return [...found.values()].map(({ atom, exact, by }) => side(run(atom, atom), exact, [...by]));
}

/** The values next to a cut, where the line has such; texts and lengths of time are too fine for anyone to mean them. */
function valuesBeside({ type, line, cuts }: Ordered, cut: number): { readonly below: Value | undefined; readonly above: Value | undefined } {
  const at = cuts[cut];
  if (at === undefined || type.kind === 'text' || type.kind === 'days and time duration') return { below: undefined, above: undefined };
  if (line.steps?.below !== undefined) return { below: line.steps.below(at.value), above: at.value };
  return at.after ? { below: at.value, above: undefined } : { below: undefined, above: at.value };
}

/** Values that the cells tell apart: one of each group that the same rows accept; of an ordered enum those at the groups' ends. */
function sidesOfGroups(partition: Partition, cells: readonly Drawing[], present: number, side: MakeSide): readonly Side[] {
  const acceptedBy = Array.from({ length: present }, (): number[] => []);
  for (const { row, atoms } of cells) for (const { first, last } of atoms) for (let atom = first; atom <= last; atom += 1) acceptedBy[atom]?.push(row);
  const groupOf = acceptedBy.map((rows) => rows.join());
  const isAllowed = (atom: number): boolean => partition.atoms[atom]?.allowed === true;
  const allowed = [...groupOf.keys()].filter(isAllowed);
  const groups = new Map<string, number[]>();
  for (const atom of allowed) {
    const group = groups.get(groupOf[atom] ?? '');
    if (group === undefined) groups.set(groupOf[atom] ?? '', [atom]);
    else group.push(atom);
  }
  if (groups.size <= 1) return [];
  const byRow = new Map(cells.map((cell) => [cell.row, cell]));
  // What some rows accept is theirs to show; what none accepts any may show.
  const drawing = (atom: number): readonly Drawing[] => {
    const accepting = (acceptedBy[atom] ?? []).flatMap((row) => byRow.get(row) ?? []);
    return accepting.length === 0 ? cells : accepting;
  };
  const { type } = partition;
  const runs = (atoms: readonly number[]): AtomSet => union(atoms.map((atom) => run(atom, atom)));
  if (type.kind !== 'enum' || type.vocabulary.order === undefined) return [...groups.values()].map((atoms) => side(runs(atoms), undefined, drawing(atoms[0] ?? -1)));
  const differs = (atom: number, other: number): boolean => isAllowed(other) && groupOf[other] !== groupOf[atom];
  return allowed.filter((atom) => differs(atom, atom - 1) || differs(atom, atom + 1)).map((atom) => side(run(atom, atom), undefined, drawing(atom)));
}
