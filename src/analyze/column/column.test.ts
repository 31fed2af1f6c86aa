import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { unusedColumns } from './column.ts';

test('columns that no row depends on', () =>
  expectMessages(
    unusedColumns,
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.guarantee | loan.refinanced | loan.balance | loan.expected_loss || floor  |
        | F1 | <= 90             | -              | true, false     | >= 0         | >= 0               || normal |
        | F2 | > 90              | -              | -               | -            | -                  || loss   |
        | F3 | <= 90             | -              | -               | -            | missing            || normal |
    `,
    [
      'column-unused at 3: no row depends on the column `loan.guarantee`: every cell is `-`',
      'column-unused at 3: no row depends on the column `loan.refinanced`: every cell accepts all that can occur',
      'column-unused at 3: no row depends on the column `loan.balance`: every cell accepts all that can occur',
    ],
  ));

test('a column whose cells compute may matter', () =>
  expectMessages(
    unusedColumns,
    `
    decision floor : Class
      table first
        | id | loan.overdue_days                  || floor  |
        | F1 | ? > 90 and loan.refinanced         || loss   |
        | F2 | -                                  || normal |
    `,
    [],
  ));
