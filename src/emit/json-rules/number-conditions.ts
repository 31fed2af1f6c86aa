import { testOf, type ConditionJson, type FactColumn, type TestJson } from '../../read/json-rules/document.ts';
import { presenceOf } from '../../read/json-rules/presence.ts';
import { accepts, valuesIn } from './accepts.ts';
import type { ConstantTest } from './constant-tests.ts';

/** Numbers from one end to the other; an undefined end is open for ever. */
interface Stretch {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

/**
 * The alternatives of which one holds where a number that is there meets a test: stretches of numbers, whatever the cell
 * is written with. None where no number does. The engine's order tests are false for an absent fact.
 */
export function numberConditions(column: FactColumn, test: ConstantTest): readonly ConditionJson[] {
  const stretches = stretchesOf(test);
  const points = stretches.flatMap(({ low, high }) => (low !== undefined && low === high ? [low] : []));
  if (points.length > 1 && points.length === stretches.length) return [testOf(column, 'in', points)];
  const gaps = gapsBetween(stretches);
  const [gap, another] = gaps ?? [];
  if (gap !== undefined && column.optional !== true) return [another === undefined ? testOf(column, 'notEqual', gap) : testOf(column, 'notIn', gaps)];
  return stretches.map((stretch) => stretchCondition(column, stretch));
}

/** The stretches that a test accepts, ascending: of the values that it names and of what lies between them. */
function stretchesOf(test: ConstantTest): readonly Stretch[] {
  const named = [...new Set(valuesIn(test).filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
  // Values stand at the odd places, what lies before, between and behind them at the even ones.
  const places = Array.from({ length: 2 * named.length + 1 }, (_, place) => accepts(test, place, (value) => 2 * named.findIndex((each) => each === value) + 1));
  const stretches: Stretch[] = [];
  for (let from = places.indexOf(true); from !== -1; from = places.indexOf(true, from)) {
    const next = places.indexOf(false, from);
    const to = (next === -1 ? places.length : next) - 1;
    stretches.push({ low: named[Math.ceil(from / 2) - 1], high: named[Math.floor(to / 2)], lowClosed: from % 2 === 1, highClosed: to % 2 === 1 });
    from = to + 1;
  }
  return stretches;
}

/** The numbers left out, where stretches are all others. */
function gapsBetween(stretches: readonly Stretch[]): readonly number[] | undefined {
  if (stretches[0]?.low !== undefined || stretches.at(-1)?.high !== undefined) return undefined;
  const ends = stretches.slice(0, -1).map(({ high, highClosed }, index) => {
    const next = stretches[index + 1];
    return high !== undefined && high === next?.low && !highClosed && !next.lowClosed ? high : undefined;
  });
  return ends.every((end) => end !== undefined) ? ends : undefined;
}

function stretchCondition(column: FactColumn, { low, high, lowClosed, highClosed }: Stretch): ConditionJson {
  if (low !== undefined && low === high) return testOf(column, 'equal', low);
  const bounds: readonly TestJson[] = [
    ...(low === undefined ? [] : [testOf(column, lowClosed ? 'greaterThanInclusive' : 'greaterThan', low)]),
    ...(high === undefined ? [] : [testOf(column, highClosed ? 'lessThanInclusive' : 'lessThan', high)]),
  ];
  const [only, another] = bounds;
  if (only !== undefined && another === undefined) return only;
  return bounds.length > 0 ? { all: bounds } : (presenceOf(column) ?? { all: [] });
}
