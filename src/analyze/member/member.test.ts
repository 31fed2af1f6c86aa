import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { unnamedMembers } from './member.ts';

test('members that end among all others', () =>
  expectMessages(
    unnamedMembers,
    `
    decision floor : Class
      table first
        | id | loan.guarantee     | loan.overdue_days || floor           |
        | F1 | credit, guaranteed | > 90              || loss            |
        | F2 | mortgage           | > 90              || special_mention |
        | F3 | -                  | -                 || normal          |
    `,
    ['members-unnamed at 3: no row names `pledge` of `loan.guarantee`: only `floor.F3` with `-` covers it'],
  ));

test('all named, by lists, ranges and what is excluded; none named; or signals that name what they are about', () =>
  expectMessages(
    unnamedMembers,
    `
    decision floor : Class
      table first
        | id | loan.guarantee     | loan.overdue_days || floor           |
        | F1 | credit             | > 90              || loss            |
        | F2 | not(credit)        | > 90              || special_mention |
        | F3 | -                  | -                 || normal          |
    decision rank : boolean
      table first
        | id | floor              || rank  |
        | R1 | >= substandard     || true  |
        | R2 | <= special_mention || false |
    decision signals : list of text
      table collect
        | id | loan.guarantee || signals |
        | S1 | credit         || "open"  |
        | S2 | -              || "all"   |
    `,
    [],
  ));
