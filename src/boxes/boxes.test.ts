import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../feel/values/compare.ts';
import { decimalOf, parseDecimal } from '../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../feel/values/duration.ts';
import { EnumMember } from '../feel/values/enum.ts';
import type { Vocabulary } from '../feel/values/enum.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import { MISSING } from '../feel/values/value.ts';
import type { CellTest, Typed } from '../model/expression.ts';
import type { Column } from '../model/policy.ts';
import type { Type } from '../model/type.ts';
import { contains } from './atom-set.ts';
import { crowdOf, findInCrowd } from './crowd.ts';
import { divide } from './division.ts';
import { rowsByAtom } from './rows-by-atom.ts';
import type { RowsFound } from './rows-found.ts';
import { NO_ROW } from './rows-found.ts';
import { locator, scaleOf } from './scale.ts';
import { columnDimension } from './table-boxes.ts';
import type { Dimension } from './table-boxes.ts';
import type { TableIndex } from './table-index.ts';
import { tableIndex } from './table-index.ts';
import { witnessOf } from './witness.ts';

const span = { file: { path: 'generated', text: '' }, start: 0, end: 0 };
const number = (text: string) => parseDecimal(text) ?? decimalOf(0);

const members: EnumMember[] = [];
const vocabulary: Vocabulary = { name: 'Class', members, order: 'worst last' };
['normal', 'special', 'substandard', 'doubtful', 'loss'].forEach((name, rank) => members.push(new EnumMember(vocabulary, name, rank)));

/** A type, and values to put in its cells and to look up: few, near each other, so that bounds meet. */
interface Domain {
  readonly type: Type;
  readonly bounds: fc.Arbitrary<Value>;
  readonly values: fc.Arbitrary<Value>;
  readonly ordered: boolean;
}

const quantity = (grain: string | undefined): Type => ({ kind: 'number', unit: { kind: 'number' }, grain: grain === undefined ? undefined : number(grain), allowed: undefined });
const hundredths = fc.integer({ min: -300, max: 300 }).map((cents) => number(`${cents / 100}`));
const whole = fc.integer({ min: -5, max: 12 }).map((count) => decimalOf(count));
const huge = fc.constantFrom('1e30', '-1e30', '9007199254740993', '4503599627370497', '0.00000000000000000000000000000001').map(number);
const texts = fc.constantFrom('', 'a', 'a\0', 'ab', 'b', '__proto__', '贷款', '\ue000', '\u{10000}');

const domains: readonly Domain[] = [
  { type: quantity('1'), bounds: fc.oneof(whole, hundredths), values: whole, ordered: true },
  { type: quantity('0.01'), bounds: fc.oneof(hundredths, whole), values: hundredths, ordered: true },
  { type: quantity('0.25'), bounds: hundredths, values: whole.map((count) => number(`${(count.coefficient as number) / 4}`)), ordered: true },
  { type: quantity(undefined), bounds: fc.oneof(hundredths, huge), values: fc.oneof(hundredths, huge, fc.integer({ min: -3000, max: 3000 }).map((n) => number(`${n / 1000}`))), ordered: true },
  { type: { kind: 'boolean' }, bounds: fc.boolean(), values: fc.boolean(), ordered: false },
  { type: { kind: 'enum', vocabulary, allowed: undefined }, bounds: fc.constantFrom(...members), values: fc.constantFrom(...members), ordered: true },
  { type: { kind: 'text', allowed: undefined }, bounds: texts, values: fc.oneof(texts, fc.string()), ordered: false },
  { type: { kind: 'text', allowed: undefined }, bounds: texts, values: fc.oneof(texts, fc.string()), ordered: true },
  { type: { kind: 'date', allowed: undefined }, bounds: fc.integer({ min: 19000, max: 19010 }).map((day) => new FeelDate(day)), values: fc.integer({ min: 18998, max: 19012 }).map((day) => new FeelDate(day)), ordered: true },
  { type: { kind: 'years and months duration', allowed: undefined }, bounds: fc.integer({ min: 0, max: 6 }).map((months) => new MonthsDuration(months)), values: fc.integer({ min: -1, max: 7 }).map((months) => new MonthsDuration(months)), ordered: true },
  { type: { kind: 'days and time duration', allowed: undefined }, bounds: fc.integer({ min: 0, max: 6 }).map((n) => new DaysDuration(BigInt(n))), values: fc.integer({ min: -1, max: 7 }).map((n) => new DaysDuration(BigInt(n))), ordered: true },
];

