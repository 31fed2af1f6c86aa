import { expect, test } from 'vitest';
import { checkTexts } from '../../check/testing.ts';
import { reach } from '../reach/reach.ts';
import { coverageOf } from './coverage.ts';
import type { CountedTest, MetGoal } from './coverage.ts';

/** The goals of the policies in these texts, met as their tests meet them: every test is taken to pass. */
function goalsOf(...texts: readonly string[]): readonly MetGoal[] {
  const { policies, found } = checkTexts(...texts);
  expect(found).toEqual([]);
  const tests = policies.flatMap((policy): CountedTest[] => policy.tests.map((each) => ({ policy, test: each })));
  return coverageOf(policies, tests, { reach, set: policies }).policies.flatMap(({ goals }) => goals);
}

/** What boundaries of this cell, in a decision over this column, should be seen. */
function sidesOf(type: string, ...cells: readonly string[]): readonly string[] {
  const rows = cells.map((cell, index) => `    | R${index} | ${cell} || 1 |`);
  const goals = goalsOf(`policy p
type Class = one of normal, special_mention, substandard, loss  ordered, worst last
type Guarantee = one of credit, mortgage, pledge
input x : ${type}
decision d : number
  table first
    | id | x || d |
${rows.join('\n')}
    | E | otherwise || 2 |
`);
  return goals.flatMap(({ goal, isImpossible }) => (goal.kind === 'boundary' && !isImpossible ? [goal.what.en] : []));
}

const rows = (goals: readonly MetGoal[]): readonly string[] => goals.flatMap(({ goal, tests }) => (goal.kind === 'row' && tests > 0 ? [`${goal.of.name} ${goal.what.en}`] : []));

test.each([
  ['days >= 0', ['<= 90'], ['x = 90', 'x = 91']],
  ['days >= 0', ['0', '1..90'], ['x = 0', 'x = 1', 'x = 90', 'x = 91']],
  ['money CNY', ['< 100'], ['x = 99.99', 'x = 100.00']],
  ['number', ['<= 90'], ['x = 90', 'x > 90']],
  ['number', ['< 90'], ['x = 90', 'x < 90']],
  ['percent 0%..100%', ['>= 25%'], ['x = 25%', 'x < 25%']],
  ['date', ['>= 2024-01-31'], ['x = 2024-01-31', 'x = 2024-01-30']],
  ['Class', ['>= substandard'], ['x = substandard', 'x = special_mention']],
  ['Class', ['normal'], ['x = normal', 'x = special_mention']],
  ['Guarantee', ['mortgage'], ['x = mortgage', 'x != mortgage']],
  ['boolean', ['true'], ['x = true', 'x = false']],
  ['text', ['"A"'], ['x = "A"', 'x != "A"']],
  ['days >= 0 optional', ['missing', '> 90'], ['x = 90', 'x = 91', 'x = missing']],
  ['days 0..90', ['<= 90'], ['x = 90']],
  ['days', ['-'], []],
] as const)('both sides of what cells of %s draw: %j', (type, cells, sides) => {
  expect([...sidesOf(type, ...cells)].sort()).toEqual([...sides].sort());
});

test('comparisons with constants in expressions, conditions of exceptions and of triggers', () => {
  const goals = goalsOf(`policy p
input days : days >= 0
input note : text optional
decision d : boolean
  = 180 < days
  exception e to d
    when days in [1..2] and note = missing
    then true
trigger t
  when d
  emit t
test "181" as of 2024-01-31
  given days 181
  expect t emits t
`);
  expect(goals.map(({ goal, tests, isImpossible }) => `${goal.kind} ${goal.what.en}${isImpossible ? ' impossible' : ''} ${tests}`).sort()).toEqual([
    'boundary days = 0 0',
    'boundary days = 1 0',
    'boundary days = 180 0',
    'boundary days = 181 1',
    'boundary days = 2 0',
    'boundary days = 3 0',
    'boundary note != missing 0',
    'boundary note = missing 0',
    'exception exception e acts 0',
    'exception exception e does not act: its `when` is false 1',
    'trigger fires 1',
    'trigger stays silent 0',
  ]);
});

