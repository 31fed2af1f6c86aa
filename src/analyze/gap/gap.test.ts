import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { gaps } from './gap.ts';

const expectGaps = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(gaps, snippet, expected);

test('a table that covers everything, over two columns and missing facts', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.expected_loss || floor   |
        | F1 | 0..90             | missing            || normal  |
        | F2 | 0..90             | >= 0               || normal  |
        | F3 | > 90              | -                  || loss    |
    `,
    [],
  ));

test('whole days that lie between two rows, in the words of the table', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor           |
        | F1 | < 90              || normal          |
        | F2 | 100..360          || special_mention |
    `,
    [
      'table-gap at 2: no row of `floor` matches where `loan.overdue_days in 90..99`',
      'table-gap at 2: no row of `floor` matches where `loan.overdue_days > 360`',
    ],
  ));

test('a bound that neither row holds, on a line without steps', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.share    || floor   |
        | F1 | < 50%         || normal  |
        | F2 | (50%..75%)    || loss    |
        | F3 | > 75%         || loss    |
    `,
    [
      'table-gap at 2: no row of `floor` matches where `loan.share = 50%`',
      'table-gap at 2: no row of `floor` matches where `loan.share = 75%`',
    ],
  ));

test('a combination that no row covers, although each column by itself is complete', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.guarantee     | loan.refinanced || floor  |
        | F1 | credit, guaranteed | -               || normal |
        | F2 | mortgage, pledge   | true            || loss   |
        | F3 | mortgage           | false           || loss   |
    `,
    ['table-gap at 2: no row of `floor` matches where `loan.guarantee = pledge` and `loan.refinanced = false`'],
  ));

test('a missing fact is a value of its own', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.expected_loss | loan.refinanced || floor  |
        | F1 | missing            | true            || normal |
        | F2 | >= 0               | -               || loss   |
    `,
    ['table-gap at 2: no row of `floor` matches where `loan.expected_loss = missing` and `loan.refinanced = false`'],
  ));

test('texts that no row mentions', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.industry       || floor  |
        | F1 | "steel", "coal"     || loss   |
        | F2 | "retail"            || normal |
    `,
    ['table-gap at 2: no row of `floor` matches where `loan.industry in not("steel", "coal", "retail")`'],
  ));

test('dates: of facts, and of a row that ends', () =>
  expectGaps(
    `
    decision floor : Class
      table unique in force 2020-01-01 ..
        | id | loan.granted_on          || floor  | in force      |
        | F1 | .. 2023-06-30            || normal | -             |
        | F2 | 2023-07-02 ..            || loss   | .. 2025-12-31 |
    `,
    [
      'table-gap at 2: no row of `floor` matches where `loan.granted_on = 2023-07-01`',
      'table-gap at 2: no row of `floor` matches where `loan.granted_on >= 2023-07-02`, from 2026-01-01 on',
    ],
  ));

test('days on which no row is in force, and pauses of one row, are told by the analysis of time', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.refinanced || floor  | in force                 |
        | F1 | true            || normal | 2020-01-01 .. 2022-12-31 |
        | F1 | true            || normal | 2023-07-01 .. 2024-12-31 |
        | F2 | false           || loss   | 2020-01-01 .. 2024-12-31 |
    `,
    [],
  ));

test('two columns that read one fact exclude each other', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days | loan.overdue_days > 90 || floor  |
        | F1 | 0..90             | false                  || normal |
        | F2 | > 90              | true                   || loss   |
    decision next : boolean
      table unique
        | id | floor                                     || next  |
        | N1 | normal                                    || false |
        | N2 | loss                                      || true  |
    `,
    [],
  ));