const constant = (value: Value, type: Type): Typed => ({ kind: 'constant', value, type, span });

function cellOf({ type, bounds, ordered }: Domain): fc.Arbitrary<CellTest> {
  const operators = ordered ? (['=', '!=', '<', '<=', '>', '>='] as const) : (['=', '!='] as const);
  const compared = fc.record({ operator: fc.constantFrom(...operators), operand: bounds }).map(({ operator, operand }): CellTest => ({ kind: 'compare', operator, operand: constant(operand, type), span }));
  const end = fc.option(bounds, { nil: undefined });
  const between = fc.record({ low: end, high: end, lowClosed: fc.boolean(), highClosed: fc.boolean() }).map(({ low, high, lowClosed, highClosed }): CellTest => ({
    kind: 'between',
    low: low === undefined ? undefined : constant(low, type),
    high: high === undefined ? undefined : constant(high, type),
    lowClosed,
    highClosed,
    span,
  }));
  const within = fc.array(bounds, { maxLength: 3 }).map((items): CellTest => ({ kind: 'within', container: { kind: 'list', items: items.map((item) => constant(item, type)), type: { kind: 'list', item: type }, span }, span }));
  const simple = fc.oneof(fc.constant<CellTest>({ kind: 'any', span }), fc.constant<CellTest>({ kind: 'missing', span }), { weight: 4, arbitrary: compared }, { weight: ordered ? 3 : 0, arbitrary: between }, within);
  const several = fc.array(simple, { minLength: 1, maxLength: 3 }).map((tests): CellTest => ({ kind: 'one of', tests, span }));
  const negated = fc.oneof(simple, several).map((one): CellTest => ({ kind: 'not', test: one, span }));
  return fc.oneof({ weight: 5, arbitrary: simple }, several, negated);
}

/** The oracle: a test of one value, by the words of the model, knowing nothing of atoms. */
function accepts(cell: CellTest, value: Value | Missing): boolean {
  if (cell.kind === 'any') return true;
  if (value === MISSING) return cell.kind === 'missing' || (cell.kind === 'one of' && cell.tests.some((one) => accepts(one, value)));
  switch (cell.kind) {
    case 'missing':
      return false;
    case 'compare':
      return holds(cell.operator, value, valueOf(cell.operand));
    case 'between':
      return (
        (cell.low === undefined || holds(cell.lowClosed ? '>=' : '>', value, valueOf(cell.low))) &&
        (cell.high === undefined || holds(cell.highClosed ? '<=' : '<', value, valueOf(cell.high)))
      );
    case 'within':
      return cell.container.kind === 'list' && cell.container.items.some((item) => holds('=', value, valueOf(item)));
    case 'one of':
      return cell.tests.some((one) => accepts(one, value));
    case 'not':
      return !accepts(cell.test, value);
    case 'holds':
      throw new Error('not generated');
  }
}

function valueOf(expression: Typed): Value {
  if (expression.kind !== 'constant') throw new Error('not generated');
  return expression.value;
}

const columnOf = (type: Type, mayBeMissing = true): Column => ({ text: 'x', expression: constant(null, type), mayBeMissing, span });

const columnCase = fc.constantFrom(...domains).chain((domain) =>
  fc.record({
    domain: fc.constant(domain),
    cells: fc.array(cellOf(domain), { minLength: 1, maxLength: 6 }),
    values: fc.array(fc.oneof({ weight: 6, arbitrary: domain.values }, fc.constant(MISSING)), { minLength: 1, maxLength: 20 }),
  }),
);

