import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { looseHitPolicies } from './hit-policy.ts';

const expectLoose = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(looseHitPolicies, snippet, expected);

test('tables in which no rows overlap could be `unique`', () =>
  expectLoose(
    `
    decision one : Class
      table first
        | id | loan.overdue_days || one    |
        | A1 | <= 90             || normal |
        | A2 | > 90              || loss   |
    decision two : Class
      table any
        | id | loan.overdue_days > 90 | loan.overdue_days || two    |
        | B1 | true                   | -                 || loss   |
        | B2 | -                      | <= 90             || normal |
    `,
    ['hit-policy-loose at 2: `first` decides nothing here: no two rows overlap', 'hit-policy-loose at 7: `any` decides nothing here: no two rows overlap'],
  ));

test('tables in which rows that overlap agree could be `any`', () =>
  expectLoose(
    `
    decision one : Class
      table priority worst first
        | id | loan.overdue_days | loan.refinanced || one    |
        | A1 | <= 90             | false           || normal |
        | A2 | > 90              | -               || loss   |
        | A3 | -                 | true            || loss   |
    `,
    ['hit-policy-loose at 2: `priority` decides nothing here: where rows overlap, they give the same'],
  ));

test('hit policies that are needed', () =>
  expectLoose(
    `
    decision one : Class
      table first
        | id | loan.overdue_days || one    |
        | A1 | > 90              || loss   |
        | A2 | -                 || normal |
    decision two : Class
      table any
        | id | loan.refinanced | loan.overdue_days || two    |
        | B1 | true            | -                 || loss   |
        | B2 | -               | > 90              || loss   |
        | B3 | false           | <= 90             || normal |
    decision three : Class
      table first
        | id || three  |
        | C1 || normal |
    `,
    [],
  ));
