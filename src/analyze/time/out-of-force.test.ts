import { test } from 'vitest';
import { expectAnalysis } from '../testing.ts';
import { readsOutOfForce } from './out-of-force.ts';

const expectRead = (codes: Parameters<typeof expectAnalysis>[1], ...texts: readonly string[]): Promise<void> => expectAnalysis([readsOutOfForce], codes, ...texts);

test('a parameter that begins after the decision that calls it, with a case', () =>
  expectRead(
    ['read-out-of-force'],
    `policy p in force 2020-01-01 ..
input balance : money CNY
parameter rate() : percent in force 2021-01-01 ..
  | id | in force      || rate |
  | R1 | 2021-01-01 .. || 1%   |
decision due : number = balance * «rate()»
`,
  ));

test('a decision that ends before the one that reads it', () =>
  expectRead(
    ['read-out-of-force'],
    `policy p in force 2020-01-01 ..
input days : days
decision late : boolean in force .. 2024-12-31 = days > 90
decision bad : boolean = «late» and days > 0
`,
  ));

test('no hole where the reader says that it begins no earlier, or no one says since when', () =>
  expectRead(
    [],
    `policy p
input balance : money CNY
parameter rate() : percent
  | id | in force      || rate |
  | R1 | 2021-01-01 .. || 1%   |
decision due : number in force 2021-01-01 .. = balance * rate()
decision ever : number = balance * rate()
`,
  ));

test('a call that the date keeps from being made is none', () =>
  expectRead(
    ['read-out-of-force'],
    `policy p in force 2020-01-01 ..
input balance : money CNY
parameter rate() : percent in force 2021-01-01 ..
  | id | in force      || rate |
  | R1 | 2021-01-01 .. || 1%   |
decision guarded : number = if as_of < 2021-01-01 then 0 else balance * rate()
decision unguarded : number = if balance < 100 then 0 else balance * «rate()»
decision dated : number
  table unique
    | id | balance | in force                 || dated            |
    | A  | -       | 2020-01-01 .. 2020-12-31 || 0                |
    | B  | -       | 2021-01-01 ..            || balance * rate() |
`,
  ));

test('a call inside a function counts on the days of those that call it', () =>
  expectRead(
    ['read-out-of-force'],
    `policy rates
parameter rate() : percent
  | id | in force      || rate |
  | R1 | 2021-01-01 .. || 1%   |
function doubled() : percent = 2 * «rate()»
`,
    `policy p in force 2020-01-01 ..
import rates
input balance : money CNY
decision due : number = balance * rates.doubled()
`,
  ));
