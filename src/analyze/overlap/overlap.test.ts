import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { overlaps } from './overlap.ts';
import { replacedOverlaps } from './replaced.ts';

const expectOverlaps = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(overlaps, snippet, expected);

test('rows that share a bound, with different outputs', () =>
  expectOverlaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor           |
        | F1 | 0..90             || normal          |
        | F2 | 90..360           || special_mention |
        | F3 | > 360             || loss            |
    `,
    ['table-overlap at 5: `floor.F1` and `floor.F2` both match the cases where `loan.overdue_days = 90`, with different outputs: `normal` and `special_mention`'],
  ));

test('equal rows, and one inside another', () =>
  expectOverlaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.guarantee || floor  |
        | F1 | 0..90             | pledge         || normal |
        | F2 | 0..90             | pledge         || normal |
        | F3 | -                 | not(pledge)    || normal |
        | F4 | > 360             | credit         || loss   |
    `,
    [
      'table-overlap at 5: `floor.F1` and `floor.F2` have the same cells and both match the cases where `loan.overdue_days <= 90` and `loan.guarantee = pledge`, with the same output `normal`',
      'table-overlap at 7: `floor.F3` and `floor.F4` (which lies inside `floor.F3`) both match the cases where `loan.overdue_days > 360` and `loan.guarantee = credit`, with different outputs: `normal` and `loss`',
    ],
  ));

test('rows that overlap only on some dates', () =>
  expectOverlaps(
    `
    decision floor : Class
      table unique in force 2020-01-01 ..
        | id | loan.overdue_days || floor           | in force      |
        | F1 | 0..90             || normal          | .. 2023-06-30 |
        | F2 | <= 90             || normal          | 2023-06-01 .. |
    `,
    ['table-overlap at 5: `floor.F1` and `floor.F2` both match the cases where `loan.overdue_days <= 90`, from 2023-06-01 to 2023-06-30, with the same output `normal`'],
  ));

test('a missing fact passes `-` and `missing`, and nothing else', () =>
  expectOverlaps(
    `
    decision floor : Class
      table unique
        | id | loan.expected_loss | loan.refinanced || floor  |
        | F1 | missing            | true            || normal |
        | F2 | >= 0               | -               || loss   |
        | F3 | -                  | true            || loss   |
    `,
    [
      'table-overlap at 6: `floor.F3` and `floor.F1` (which lies inside `floor.F3`) both match the cases where `loan.expected_loss = missing` and `loan.refinanced = true`, with different outputs: `loss` and `normal`',
      'table-overlap at 6: `floor.F2` and `floor.F3` both match the cases where `loan.expected_loss != missing` and `loan.refinanced = true`, with the same output `loss`',
    ],
  ));

test('rows of an `any` table may overlap where they agree', () =>
  expectOverlaps(
    `
    decision floor : Class
      table any
        | id | loan.refinanced | loan.overdue_days || floor  |
        | F1 | true            | -                 || loss   |
        | F2 | -               | > 90              || loss   |
        | F3 | false           | <= 100            || normal |
    `,
    ['table-overlap at 6: `floor.F2` and `floor.F3` both match the cases where `loan.refinanced = false` and `loan.overdue_days in 91..100`, with different outputs: `loss` and `normal`'],
  ));

test('outputs that are computed, in an `any` table', () =>
  expectOverlaps(
    `
    decision half : money CNY
      table any
        | id | loan.refinanced | loan.overdue_days || half                 |
        | F1 | true            | -                 || loan.balance         |
        | F2 | -               | > 90              || loan.balance + 0     |
        | F3 | -               | <= 90             || 100.00               |
    `,
    [
      'table-overlap at 6: `half.F1` and `half.F3` both match the cases where `loan.refinanced = true` and `loan.overdue_days <= 90`, with different outputs: `loan.balance` and `100.00`',
      'not-analysed at 4: not analysed: whether rows overlap in `half` could not be settled, because of `loan.balance`',
    ],
  ));

test('columns that exclude each other, and cells that compute', () =>
  expectOverlaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days > 90 | loan.overdue_days || floor  |
        | F1 | true                   | -                 || loss   |
        | F2 | -                      | <= 90             || normal |
    decision share : Class
      table unique
        | id | loan.expected_loss     || share  |
        | S1 | missing                || normal |
        | S2 | < loan.balance * 50%   || normal |
        | S3 | >= loan.balance * 50%  || loss   |
    decision shared : Class
      table unique
        | id | loan.expected_loss     || shared |
        | T1 | missing                || normal |
        | T2 | <= loan.balance * 50%  || normal |
        | T3 | >= loan.balance * 50%  || loss   |
    `,
    ['table-overlap at 17: `shared.T2` and `shared.T3` both match the cases where `loan.expected_loss != missing`, with different outputs: `normal` and `loss`'],
  ));

test('first, priority and lists say themselves what becomes of rows that overlap', () =>
  expectOverlaps(
    `
    decision floor : Class
      table first
        | id | loan.overdue_days || floor  |
        | F1 | > 90              || loss   |
        | F2 | -                 || normal |
    decision signals : list of text
      table collect
        | id | loan.overdue_days || signals |
        | S1 | > 60              || "late"  |
        | S2 | > 90              || "later" |
    `,
    [],
  ));

test('parameters', () =>
  expectOverlaps(
    `
    parameter rate(class : Class) : percent
      | id | class          || rate |
      | P1 | <= substandard || 1%   |
      | P2 | >= substandard || 50%  |
    decision asked : percent = rate(if loan.refinanced then substandard else normal)
    `,
    ['table-overlap at 4: `rate.P1` and `rate.P2` both match the cases where `class = substandard`, with different outputs: `1%` and `50%`'],
  ));

test('what was not compared within the budget is said', () =>
  expectMessages(
    overlaps,
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor  |
        | F1 | 0..5              || normal |
        | F2 | 7..9              || normal |
    `,
    ['analysis-incomplete at 2: not all analysed: whether rows overlap in `floor` was searched for until the budget was spent; not covered: 2 rows from `F1` to `F2` have not all been compared with the others'],
    { budget: 1 },
  ));

test('rows of an `any` table that agree, until an exception replaces what one of them says', () =>
  expectMessages(
    replacedOverlaps,
    `
    decision floor : Class
      table any
        | id | loan.refinanced | loan.overdue_days || floor           |
        | F1 | true            | -                 || special_mention |
        | F2 | -               | > 30              || special_mention |
        | F3 | false           | <= 30             || normal          |
      exception renewal to F1 in force 2024-09-24 ..
        when loan.balance < 1000000
        then normal
      exception harmless to F2
        when loan.overdue_days < 10
        then normal
    `,
    ['table-overlap at 7: `floor.renewal` and `floor.F2` both match the cases where `loan.refinanced = true` and `loan.overdue_days > 30`, with different outputs: `normal` and `special_mention`'],
  ));
