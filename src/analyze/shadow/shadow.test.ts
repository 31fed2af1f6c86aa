import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { shadowedRows } from './shadow.ts';

const expectShadowed = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(shadowedRows, snippet, expected);

test('a row below rows that together take every case of it', () =>
  expectShadowed(
    `
    decision floor : Class
      table first
        | id | loan.overdue_days | loan.refinanced || floor           |
        | F1 | > 90              | true            || loss            |
        | F2 | > 60              | false           || doubtful        |
        | F3 | > 100             | -               || special_mention |
        | F4 | -                 | -               || normal          |
    `,
    ['row-shadowed at 6: `floor.F3` never decides anything: rows above it take every case of it (`floor.F1`, `floor.F2`)'],
  ));

test('a special case below the row that it is a case of', () =>
  expectShadowed(
    `
    decision floor : Class
      table first
        | id | loan.overdue_days | loan.guarantee || floor           |
        | F1 | > 90              | -              || loss            |
        | F2 | > 90              | pledge         || special_mention |
        | F3 | > 180             | -              || loss            |
        | F4 | -                 | -              || normal          |
    `,
    [
      'row-shadowed at 6: `floor.F3` never decides anything: rows above it take every case of it (`floor.F1`)',
      'priority-misleading at 5: `floor.F2` is a special case of `floor.F1` but never decides anything: `floor.F1` stands above it (`loss`, not `special_mention`)',
    ],
  ));

test('by priority, wherever the rows stand', () =>
  expectShadowed(
    `
    decision floor : Class
      table priority worst first
        | id | loan.overdue_days | loan.guarantee || floor           |
        | F1 | > 90              | pledge         || special_mention |
        | F2 | > 90              | -              || loss            |
        | F3 | -                 | -              || normal          |
    decision eased : Class
      table priority best first
        | id | loan.overdue_days | loan.guarantee || eased           |
        | E1 | > 90              | pledge         || special_mention |
        | E2 | > 90              | -              || loss            |
        | E3 | <= 90             | -              || normal          |
    `,
    ['priority-misleading at 4: `floor.F1` is a special case of `floor.F2` but never decides anything: `floor.F2` outranks it (`loss`, not `special_mention`)'],
  ));

test('rows in force at other times, and rows whose computed cells may fail, take nothing from others', () =>
  expectShadowed(
    `
    decision floor : Class
      table first in force 2020-01-01 ..
        | id | loan.expected_loss   || floor           | in force      |
        | F1 | -                    || loss            | .. 2022-12-31 |
        | F2 | > loan.balance * 90% || doubtful        | -             |
        | F3 | > 0                  || special_mention | -             |
        | F4 | -                    || normal          | -             |
    `,
    [],
  ));

test('rows that no case can match', () =>
  expectShadowed(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.refinanced || floor  |
        | F1 | < 0               | -               || loss   |
        | F2 | >= 0              | -               || normal |
    decision both : Class
      table unique
        | id | loan.overdue_days > 90 | loan.overdue_days || both            |
        | B1 | false                  | <= 90             || normal          |
        | B2 | true                   | > 90              || loss            |
        | B3 | true                   | 31..60            || special_mention |
    `,
    [
      'row-never-matches at 4: no case can match `floor.F1`: nothing that can occur passes `loan.overdue_days: < 0`',
      'row-never-matches at 11: no case can match `both.B3`: nothing that can occur passes `loan.overdue_days > 90: true`, `loan.overdue_days: 31..60` together',
    ],
  ));
