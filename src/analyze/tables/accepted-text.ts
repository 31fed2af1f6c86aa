import type { AtomSet } from '../../boxes/atom-set.ts';
import { difference, intersection } from '../../boxes/atom-set.ts';
import type { Line } from '../../boxes/line.ts';
import type { Atom, Partition } from '../../boxes/partition.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Interval, Type } from '../../model/type.ts';
import { literalOf } from './literal-of.ts';

/** A test as a cell has it: a value that stands alone in a list, or one with an operator. */
interface TestText {
  readonly kind: 'value' | 'comparison' | 'range' | 'missing';
  readonly text: string;
}

/** A column's value lies in some of its atoms, as a condition: `loan.overdue_days > 360`. `all` are those that can occur. */
export function acceptedText(column: string, partition: Partition, accepted: AtomSet, all: AtomSet, named: ReadonlySet<string>): string {
  const isPresent = (atom: Atom | undefined): boolean => atom !== undefined && atom.kind !== 'missing';
  const left = difference(all, accepted);
  const [only] = atomsIn(partition, left);
  if (countOf(left) === 1 && only?.kind === 'missing') return `${column} != missing`;
  const present = atomsIn(partition, accepted).filter(isPresent);
  if (partition.kind === 'listed' && countOf(left) === 1 && only?.kind === 'value' && present.length > 1) {
    const missing = countOf(accepted) > present.length;
    const others = `!= ${literalOf(only.value, partition.type)}`;
    return missing ? `${column} in (${others}, missing)` : `${column} ${others}`;
  }
  const tests = [...presentTests(partition, accepted, all, named), ...(present.length < countOf(accepted) ? [{ kind: 'missing', text: 'missing' } as const] : [])];
  return conditionText(column, tests);
}

function conditionText(column: string, tests: readonly TestText[]): string {
  const [only] = tests;
  if (only === undefined || tests.length > 1) return `${column} in (${beginning(tests.map(({ text }) => text))})`;
  if (only.kind === 'comparison') return `${column} ${only.text}`;
  return only.kind === 'range' ? `${column} in ${only.text}` : `${column} = ${only.text}`;
}

function presentTests(partition: Partition, accepted: AtomSet, all: AtomSet, named: ReadonlySet<string>): readonly TestText[] {
  if (partition.kind !== 'ordered') return atomsIn(partition, accepted).flatMap((atom) => listedTest(atom, partition.type));
  const { line, type, atoms } = partition;
  const lastPresent = atoms.at(-1)?.kind === 'missing' ? atoms.length - 2 : atoms.length - 1;
  const present = intersection(accepted, [{ first: 0, last: lastPresent }]);
  const lowest = all[0]?.first ?? 0;
  const highest = Math.min(all.at(-1)?.last ?? lastPresent, lastPresent);
  return present.flatMap(({ first, last }) => {
    const [start, end] = [atoms[first], atoms[last]];
    if (start?.kind !== 'interval' || end?.kind !== 'interval') return [];
    const low = first === lowest ? undefined : start.interval;
    const high = last === highest ? undefined : end.interval;
    const interval = { low: low?.low, lowClosed: low?.lowClosed ?? false, high: high?.high, highClosed: high?.highClosed ?? false };
    return [intervalTest(withoutNextText(interval), line, type, named)];
  });
}

function listedTest(atom: Atom, type: Type): readonly TestText[] {
  if (atom.kind === 'value') return [{ kind: 'value', text: literalOf(atom.value, type) }];
  if (atom.kind === 'anything') return [{ kind: 'comparison', text: '!= missing' }];
  return atom.kind === 'other text' ? [otherTexts(atom.mentioned.map((text) => literalOf(text, type)))] : [];
}

/** More than so many tests are not listed. */
const MOST_LISTED = 8;

function beginning(texts: readonly string[]): string {
  return [...texts.slice(0, MOST_LISTED), ...(texts.length > MOST_LISTED ? ['…'] : [])].join(', ');
}

function otherTexts(mentioned: readonly string[]): TestText {
  const [first] = mentioned;
  if (first === undefined) return { kind: 'comparison', text: '!= missing' };
  if (mentioned.length === 1) return { kind: 'comparison', text: `!= ${first}` };
  return { kind: 'range', text: `not(${beginning(mentioned)})` };
}

function intervalTest(interval: Interval, line: Line, type: Type, named: ReadonlySet<string>): TestText {
  const { low, high, lowClosed, highClosed } = interval;
  const text = (value: Value): string => literalOf(value, type);
  if (low !== undefined && high !== undefined) {
    if (line.compare(low, high) === 0) return { kind: 'value', text: text(low) };
    const closed = lowClosed && highClosed;
    return { kind: 'range', text: closed ? `${text(low)}..${text(high)}` : `${lowClosed ? '[' : '('}${text(low)}..${text(high)}${highClosed ? ']' : ')'}` };
  }
  if (low !== undefined) {
    const below = lowClosed && !named.has(text(low)) ? line.steps?.below?.(low) : undefined;
    const asWritten = below !== undefined && named.has(text(below));
    return { kind: 'comparison', text: asWritten ? `> ${text(below)}` : `${lowClosed ? '>=' : '>'} ${text(low)}` };
  }
  if (high !== undefined) {
    const above = highClosed && !named.has(text(high)) ? line.steps?.above(high) : undefined;
    const asWritten = above !== undefined && named.has(text(above));
    return { kind: 'comparison', text: asWritten ? `< ${text(above)}` : `${highClosed ? '<=' : '<'} ${text(high)}` };
  }
  return { kind: 'comparison', text: '!= missing' };
}

/** `A` followed by the least character is the text just after `A`: a reader should see `> "A"`. */
function withoutNextText({ low, high, lowClosed, highClosed }: Interval): Interval {
  const isNext = (end: Value | undefined): end is string => typeof end === 'string' && end.endsWith('\0');
  return {
    low: isNext(low) ? low.slice(0, -1) : low,
    lowClosed: isNext(low) ? !lowClosed : lowClosed,
    high: isNext(high) ? high.slice(0, -1) : high,
    highClosed: isNext(high) ? !highClosed : highClosed,
  };
}

function atomsIn({ atoms }: Partition, accepted: AtomSet): readonly Atom[] {
  return accepted.flatMap(({ first, last }) => atoms.slice(first, last + 1));
}

function countOf(set: AtomSet): number {
  return set.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
