import { test } from 'vitest';
import { expectAnalysis } from '../testing.ts';
import { chain } from './chain.ts';

const head = `policy p
type Class = one of normal, special_mention, substandard, loss  ordered, worst last
input loan
  days       : days >= 0
  refinanced : boolean
decision class : Class
  table unique
    | id | loan.days || class           |
    | A  | <= 30     || normal          |
    | B  | 31..90    || special_mention |
    | C  | > 90      || substandard     |
`;
const expectFound = (codes: Parameters<typeof expectAnalysis>[1], text: string): Promise<void> => expectAnalysis([chain], codes, head + text);

test('a cell that expects what no earlier decision produces, alone or among others', () =>
  expectFound(
    ['value-never-arrives', 'value-never-arrives', 'value-never-arrives'],
    `decision reserve : percent
  table unique
    | id | class           || reserve |
    | P1 | normal          || 0%      |
    | P2 | special_mention || 2%      |
    | P3 | substandard     || 25%     |
    | P4 | «loss»            || 100%    |
decision bad : boolean
  table unique
    | id | worst(class, Class.special_mention) || bad   |
    | B1 | «normal», special_mention             || false |
    | B2 | substandard                         || true  |
    | B3 | «> substandard»                       || true  |
`,
  ));

test('comparisons and memberships with what never comes', () =>
  expectFound(
    ['value-never-arrives', 'value-never-arrives'],
    `decision lost : boolean = «class = loss» or loan.refinanced
decision poor : boolean = class in (substandard, «loss»)
decision fine : boolean = class != loss and class < substandard
trigger watched
  when class >= substandard
  emit watch
`,
  ));

test('through several decisions and a function', () =>
  expectFound(
    ['value-never-arrives'],
    `function lifted(class : Class) : Class = if class = normal then special_mention else class
decision second : Class = lifted(class)
decision third : boolean
  table unique
    | id | second          || third |
    | A  | «normal»          || false |
    | B  | special_mention || true  |
    | C  | >= substandard  || true  |
`,
  ));

test('what is never looked at is not told as a value that never comes', () =>
  expectFound(['value-never-arrives'], `decision deep : boolean = if «class = loss» then class = special_mention else false\n`));

test('a decision that nothing can decide is told once, where it begins', () =>
  expectFound(
    ['decision-never-decided'],
    `decision «dead» : boolean
  table unique
    | id | class || dead |
    | A  | loss  || true |
decision after : boolean = dead and loan.refinanced
`,
  ));
