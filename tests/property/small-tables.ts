import fc from 'fast-check';

/**
 * Small tables of every kind of column and cell whose rows can be told without any facts, as data: as policy text for
 * us, and as whatever an oracle reads. Nothing here knows of boxes.
 */
export interface SmallTable {
  readonly hitPolicy: HitPolicy;
  readonly columns: readonly SmallColumn[];
  readonly rows: readonly SmallRow[];
}

export type HitPolicy = 'unique' | 'any' | 'first' | 'priority worst first' | 'collect max';

export interface SmallColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly optional: boolean;
}

export interface SmallRow {
  readonly cells: readonly SmallCell[];
  /** The first and the last day on which it is in force; days count from 2024-01-01. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly output: number;
}

export type SmallCell =
  | { readonly kind: 'any' }
  | { readonly kind: 'tests'; readonly tests: readonly SmallTest[]; readonly negated: boolean; readonly orMissing: boolean };

/** Bounds stand in the kind's own numbers: `textOf` spells them. */
export type SmallTest =
  | { readonly kind: 'compare'; readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly bound: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number; readonly lowClosed: boolean; readonly highClosed: boolean };

export interface Kind {
  readonly sort: 'whole' | 'dense' | 'member' | 'boolean' | 'date' | 'text';
  readonly type: string;
  readonly ordered: boolean;
  readonly bounds: readonly number[];
  /** On, beside and between the bounds. */
  readonly values: readonly number[];
  readonly textOf: (value: number) => string;
}

const listed = (names: readonly string[]): Pick<Kind, 'bounds' | 'values' | 'textOf'> => ({ bounds: [...names.keys()], values: [...names.keys()], textOf: (value) => names[value] ?? '' });

/** Texts that tables name, and one that they never do. */
export const words = ['"a"', '"b"', '"贷款"', '"elsewhere"'];

export const kinds: readonly Kind[] = [
  { sort: 'whole', type: 'days >= 0', ordered: true, bounds: [0, 1, 7, 90], values: [0, 1, 2, 6, 7, 8, 89, 90, 91], textOf: String },
  { sort: 'whole', type: 'count 0..10', ordered: true, bounds: [0, 3, 10], values: [0, 1, 3, 5, 9, 10], textOf: String },
  { sort: 'dense', type: 'number', ordered: true, bounds: [-1, 0, 0.5, 1], values: [-2, -1, -0.5, 0, 0.25, 0.5, 0.75, 1, 2], textOf: String },
  { sort: 'member', type: 'Class', ordered: true, ...listed(['normal', 'special_mention', 'substandard', 'loss']) },
  { sort: 'member', type: 'Kind', ordered: false, ...listed(['credit', 'mortgage', 'pledge']) },
  { sort: 'boolean', type: 'boolean', ordered: false, ...listed(['false', 'true']) },
  { sort: 'date', type: 'date', ordered: true, bounds: [10, 40], values: [9, 10, 11, 39, 40, 41], textOf: dayText },
  { sort: 'text', type: 'text', ordered: false, bounds: [0, 1, 2], values: [0, 1, 2, 3], textOf: (value) => words[value] ?? '' },
];

export function dayText(day: number): string {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}

function testOf({ bounds, ordered }: Kind): fc.Arbitrary<SmallTest> {
  const bound = fc.constantFrom(...bounds);
  const equality = fc.record({ kind: fc.constant('compare' as const), operator: fc.constantFrom('=' as const, '=' as const, '!=' as const), bound });
  if (!ordered) return equality;
  const order = fc.record({ kind: fc.constant('compare' as const), operator: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), bound });
  const between = fc.tuple(bound, bound, fc.boolean(), fc.boolean()).map(([a, b, lowClosed, highClosed]): SmallTest => {
    const closed = a === b;
    return { kind: 'between', low: Math.min(a, b), high: Math.max(a, b), lowClosed: closed || lowClosed, highClosed: closed || highClosed };
  });
  return fc.oneof(equality, order, between);
}

