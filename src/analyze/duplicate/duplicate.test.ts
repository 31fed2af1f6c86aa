import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { duplicateRows } from './duplicate.ts';

const expectDuplicates = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(duplicateRows, snippet, expected);

test('equal rows, however their cells are written', () =>
  expectDuplicates(
    `
    decision points : count
      table collect sum
        | id | loan.overdue_days | loan.guarantee           || points |
        | K1 | > 30              | -                        || 10     |
        | K2 | >= 31             | -                        || 10     |
        | K3 | > 30              | credit, guaranteed       || 10     |
        | K4 | > 30              | not(mortgage, pledge)    || 20     |
    `,
    ['row-duplicate at 5: `points.K2` says the same as `points.K1`: equal cells, period and output, so each of its cases is counted twice'],
  ));

test('cells that compute are equal where they are written alike', () =>
  expectDuplicates(
    `
    decision floor : Class
      table first
        | id | loan.expected_loss   || floor  |
        | F1 | > loan.balance * 50% || loss   |
        | F2 | > loan.balance * 50% || loss   |
        | F3 | > loan.balance * 60% || loss   |
        | F4 | -                    || normal |
    `,
    ['row-duplicate at 5: `floor.F2` says the same as `floor.F1`: equal cells, period and output'],
  ));

test('rows inside others that give the same', () =>
  expectDuplicates(
    `
    decision floor : Class
      table any
        | id | loan.overdue_days | loan.refinanced || floor  |
        | F1 | > 90              | -               || loss   |
        | F2 | > 180             | true            || loss   |
        | F3 | <= 90             | -               || normal |
    decision ranked : Class
      table first
        | id | loan.overdue_days | loan.refinanced || ranked          |
        | R1 | > 180             | true            || loss            |
        | R2 | 100..200          | true            || loss            |
        | R3 | 150..170          | -               || special_mention |
        | R4 | > 90              | -               || loss            |
        | R5 | -                 | -               || normal          |
    `,
    [
      'row-redundant at 5: `floor.F2` changes nothing: `floor.F1` gives the same in every case of it',
      'row-redundant at 10: `ranked.R1` changes nothing: `ranked.R4` gives the same in every case of it',
    ],
  ));

test('a row that cites a text of its own says something', () =>
  expectDuplicates(
    `
    decision floor : Class
      table any
        | id | loan.overdue_days || floor  || cites           |
        | F1 | > 90              || loss   || Measures art 9  |
        | F2 | > 180             || loss   || Measures art 10 |
        | F3 | <= 90             || normal || -               |
    `,
    [],
  ));

test('signals that are given together are no duplicates', () =>
  expectDuplicates(
    `
    decision signals : list of text
      table collect
        | id | loan.overdue_days || signals |
        | S1 | > 60              || "late"  |
        | S2 | > 60              || "watch" |
        | S3 | > 90              || "late"  |
    `,
    [],
  ));