test('a cell accepts a value exactly if it accepts its atom, and a constant cell is never open', () => {
  fc.assert(
    fc.property(columnCase, ({ domain, cells, values }) => {
      const dimension = columnDimension(columnOf(domain.type), cells);
      const locate = locator(dimension.partition);
      for (const value of values) {
        const atom = locate(value);
        expect(atom).toBeGreaterThanOrEqual(0);
        dimension.cells.forEach(({ atoms, open }, row) => {
          expect(open).toBe(false);
          expect(contains(atoms, atom)).toBe(accepts(cells[row] ?? { kind: 'any', span }, value));
        });
      }
    }),
    { numRuns: 2000 },
  );
});

test("each atom's witness lies in it and in no other", () => {
  fc.assert(
    fc.property(columnCase, ({ domain, cells }) => {
      const { partition } = columnDimension(columnOf(domain.type), cells);
      const locate = locator(partition);
      partition.atoms.forEach((atom, index) => {
        const witness = witnessOf(atom);
        expect(witness).toBeDefined();
        if (witness !== undefined) expect(locate(witness)).toBe(index);
      });
    }),
    { numRuns: 1000 },
  );
});

test('atoms are no finer than the cells need: two neighbours differ for some cell', () => {
  fc.assert(
    fc.property(columnCase, ({ domain, cells }) => {
      const { partition, cells: sets } = columnDimension(columnOf(domain.type), cells.filter((cell) => cell.kind === 'compare'));
      if (partition.kind !== 'ordered') return;
      for (let atom = 1; atom <= partition.cuts.length; atom += 1) {
        expect(sets.some(({ atoms }) => contains(atoms, atom) !== contains(atoms, atom - 1))).toBe(true);
      }
    }),
  );
});

