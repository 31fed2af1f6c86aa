import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compared, date, days, decimal, enumConstant, equals, isMissing, anything, num, read, within } from '../evaluate/fixtures/expressions.ts';
import { always, enumOf, fact, from, otherwise, row, table } from '../evaluate/fixtures/model.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import { MISSING } from '../feel/values/value.ts';
import type { Period } from '../model/policy.ts';
import { contains } from './atom-set.ts';
import { locator } from './scale.ts';
import { tableBoxes, witnessAt } from './table-boxes.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const overdue = fact('loan.overdue_days', days);
const recovery = fact('loan.recovery_days', days, { optional: true });

const dated = table('unique', [read(overdue), read(recovery)], Class.type, [
  row('A', [within('0', '90'), anything], enumConstant(Class, 'normal')),
  row('B', [compared('>', num('90')), isMissing], enumConstant(Class, 'special_mention'), { inForce: from('2020-01-01', '2023-06-30') }),
  row('B', [compared('>=', num('91')), equals(num('5'))], enumConstant(Class, 'loss'), { inForce: from('2023-07-01') }),
  otherwise('Z', 2, enumConstant(Class, 'loss')),
]);

test('a table has a dimension for each column, and one of time', () => {
  const boxes = tableBoxes(dated, always);
  expect(boxes.rows.map(({ id }) => id)).toEqual(['A', 'B', 'B']);
  expect(boxes.otherwise.map(({ id }) => id)).toEqual(['Z']);
  expect(boxes.columns.map(({ partition }) => partition.atoms.length)).toEqual([3, 4]);
  expect(boxes.time.partition.atoms).toHaveLength(3);
});

test('rows of one id, one following the other, share no atom of time', () => {
  const { time } = tableBoxes(dated, always);
  expect(time.cells.map(({ atoms }) => atoms)).toEqual([[{ first: 0, last: 2 }], [{ first: 1, last: 1 }], [{ first: 2, last: 2 }]]);
});

test("dates outside the decision's or the table's own period are atoms that are not allowed", () => {
  const within = table('unique', [], Class.type, [row('A', [], enumConstant(Class, 'normal'))], { inForce: from('2022-01-01', '2024-12-31') });
  const { time } = tableBoxes(within, from('2023-01-01'));
  expect(time.partition.atoms.map(({ allowed }) => allowed)).toEqual([false, true, false]);
  const never = tableBoxes(within, from('2025-01-01')).time;
  expect(never.partition.atoms.map(({ allowed }) => allowed)).toEqual([false]);
});

test('a point has a witness: values and a date that only its own rows accept', () => {
  const boxes = tableBoxes(dated, always);
  expect(witnessAt(boxes, { columns: [2, 3], time: 1 })).toEqual({ values: [decimal('91'), MISSING], asOf: date('2020-01-01') });
  expect(() => witnessAt(boxes, { columns: [9, 0], time: 0 })).toThrow('a column has no atom 9');
});

const day = fc.integer({ min: 19_700, max: 19_712 });
const period: fc.Arbitrary<Period> = fc.record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) }).map(({ from: first, to: last }) => ({
  from: first === undefined ? undefined : new FeelDate(first),
  to: last === undefined ? undefined : new FeelDate(last),
}));

test('a row is in force on exactly the days of the atoms that its box has', () => {
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), period, (periods, own) => {
      const rows = periods.map((inForce, index) => row(`R${index}`, [], enumConstant(Class, 'normal'), { inForce }));
      const { time } = tableBoxes(table('unique', [], Class.type, rows, { inForce: own }), always);
      const locate = locator(time.partition);
      for (let each = 19_698; each < 19_715; each += 1) {
        const atom = locate(new FeelDate(each));
        expect(time.partition.atoms[atom]?.allowed).toBe(includes(own, each));
        periods.forEach((inForce, index) => expect(contains(time.cells[index]?.atoms ?? [], atom)).toBe(includes(inForce, each)));
      }
    }),
  );
});

function includes({ from: first, to: last }: Period, each: number): boolean {
  return (first === undefined || first.epochDay <= each) && (last === undefined || each <= last.epochDay);
}