const upstream = `policy floors
input days : days >= 0
input refinanced : boolean
decision by_days : number
  table unique
    | id | days || v |
    | A1 | < 10 || 1 |
    | A2 | >= 10 || 5 |
decision by_use : number
  table unique
    | id | refinanced || v |
    | B1 | false || 1 |
    | B2 | true  || 3 |
decision floor : number = max(by_days, by_use)
`;

test('only what determined what is expected: not what another outranked', () => {
  const masked = goalsOf(`${upstream}test "t" as of 2024-01-31\n  given days 10\n  given refinanced true\n  expect floor = 5\n`);
  expect(rows(masked)).toEqual(['by_days row A2']);
  const own = goalsOf(`${upstream}test "t" as of 2024-01-31\n  given days 10\n  given refinanced true\n  expect by_use = 3\n`);
  expect(rows(own)).toEqual(['by_use row B2']);
  const neither = goalsOf(`${upstream}test "t" as of 2024-01-31\n  given days 10\n  expect floor missing_facts refinanced\n`);
  expect(rows(neither)).toEqual([]);
});

test('tests of a policy count for those that it imports, decisions called as functions too', () => {
  const caller = `policy book
import floors
type Case = record
  days : days >= 0
input cases : list of Case
decision each : list of number = for c in cases return floors.floor(days: c.days, refinanced: false)
test "t" as of 2024-01-31
  given cases [{ days: 2 }, { days: 10 }]
  expect each = [1, 5]
`;
  expect(rows(goalsOf(upstream, caller))).toEqual(['by_days row A1', 'by_days row A2', 'by_use row B1']);
});

test('a boundary is seen where it matters: with the other columns as a row that draws it has them', () => {
  const goals = goalsOf(`policy p
input days : days >= 0
input technical : boolean
decision d : number
  table unique
    | id | technical | days || d |
    | R1 | true      | - || 1 |
    | R2 | false     | <= 7 || 2 |
    | R3 | false     | > 7 || 3 |
test "no boundary at 7 where the overdue is technical" as of 2024-01-31
  given days 7
  given technical true
  expect d = 1
test "8" as of 2024-01-31
  given days 8
  given technical false
  expect d = 3
`);
  expect(goals.flatMap(({ goal, tests }) => (goal.kind === 'boundary' ? [`${goal.what.en} ${tests}`] : []))).toEqual(['technical = true 1', 'technical = false 1', 'days = 7 0', 'days = 8 1']);
});

test('days at the ends of what is in force, and those beside: a row that goes on under its own name has none between', () => {
  const goals = goalsOf(`policy p
  in force 2024-01-01 ..
input x : boolean
decision d : number
  table unique
    | id | x     | in force                 || d |
    | R1 | true  | 2024-01-01 .. 2024-12-31 || 1 |
    | R1 | true  | 2025-01-01 ..            || 2 |
    | R2 | false | 2024-01-01 ..            || 3 |
  exception e to R2 in force 2024-07-01 .. 2024-07-31
    when x = false
    then 4
test "first day" as of 2025-01-01
  given x true
  expect d = 2
test "the exception has ended" as of 2024-08-01
  given x false
  expect d = 3
`);
  expect(goals.flatMap(({ goal, tests }) => (/\d{4}-/.test(goal.what.en) ? [`${goal.what.en} ${tests}`] : []))).toEqual([
    '2024-01-01, its first day 0',
    '2023-12-31, the day before its first 0',
    'row R1 on 2024-12-31, its last day 0',
    'row R1 on 2025-01-01, its first day 1',
    'exception e on 2024-07-01, its first day 0',
    'exception e on 2024-06-30, the day before its first 0',
    'exception e on 2024-07-31, its last day 0',
    'exception e on 2024-08-01, the day after its last 1',
  ]);
});

test('what no case can show is told apart', () => {
  const goals = goalsOf(`policy p
input days : days >= 0
decision late : boolean = days > 90
decision d : number
  table first
    | id | late | days  || d |
    | R1 | true | <= 50 || 1 |
    | R2 | -    | -     || 2 |
`);
  expect(goals.flatMap(({ goal, isImpossible }) => (isImpossible && goal.kind === 'row' ? [goal.what.en] : []))).toEqual(['row R1']);
});
