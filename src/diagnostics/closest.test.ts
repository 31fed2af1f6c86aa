import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest } from './closest.ts';

test('finds the name with one slip in it', () => {
  const names = ['overdue_days', 'balance', 'guarantee'];
  expect(closest('overdue_day', names)).toBe('overdue_days');
  expect(closest('ovedrue_days', names)).toBe('overdue_days');
  expect(closest('Balance', names)).toBe('balance');
  expect(closest('gaurantee', names)).toBe('guarantee');
});

test('finds Chinese names', () => {
  expect(closest('逾期天', ['担保方式', '逾期天数'])).toBe('逾期天数');
});

test('suggests nothing that is far away', () => {
  expect(closest('collateral', ['overdue_days', 'balance'])).toBeUndefined();
  expect(closest('x', ['a', 'b'])).toBeUndefined();
  expect(closest('', ['a'])).toBeUndefined();
});

test('prefers the nearest, and the first of equally near ones', () => {
  expect(closest('class', ['clasp', 'class', 'clash'])).toBe('class');
  expect(closest('clas', ['clam', 'clan'])).toBe('clam');
});

test('a name is always closest to itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string({ minLength: 1 })), (name, others) => {
      expect(closest(name, [...others, name])?.toLowerCase()).toBe(name.toLowerCase());
    }),
  );
});
