import { test } from 'vitest';
import { expectAnalysis } from '../testing.ts';
import { periodHoles } from './period-holes.ts';

const expectHoles = (codes: Parameters<typeof expectAnalysis>[1], ...texts: readonly string[]): Promise<void> => expectAnalysis([periodHoles], codes, ...texts);

test('a day between two dated tables of a decision', () =>
  expectHoles(
    ['period-hole'],
    `policy p in force 2020-01-01 ..
input days : days
decision «late» : boolean
  table unique in force 2020-01-01 .. 2023-06-30
    | id | days || late  |
    | A1 | -    || false |
  table unique in force 2023-07-02 ..
    | id | days || late |
    | B1 | -    || true |
`,
  ));

test('a table that begins later than its policy, and one that ends before it', () =>
  expectHoles(
    ['period-hole', 'period-hole'],
    `policy p in force 2020-01-01 ..
input days : days
decision «late» : boolean
  table unique in force 2021-01-01 ..
    | id | days || late  |
    | A1 | -    || false |
decision «early» : boolean
  table unique in force .. 2021-01-01
    | id | days || early |
    | A1 | -    || false |
`,
  ));

test('a policy that does not say since when it holds has no hole before its first table, but one after its last', () =>
  expectHoles(
    ['period-hole'],
    `policy p
input days : days
decision «late» : boolean
  table unique in force 2021-01-01 .. 2022-12-31
    | id | days || late  |
    | A1 | -    || false |
`,
  ));

test('a decision that says when it ends has no hole afterwards', () =>
  expectHoles(
    [],
    `policy p in force 2020-01-01 ..
input days : days
decision late : boolean in force 2021-01-01 .. 2022-12-31
  table unique
    | id | days || late  |
    | A1 | -    || false |
`,
  ));

test('a parameter of which no row is in force', () =>
  expectHoles(
    ['period-hole'],
    `policy p in force 2012-01-01 ..
parameter «least»(state : boolean) : percent
  | id | state | in force                 || floor |
  | V1 | true  | 2012-01-01 .. 2018-02-26 || 150%  |
  | V2 | false | 2012-01-01 .. 2018-02-27 || 150%  |
  | V3 | -     | 2018-03-01 ..            || 120%  |
`,
  ));

test('a table that gathers needs no row: without one it gives an empty list', () =>
  expectHoles(
    [],
    `policy p in force 2020-01-01 ..
input days : days
decision signals : list of text
  table collect
    | id | days | in force      || signal |
    | A1 | > 30 | 2021-01-01 .. || "late" |
`,
  ));

test('a row that pauses while others of the table are in force', () =>
  expectHoles(
    ['row-period-hole'],
    `policy p in force 2012-01-01 ..
parameter least(state : boolean) : percent
  | id | state | in force                 || floor |
  | V1 | true  | 2012-01-01 .. 2018-02-27 || 150%  |
  «| V1 | true  | 2018-03-01 ..            || 120%  |»
  | V2 | false | 2012-01-01 ..            || 150%  |
`,
  ));

test('a row that follows upon itself, and one that another table leaves out', () =>
  expectHoles(
    [],
    `policy p in force 2012-01-01 ..
input days : days
decision late : boolean
  table unique in force .. 2018-02-27
    | id | days || late  |
    | V1 | -    || false |
  table unique in force 2018-02-28 .. 2019-12-31
    | id | days || late  |
    | V2 | -    || false |
  table unique in force 2020-01-01 ..
    | id | days | in force                 || late  |
    | V1 | -    | 2020-01-01 .. 2020-12-31 || false |
    | V1 | -    | 2021-01-01 ..            || false |
`,
  ));