function cellOf({ kind, optional }: SmallColumn): fc.Arbitrary<SmallCell> {
  const tests = fc.record({
    kind: fc.constant('tests' as const),
    tests: fc.oneof({ weight: 3, arbitrary: fc.array(testOf(kind), { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(testOf(kind), { minLength: optional ? 0 : 1, maxLength: 3 }) }),
    negated: fc.boolean(),
    orMissing: optional ? fc.boolean() : fc.constant(false),
  });
  const told = tests.map((cell): SmallCell => (cell.tests.length === 0 ? { ...cell, orMissing: true } : cell));
  return fc.oneof({ weight: 1, arbitrary: fc.constant<SmallCell>({ kind: 'any' }) }, { weight: 2, arbitrary: told });
}

const day = fc.option(fc.constantFrom(5, 20, 21), { nil: undefined, freq: 1 });
const period = fc.oneof({ weight: 3, arbitrary: fc.constant({ from: undefined, to: undefined }) }, { weight: 1, arbitrary: fc.record({ from: day, to: day }).filter(({ from, to }) => from === undefined || to === undefined || from <= to) });

export const smallTable: fc.Arbitrary<SmallTable> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 }), fc.constantFrom<HitPolicy>('unique', 'unique', 'unique', 'any', 'first', 'priority worst first', 'collect max'))
  .chain(([drawn, hitPolicy]) => {
    const columns = drawn.map(([kind, chance], index): SmallColumn => ({ name: `fact_${index}`, kind, optional: chance === 0 }));
    const row = fc.record({ cells: fc.tuple(...columns.map(cellOf)), output: fc.integer({ min: 0, max: 3 }), period }).map(({ cells, output, period: inForce }): SmallRow => ({ cells, output, ...inForce }));
    return fc.array(row, { minLength: 1, maxLength: 7 }).map(([first, ...rest]): SmallTable => ({ hitPolicy, columns, rows: first === undefined ? [] : [sayingMissing(columns, first), ...rest] }));
  });

/** A table must say of an optional fact what holds where it is missing. */
function sayingMissing(columns: readonly SmallColumn[], row: SmallRow): SmallRow {
  return { ...row, cells: row.cells.map((cell, column): SmallCell => (columns[column]?.optional === true ? { kind: 'tests', tests: cell.kind === 'tests' ? cell.tests : [], negated: false, orMissing: true } : cell)) };
}

export function cellText({ kind: { textOf } }: SmallColumn, cell: SmallCell): string {
  if (cell.kind === 'any') return '-';
  const tests = cell.tests.map((test) => {
    if (test.kind === 'compare') return test.operator === '=' ? textOf(test.bound) : `${test.operator} ${textOf(test.bound)}`;
    return `${test.lowClosed ? '[' : '('}${textOf(test.low)} .. ${textOf(test.high)}${test.highClosed ? ']' : ')'}`;
  });
  const all = [...tests, ...(cell.orMissing ? ['missing'] : [])].join(', ');
  return cell.negated ? `not(${all})` : all;
}

const outputs = ['normal', 'special_mention', 'substandard', 'loss'];

/** A policy `small` of one decision, `outcome`. */
export function policyText({ hitPolicy, columns, rows }: SmallTable): string {
  const counts = hitPolicy === 'collect max';
  const periodText = ({ from, to }: SmallRow) => (from === undefined && to === undefined ? '-' : `${from === undefined ? '' : dayText(from)} .. ${to === undefined ? '' : dayText(to)}`.trim());
  const lines = rows.map((row, index) => {
    const cells = columns.map((column, at) => cellText(column, row.cells[at] ?? { kind: 'any' }));
    return `    | R${index + 1} | ${cells.join(' | ')} || ${counts ? row.output : (outputs[row.output] ?? '')} | ${periodText(row)} |`;
  });
  return `policy small
type Class = one of ${outputs.join(', ')} ordered, worst last
type Kind = one of credit, mortgage, pledge
${columns.map(({ name, kind, optional }) => `input ${name} : ${kind.type}${optional ? ' optional' : ''}`).join('\n')}
decision outcome : ${counts ? 'number' : 'Class'}
  table ${hitPolicy}
    | id | ${columns.map(({ name }) => name).join(' | ')} || outcome | in force |
${lines.join('\n')}
`;
}

/** A case: for each column a value as its kind counts them, or undefined for missing; and the day of the decision. */
export interface SmallCase {
  readonly values: readonly (number | undefined)[];
  readonly day: number;
}

export function casesFor({ columns }: SmallTable): fc.Arbitrary<SmallCase> {
  const values = columns.map(({ kind, optional }) => fc.option(fc.constantFrom(...kind.values), { nil: undefined, freq: optional ? 3 : 1_000_000 }));
  return fc.record({ values: fc.tuple(...values), day: fc.constantFrom(4, 5, 19, 20, 21, 22) });
}
