import { expect, test } from 'vitest';
import type { Vocabulary } from '../values/enum.ts';
import { EnumMember } from '../values/enum.ts';
import { dateOf } from '../values/temporal.ts';
import { examples, outcome } from '../../../tests/feel-calls.ts';

function vocabulary(name: string, members: readonly string[], order: Vocabulary['order']): readonly EnumMember[] {
  const made: EnumMember[] = [];
  const whole: Vocabulary = { name, members: made, order };
  made.push(...members.map((member, rank) => new EnumMember(whole, member, rank)));
  return made;
}

const [normal, substandard, loss] = vocabulary('Class', ['normal', 'substandard', 'loss'], 'worst last') as [EnumMember, EnumMember, EnumMember];
const [poor, good] = vocabulary('Rating', ['poor', 'good'], 'worst first') as [EnumMember, EnumMember];
const [credit, pledge] = vocabulary('Guarantee', ['credit', 'pledge'], undefined) as [EnumMember, EnumMember];
const [leapDay, newYear] = [dateOf(2024, 2, 29) ?? null, dateOf(2024, 1, 1) ?? null];

test.each(
  examples([
    ['min', [[3, 1, 2]], '1'],
    ['min', [3, 1, 2], '1'],
    ['min', ['b', 'a'], '"a"'],
    ['min', [leapDay, newYear], '2024-01-01'],
    ['max', [[3, 1, 2]], '3'],
    ['max', [1, 2, 3], '3'],
    ['max', [normal, loss, substandard], 'loss'],
    ['max', [poor, good], 'good'],
    ['max', [[]], 'empty-list'],
    ['min', [[]], 'empty-list'],
    ['max', [[1, null]], 'type-without-order'],
    ['max', [[null]], 'type-without-order'],
    ['max', [true], 'type-without-order'],
    ['max', [1, 'a'], 'types-not-comparable'],
    ['max', [credit, pledge], 'type-without-order'],
    ['worst', [normal, loss, substandard], 'loss'],
    ['worst', [[normal, substandard]], 'substandard'],
    ['worst', [normal], 'normal'],
    ['worst', [poor, good], 'poor'],
    ['best', [substandard, loss, normal], 'normal'],
    ['best', [poor, good], 'good'],
    ['worst', [[]], 'empty-list'],
    ['worst', [normal, null], 'bad-argument'],
    ['worst', [1, 2], 'bad-argument'],
    ['worst', [credit, pledge], 'bad-argument'],
    ['worst', [normal, poor], 'types-not-comparable'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});
