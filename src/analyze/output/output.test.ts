import { test } from 'vitest';
import { expectMessages } from '../tables/testing.ts';
import { outputsNeverGiven } from './output.ts';

const expectNeverGiven = (snippet: string, expected: readonly string[]): Promise<void> => expectMessages(outputsNeverGiven, snippet, expected);

test('members of an enum that one decision alone can give', () =>
  expectNeverGiven(
    `
    type Signal = one of none, yellow, red
    decision signal : Signal
      table unique
        | id | loan.overdue_days || signal |
        | S1 | <= 90             || none   |
        | S2 | > 90              || yellow |
    type Obstacle = one of late, refinanced_twice, unlawful
    decision obstacles : list of Obstacle
      table collect
        | id | loan.overdue_days || obstacle |
        | O1 | > 90              || late     |
        | O2 | > 180             || unlawful |
    `,
    [
      'output-never-given at 2: no row or exception of `signal` gives `red`, and nothing else is of type `Signal`',
      'output-never-given at 8: no row or exception of `obstacles` gives `refinanced_twice`, and nothing else is of type `Obstacle`',
    ],
  ));

test('an exception gives a value too, and so do expressions of constants', () =>
  expectNeverGiven(
    `
    type Signal = one of none, yellow, red
    decision signal : Signal
      table unique
        | id | loan.overdue_days || signal                                   |
        | S1 | <= 90             || none                                     |
        | S2 | > 90              || if loan.refinanced then yellow else none |
      exception refinanced to S2
        when loan.refinanced
        then red
    `,
    [],
  ));

test('a floor need not come to every class, and a value that is computed may be any', () =>
  expectNeverGiven(
    `
    decision floor : Class
      table unique
        | id | loan.overdue_days || floor |
        | F1 | <= 90             || normal |
        | F2 | > 90              || loss   |
    decision class : Class = floor
    type Signal = one of none, red
    function signal_of(class : Class) : Signal = if class = loss then red else none
    decision signal : Signal
      table unique
        | id | loan.overdue_days || signal           |
        | S1 | <= 90             || none             |
        | S2 | > 90              || signal_of(floor) |
    `,
    [],
  ));

test('a table that always says the same', () =>
  expectNeverGiven(
    `
    decision late : boolean
      table unique
        | id | loan.overdue_days || late  |
        | L1 | <= 90             || false |
        | L2 | > 90              || false |
    decision constant : boolean
      table unique
        | id || constant |
        | C1 || true     |
    `,
    ['output-never-given at 1: no row or exception of `late` gives `true`'],
  ));
