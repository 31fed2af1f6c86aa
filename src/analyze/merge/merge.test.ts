import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { mergeableRows } from './merge.ts';

const expectMergeable = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(mergeableRows, snippet, expected);

test('neighbours on a line, and members of an enum', () =>
  expectMergeable(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.guarantee   || floor           |
        | F1 | 0..30             | -                || normal          |
        | F2 | 31..90            | -                || normal          |
        | F3 | > 90              | credit           || loss            |
        | F4 | > 90              | pledge           || loss            |
        | F5 | > 90              | mortgage         || doubtful        |
        | F6 | > 90              | guaranteed       || special_mention |
    `,
    [
      'rows-mergeable at 4: `floor.F1`, `floor.F2` differ only in `loan.overdue_days`, where one cell could cover all of them',
      'rows-mergeable at 6: `floor.F3`, `floor.F4` differ only in `loan.guarantee`, where one cell could cover all of them',
    ],
  ));

test('a row written twice for periods that follow each other', () =>
  expectMergeable(
    `
    decision floor : Class
      table unique in force 2020-01-01 ..
        | id | loan.refinanced || floor  | in force      |
        | F1 | true            || loss   | .. 2022-12-31 |
        | F1 | true            || loss   | 2023-01-01 .. |
        | F2 | false           || normal | -             |
    `,
    ['rows-mergeable at 4: `floor.F1`, `floor.F1` differ only in their period, where one cell could cover all of them'],
  ));

test('not where something lies between, where annotations differ, or where an exception aims at one', () =>
  expectMergeable(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor           || cites           |
        | F1 | 0..30             || normal          || -               |
        | F2 | 31..60            || special_mention || -               |
        | F3 | 61..90            || normal          || -               |
        | F4 | 91..180           || loss            || Measures art 9  |
        | F5 | > 180             || loss            || Measures art 10 |
    decision eased : Class
      table unique
        | id | loan.overdue_days || eased  |
        | E1 | <= 90             || normal |
        | E2 | > 90              || normal |
      exception refinanced to E2
        when loan.refinanced
        then loss
    `,
    [],
  ));

test('not where they stand apart', () =>
  expectMergeable(
    `
    decision floor : Class
      table first
        | id | loan.overdue_days | loan.refinanced || floor  |
        | F1 | > 180             | -               || loss   |
        | F2 | -                 | true            || normal |
        | F3 | 91..180           | -               || loss   |
        | F4 | -                 | -               || normal |
    `,
    [],
  ));

test('not where every row that matches counts, nor the values of a parameter', () =>
  expectMergeable(
    `
    decision signals : list of text
      table collect
        | id | loan.overdue_days || signals |
        | S1 | 61..90            || "late"  |
        | S2 | > 90              || "late"  |
    parameter rate(class : Class) : percent
      | id | class  || rate |
      | P1 | normal || 1%   |
      | P2 | loss   || 1%   |
    `,
    [],
  ));