test('cells that compute, where they leave nothing out, and where they do', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.expected_loss     || floor  |
        | F1 | missing                || normal |
        | F2 | < loan.balance * 50%   || normal |
        | F3 | >= loan.balance * 50%  || loss   |
    decision gapped : Class
      table unique
        | id | loan.refinanced | loan.expected_loss     || gapped |
        | G1 | -               | missing                || normal |
        | G2 | true            | -                      || normal |
        | G3 | false           | < loan.balance * 50%   || normal |
        | G4 | false           | > loan.balance * 50%   || loss   |
    `,
    ['table-gap at 8: no row of `gapped` matches some cases where `loan.refinanced = false` and `loan.expected_loss != missing`, which `gapped.G3`, `gapped.G4` let through'],
  ));

test('hit policies that gather need no row; the others do', () =>
  expectGaps(
    `
    decision signals : list of text
      table collect
        | id | loan.overdue_days || signals |
        | S1 | > 60              || "late"  |
    decision least : days
      table collect min
        | id | loan.overdue_days || least |
        | L1 | > 60              || 1     |
    decision first_of : Class
      table first
        | id | loan.overdue_days || first_of |
        | E1 | > 60              || loss     |
    `,
    [
      'table-gap at 6: no row of `least` matches where `loan.overdue_days <= 60`',
      'table-gap at 10: no row of `first_of` matches where `loan.overdue_days <= 60`',
    ],
  ));

test('parameters and functions, shown by a decision that calls them, or without a case', () =>
  expectGaps(
    `
    parameter rate(class : Class) : percent
      | id | class             || rate |
      | P1 | <= special_mention || 1%   |
      | P2 | >= doubtful       || 50%  |
    parameter unused_rate(class : Class, new : boolean) : percent
      | id | class       | new   || rate |
      | U1 | <= doubtful | -     || 1%   |
      | U2 | loss        | false || 1%   |
    decision class : Class = if loan.refinanced then substandard else normal
    decision asked : percent = rate(class)
    `,
    [
      'table-gap at 2: no row of `rate` matches where `class = substandard`',
      'table-gap at 6: no row of `unused_rate` matches where `class = loss` and `new = true`',
    ],
  ));

test('what `otherwise` catches, and one that catches nothing', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.guarantee | loan.refinanced || floor  |
        | F1 | credit         | true            || loss   |
        | F2 | otherwise      | -               || normal |
    decision full : Class
      table unique
        | id | loan.refinanced || full   |
        | U1 | true            || loss   |
        | U2 | false           || normal |
        | U3 | otherwise       || loss   |
    `,
    [
      'otherwise-catches at 5: `floor.F2` catches what no other row covers: the cases where `loan.refinanced = false`, and 1 more region',
      'otherwise-catches-nothing at 11: `full.U3` catches nothing: the other rows cover every case',
    ],
  ));

test('an expression that cannot be seen through is named, and nothing is guessed', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | string length(loan.industry) * loan.overdue_days || floor  |
        | F1 | <= 100                                           || normal |
        | F2 | > 200                                            || loss   |
    `,
    ['not-analysed at 3: not analysed: whether every case has a row in `floor` could not be settled, because of `string length(loan.industry) * loan.overdue_days`'],
  ));

test('more gaps than anyone reads are counted', () =>
  expectGaps(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor  |
${Array.from({ length: 15 }, (_, index) => `        | F${index + 1} | ${index * 2}  || normal |`).join('\n')}
        | G1 | > 29              || normal |
    `,
    [
      ...Array.from({ length: 10 }, (_, index) => `table-gap at 2: no row of \`floor\` matches where \`loan.overdue_days = ${index * 2 + 1}\``),
      'findings-left-out at 2: `floor` has 5 more of `table-gap`, which are not listed',
    ],
  ));

test('a search that ends early says what it did not cover', () =>
  expectMessages(
    gaps,
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor  |
        | F1 | 0..5              || normal |
        | F2 | 7..9              || normal |
    `,
    ['analysis-incomplete at 2: not all analysed: whether every case has a row in `floor` was searched for until the budget was spent; not covered: every case'],
    { budget: 1 },
  ));