const tableCase = fc
  .tuple(fc.array(fc.constantFrom(...domains), { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 5, 31, 32, 80, 200))
  .chain(([columns, rowCount]) =>
    fc.record({
      columns: fc.constant(columns),
      // A short list of cells, cycled through, makes tables of any length quickly.
      palette: fc.tuple(...columns.map((domain) => fc.array(cellOf(domain), { minLength: 1, maxLength: 40 }))),
      rowCount: fc.constant(rowCount),
      cases: fc.array(fc.tuple(...columns.map((domain) => fc.oneof({ weight: 6, arbitrary: domain.values }, fc.constant(MISSING)))), { minLength: 1, maxLength: 10 }),
    }),
  );

function tableOf(columns: readonly Domain[], palette: readonly (readonly CellTest[])[], rowCount: number) {
  const cellAt = (row: number, column: number): CellTest => palette[column]?.[(row * (2 * column + 1)) % (palette[column]?.length ?? 1)] ?? { kind: 'any', span };
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const dimensions = columns.map((domain, column) => columnDimension(columnOf(domain.type), rows.map((row) => cellAt(row, column))));
  return { cellAt, rows, dimensions };
}

test('the index finds the rows that testing row by row finds, in order', () => {
  fc.assert(
    fc.property(tableCase, ({ columns, palette, rowCount, cases }) => {
      const { cellAt, dimensions, rows } = tableOf(columns, palette, rowCount);
      const index = tableIndex(dimensions, rowCount);
      for (const values of cases) {
        const expected = rows.filter((row) => values.every((value, column) => accepts(cellAt(row, column), value)));
        expect(lookUp(index, values)).toEqual(expected);
      }
    }),
    { numRuns: 500 },
  );
});

function lookUp(index: TableIndex, values: readonly (Value | Missing)[]): readonly number[] {
  const at = (column: number): Value | Missing => values[column] ?? null;
  if (index.kind === 'masks') {
    const mask = index.columns.reduce((rows, { column, locate, masks }) => rows & (masks[locate(at(column))] ?? 0), index.all);
    return Array.from({ length: 31 }, (_, row) => row).filter((row) => (mask & (1 << row)) !== 0);
  }
  return listed(index.find(index.columns.map(({ column, place }) => place(at(column)))));
}

function listed(found: RowsFound): readonly number[] {
  return typeof found === 'number' ? [found].filter((row) => row !== NO_ROW) : found;
}

test('with too little memory for exact sets, neighbouring atoms share one that holds all their rows', () => {
  const cells = Array.from({ length: 100 }, (_, row) => [{ first: row, last: Math.min(row + 40, 99) }]);
  const exact = rowsByAtom(100, cells);
  const coarse = rowsByAtom(100, cells, 40);
  expect(new Set(coarse).size).toBeLessThan(new Set(exact).size / 5);
  coarse.forEach((set, atom) => expect(set.size).toBeGreaterThanOrEqual(exact[atom]?.size ?? 0));
});

test('a crowd finds the rows that testing row by row finds, with enough memory for exact sets or not', () => {
  fc.assert(
    fc.property(tableCase, fc.constantFrom(undefined, 20), ({ columns, palette, rowCount, cases }, mostWords) => {
      const { cellAt, dimensions, rows } = tableOf(columns, palette, rowCount);
      const scales = dimensions.map(({ partition, cells }, column) => ({ column, ...scaleOf(partition), cells: cells.map(({ atoms }) => atoms) }));
      const all = Int32Array.from(rows);
      const crowd = crowdOf(all, scales.map((scale) => divide(scale, all)).filter((division) => division !== undefined), mostWords);
      for (const values of cases) {
        const found = findInCrowd(crowd, scales.map(({ place }, column) => place(values[column] ?? null)));
        expect(listed(found)).toEqual(rows.filter((row) => values.every((value, column) => accepts(cellAt(row, column), value))));
      }
    }),
    { numRuns: 200 },
  );
});

test('a table in which no cell tests anything finds all of its rows', () => {
  const any = Array.from({ length: 40 }, (): CellTest => ({ kind: 'any', span }));
  expect(lookUp(tableIndex([columnDimension(columnOf(quantity('1')), any)], 40), [decimalOf(1)])).toHaveLength(40);
});

function dimensionOf(type: Type, cells: readonly CellTest[]): Dimension {
  return columnDimension(columnOf(type, false), cells);
}
const above = (operator: '>' | '>=', operand: string): CellTest => ({ kind: 'compare', operator, operand: constant(number(operand), quantity(undefined)), span });

test('on whole numbers, > 90 and >= 91 are the same bound', () => {
  expect(dimensionOf(quantity('1'), [above('>', '90'), above('>=', '91')]).partition.atoms).toHaveLength(2);
});

test('without a grain, > 90 and >= 91 are different bounds', () => {
  expect(dimensionOf(quantity(undefined), [above('>', '90'), above('>=', '91')]).partition.atoms).toHaveLength(3);
});

test('atoms outside the declared range are marked', () => {
  const days: Type = { kind: 'number', unit: { kind: 'days' }, grain: decimalOf(1), allowed: { text: '>= 0', alternatives: [{ low: decimalOf(0), high: undefined, lowClosed: true, highClosed: false }] } };
  const { partition } = dimensionOf(days, [above('>', '90')]);
  expect(partition.atoms.map(({ allowed }) => allowed)).toEqual([false, true, true]);
});

test('a cell that computes is open over all that is not missing', () => {
  const computed: CellTest = { kind: 'compare', operator: '>', operand: { kind: 'variable', name: 'limit', type: quantity(undefined), span }, span };
  const { partition, cells } = columnDimension(columnOf(quantity('1')), [computed, above('>', '90')]);
  expect(cells[0]).toEqual({ atoms: [{ first: 0, last: 1 }], open: true });
  expect(partition.atoms.at(-1)?.kind).toBe('missing');
});

test('a value of another type has no atom', () => {
  for (const { type, bounds } of domains) {
    const partition = dimensionOf(type, fc.sample(bounds, 3).map((operand): CellTest => ({ kind: 'compare', operator: '=', operand: constant(operand, type), span }))).partition;
    expect(locator(partition)(null)).toBe(-1);
    expect(locator(partition)(MISSING)).toBe(-1);
  }
});
