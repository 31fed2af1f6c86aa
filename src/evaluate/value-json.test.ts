import { expect, test } from 'vitest';
import { FeelFunction } from '../feel/values/function.ts';
import { FeelRange } from '../feel/values/range.ts';
import { parseTemporal } from '../feel/values/temporal.ts';
import type { Type } from '../model/type.ts';
import type { Value } from '../feel/values/value.ts';
import { any, boolean, count, date, days, decimal, member, money, number, numberType, percent, text } from './fixtures/expressions.ts';
import { enumOf } from './fixtures/model.ts';
import { valueToJson } from './value-json.ts';

const Class = enumOf('Class', ['normal', 'loss']);
const record: Type = { kind: 'record', name: 'Loan', fields: new Map([['balance', { type: money, optional: false, label: undefined }]]) };

test.each<[string, Value, Type, unknown]>([
  ['days are JSON numbers', decimal('91'), days, 91],
  ['months too', decimal('12'), numberType({ kind: 'months' }, '1'), 12],
  ['counts too', decimal('-3'), count, -3],
  ['a count beyond 2^53 is a string, to the last digit', decimal('9007199254740993'), count, '9007199254740993'],
  ['money shows the digits of its grain', decimal('250000'), money, '250000.00'],
  ['money shows them where they are zero', decimal('0.5'), money, '0.50'],
  ['money of a coarse grain', decimal('30000'), numberType({ kind: 'money', currency: 'CNY' }, '10000'), '30000'],
  ['percent is a plain decimal string', decimal('0.25'), percent, '0.25'],
  ['a number is a plain decimal string', decimal('1e3'), number, '1000'],
  ['exact to the last digit', decimal('0.1000000000000000055'), number, '0.1000000000000000055'],
  ['a boolean', true, boolean, true],
  ['text', '贷款', text, '贷款'],
  ['an enum member is its name', member(Class, 'loss'), Class.type, 'loss'],
  ['a date', date('2024-01-31'), { kind: 'date', allowed: undefined }, '2024-01-31'],
  ['a duration', parseTemporal('P1Y2M') ?? null, { kind: 'years and months duration', allowed: undefined }, 'P1Y2M'],
  ['null', null, any, null],
  ['a list by its items’ type', [decimal('1'), decimal('2')], { kind: 'list', item: days }, [1, 2]],
  ['a record by its fields’ types', new Map([['balance', decimal('1')]]), record, { balance: '1.00' }],
  ['a range is its text', new FeelRange(decimal('1'), decimal('7'), true, false), any, '[1..7)'],
  ['a function is its text', new FeelFunction(['x'], () => null), any, 'function(x)'],
])('%s', (_, value, type, json) => {
  expect(valueToJson(value, type)).toEqual(json);
});

test('an object has no prototype, so __proto__ is a key like any other', () => {
  const json = valueToJson(new Map([['__proto__', decimal('1')]]), any);
  expect(Object.getPrototypeOf(json)).toBeNull();
  expect(JSON.stringify(json)).toBe('{"__proto__":"1"}');
});
