import type { Builtin, BuiltinSignature } from './builtin.ts';
import type { Position } from '../values/range-position.ts';
import { compareGaps, endsWhereStarts, positionOf } from '../values/range-position.ts';
import { FeelRange } from '../values/range.ts';
import type { Type } from '../../model/type.ts';
import type { Value } from '../values/value.ts';
import { feelError } from '../values/error.ts';
import { kindOf } from '../values/kind.ts';
import { ANY, BOOLEAN, always } from './result-types.ts';
import { isContext, isList } from './shapes.ts';

const RANGE: Type = { kind: 'range', item: ANY };

type Relation = (a: Position, b: Position) => boolean;
type Role = 'point' | 'range';
/** The roles that a relation is defined for; DMN names its parameters after them. */
type Shape = readonly [Role, Role];

const POINT_POINT: Shape = ['point', 'point'];
const POINT_RANGE: Shape = ['point', 'range'];
const RANGE_POINT: Shape = ['range', 'point'];
const RANGE_RANGE: Shape = ['range', 'range'];

const before: Relation = (a, b) => compareGaps(a.end, b.start) <= 0;
const overlaps: Relation = (a, b) => compareGaps(a.end, b.start) > 0 && compareGaps(a.start, b.end) < 0;
const overlapsBefore: Relation = (a, b) => compareGaps(a.start, b.start) < 0 && compareGaps(a.end, b.start) > 0 && compareGaps(a.end, b.end) <= 0;
const finishes: Relation = (a, b) => compareGaps(a.end, b.end) === 0 && compareGaps(a.start, b.start) >= 0;
const includes: Relation = (a, b) => compareGaps(a.start, b.start) <= 0 && compareGaps(a.end, b.end) >= 0;
const starts: Relation = (a, b) => compareGaps(a.start, b.start) === 0 && compareGaps(a.end, b.end) <= 0;
const coincides: Relation = (a, b) => compareGaps(a.start, b.start) === 0 && compareGaps(a.end, b.end) === 0;

const converse =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

/** DMN 1.5, table 78: how points and ranges lie to each other. */
export const relationBuiltins: readonly Builtin[] = [
  relationBuiltin('before', before, [POINT_POINT, POINT_RANGE, RANGE_POINT, RANGE_RANGE]),
  relationBuiltin('after', converse(before), [POINT_POINT, POINT_RANGE, RANGE_POINT, RANGE_RANGE]),
  relationBuiltin('meets', endsWhereStarts, [RANGE_RANGE]),
  relationBuiltin('met by', converse(endsWhereStarts), [RANGE_RANGE]),
  relationBuiltin('overlaps', overlaps, [RANGE_RANGE]),
  relationBuiltin('overlaps before', overlapsBefore, [RANGE_RANGE]),
  relationBuiltin('overlaps after', converse(overlapsBefore), [RANGE_RANGE]),
  relationBuiltin('finishes', finishes, [POINT_RANGE, RANGE_RANGE]),
  relationBuiltin('finished by', converse(finishes), [RANGE_POINT, RANGE_RANGE]),
  relationBuiltin('includes', includes, [RANGE_POINT, RANGE_RANGE]),
  relationBuiltin('during', converse(includes), [POINT_RANGE, RANGE_RANGE]),
  relationBuiltin('starts', starts, [POINT_RANGE, RANGE_RANGE]),
  relationBuiltin('started by', converse(starts), [RANGE_POINT, RANGE_RANGE]),
  relationBuiltin('coincides', coincides, [POINT_POINT, RANGE_RANGE]),
];

/**
 * One signature for each shape, for the sake of the parameters' names. A positional call is checked against the first
 * alone, so each takes any value and the call tells the shapes apart.
 */
function relationBuiltin(name: string, relation: Relation, shapes: readonly Shape[]): Builtin {
  const call = ([first = null, second = null]: readonly (Value | undefined)[]): Value => {
    if (!shapes.some(([left, right]) => left === roleOf(first) && right === roleOf(second))) {
      throw feelError('no-such-relation', { function: name, left: kindOf(first), right: kindOf(second), shapes: shapes.map((shape) => namesOf(shape).join(', ')) });
    }
    return relation(positionOf(first), positionOf(second));
  };
  return { name, signatures: shapes.map((shape) => signatureOf(shape, shapes, call)) };
}

function signatureOf(shape: Shape, shapes: readonly Shape[], call: BuiltinSignature['call']): BuiltinSignature {
  const type = (index: 0 | 1): Type => (shapes.every((other) => other[index] === 'range') ? RANGE : ANY);
  const [first, second] = namesOf(shape);
  return {
    parameters: [
      { name: first, optional: false, type: type(0) },
      { name: second, optional: false, type: type(1) },
    ],
    variadic: false,
    result: always(BOOLEAN),
    call,
  };
}

function namesOf([left, right]: Shape): readonly [string, string] {
  return left === right ? [`${left}1`, `${right}2`] : [left, right];
}

function roleOf(value: Value): Role | undefined {
  if (value instanceof FeelRange) return 'range';
  return value === null || isList(value) || isContext(value) ? undefined : 'point';
}
