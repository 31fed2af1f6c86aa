import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { canonicalText } from '../tree/canonical.ts';
import { readPolicy } from './read-policy.ts';

function read(text: string): { canonical: string; found: string[] } {
  const found: Diagnostic[] = [];
  const tree = readPolicy({ path: 'a.policy', text }, (each) => found.push(each));
  return { canonical: canonicalText(tree), found: found.map(place) };
}

function place({ code, span }: Diagnostic): string {
  if (span === undefined) return code;
  const { line, column } = positionAt(span.file, span.start);
  return `${line}:${column} ${code}`;
}

const late = `policy p
input loan
  overdue_days : days
decision late : boolean
  = loan.overdue_days > 90
`;

test('white space, comments, line ends and full-width punctuation are layout', () => {
  const spread = `# 贷款政策
policy   p   # the name

input loan # 贷款
    overdue_days  ：  days // FEEL's comment too
decision　late ： boolean

  = loan.overdue_days
      /* over two
         lines */
      ＞ 90
`;
  expect(read(spread)).toEqual(read(late));
  expect(read(late.replaceAll('\n', '\r\n'))).toEqual(read(late));
  expect(read(late).found).toEqual([]);
});

test('a clause goes on while a bracket is open, wherever its lines begin', () => {
  const text = `policy p
decision d : number
  = sum(
    1,
    2
  )
test "t" as of 2024-01-31
  given loan {
    a: 1,
    b: [1,
      2]
  }
  expect d = 3
`;
  expect(read(text)).toEqual(read('policy p\ndecision d : number\n  = sum(1, 2)\ntest "t" as of 2024-01-31\n  given loan { a: 1, b: [1, 2] }\n  expect d = 3\n'));
});

test('an expression that begins on the head\'s own line goes on below it', () => {
  const text = `policy p
decision d : number = if true
    and false
  then 1
  else 2
  note "两行"
`;
  expect(read(text)).toEqual(read('policy p\ndecision d : number\n  note "两行"\n  = if true and false then 1 else 2\n'));
  expect(read(text).found).toEqual([]);
});

test('a range stands after `in` as it stands in a cell', () => {
  const text = `policy p
decision d : boolean
  = a in 1..5 and b in 2024-01-01 .. or c in .. 2023-12-31
`;
  expect(read(text)).toEqual({ canonical: text, found: [] });
});

test('a bracket that is never closed swallows neither the next clause nor the next statement', () => {
  expect(read('policy p\ndecision d : number\n  = sum(1, [2\ndecision e : number\n  = 1 +\n').found).toEqual(['3:8 bracket-not-closed', '5:8 clause-ends-early']);
});

test('a parameter may say what it cites above its rows', () => {
  const text = `policy p
source S "法"
parameter rate(a : boolean) : percent
  cites S
  | id | a || rate |
  | R1 | - || 2% |
`;
  expect(read(text).found).toEqual([]);
  expect(read(text).canonical).toContain('| R1 | - || 2% |');
});

test('a source cited as a whole may be followed by another annotation', () => {
  const { canonical, found } = read('policy p\nmanual m : boolean "问"\n  cites S\n  note "n"\n');
  expect(found).toEqual([]);
  expect(canonical).toContain('  cites S\n  note "n"\n');
});

test('a bar inside a string or backquotes cuts no cell', () => {
  const { canonical, found } = read('policy p\ndecision d : text\n  table first\n    | id | "a|b" | `x|y` || d |\n    | R1 | "|" | - || "c|d" |\n');
  expect(found).toEqual([]);
  expect(canonical).toContain('| R1 | "|" | - || "c|d" |');
});

test('full-width bars cut cells too', () => {
  expect(read('policy p\ndecision d : number\n  table unique\n    ｜ id ｜ x ｜｜ d ｜\n    ｜ R1 ｜ 1 ｜｜ 2 ｜\n').found).toEqual([]);
});

test('each bad cell, row and clause is one error at its own place, and all the others are read', () => {
  const text = `policy p
decision d : number
  table unique
    | id | x     | y || d |
    |----|-------|---||---|
    | R1 | 1 +   | 2 || 3 |
    | R2 | 1     | ( || 4 |
    | R3 | 1     | 2 || * |
    | R4 | 1     || 3 |
    | R5 | "open | 2 || 3 |
    | R6 | 6     | 6 || 6 |
  rond half up to 1
  exception e to R6
    when 1 >
    then 2
`;
  const { canonical, found } = read(text);
  expect(found).toEqual([
    '12:3 unknown-clause',
    '6:15 clause-ends-early',
    '7:20 bracket-not-closed',
    '8:25 unexpected-token',
    '9:5 row-cell-count',
    '10:12 unterminated-string',
    '14:13 clause-ends-early',
  ]);
  expect(canonical).toContain('| R6 | 6 | 6 || 6 |');
  expect(canonical).toContain('then 2');
});

test.each([
  ['when', 'policy p\ntrigger t\n  whn true\n  emit e'],
  ['expect', 'policy p\ntest "t" as of 2024-01-31\n  exepct d = 1'],
  ['then', 'policy p\ndecision d : number\n  = 1\n  exception e\n    when true\n    than 2'],
  ['table', 'policy p\ndecision d : number\n  tabel unique\n    | id | 1 || d |\n    | A  | - || 1 |'],
])('a misspelt `%s` is not missed as well', (_, text) => {
  expect(read(text).found.map((each) => each.split(' ')[1])).toEqual(['unknown-clause']);
});

test('what stands below an unreadable head is still read for its own mistakes, and its name is kept', () => {
  const found: Diagnostic[] = [];
  const tree = readPolicy({ path: 'a.policy', text: 'policy p\ndecision d : = number\n  = 1 +\ntype T = one of\n' }, (each) => found.push(each));
  expect(found.map(place)).toEqual(['2:14 unexpected-token', '3:8 clause-ends-early', '4:16 clause-ends-early']);
  expect(tree.unreadable.map(({ name }) => name)).toEqual(['d', 'T']);
});

test('keywords of the policy language are names everywhere else', () => {
  const text = `policy policy
input table
  decision : number
  when : number
  in_force : number
decision rule : number
  = table.decision + table.when
`;
  expect(read(text).found).toEqual([]);
});

test('every way to write a period', () => {
  for (const period of ['2024-01-01 ..', '.. 2024-01-01', '2024-01-01 .. 2024-12-31', '2024-01-01..2024-12-31']) {
    expect(read(`policy p in force ${period}\n`).found, period).toEqual([]);
  }
  expect(read('policy p in force 2024-01-01\n').found).toEqual(['1:29 clause-ends-early']);
});

test('a bare date is a date and a subtraction needs spaces', () => {
  expect(read('policy p\ndecision d : date\n  = 2024-01-31\n').canonical).toContain('= 2024-01-31');
  expect(read('policy p\ndecision d : number\n  = 2024 - 01 - 31\n').canonical).toContain('= 2024 - 01 - 31');
});

test('nesting and chains are capped before they can overflow the stack', () => {
  const nested = (depth: number) => read(`policy p\ndecision d : number\n  = ${'('.repeat(depth)}1${')'.repeat(depth)}\n`).found;
  expect(nested(200)).toEqual([]);
  expect(nested(201)).toEqual(['3:205 nested-too-deep']);
  expect(nested(10_000)).toEqual(['3:205 nested-too-deep']);
  const ifs = (depth: number) => read(`policy p\ndecision d : number\n  = ${'if true then 1 else '.repeat(depth)}1\n`).found;
  expect(ifs(200)).toEqual([]);
  expect(ifs(10_000)).toHaveLength(1);
  const chain = (length: number) => read(`policy p\ndecision d : number\n  = 1${' + 1'.repeat(length)}\n`).found;
  expect(chain(999)).toEqual([]);
  expect(chain(10_000)).toEqual(['3:4003 expression-too-long']);
});

test('many things side by side are not nesting', () => {
  const list = Array.from({ length: 2000 }, (_, index) => `if x > ${index} then (1) else [2]`).join(', ');
  expect(read(`policy p\ndecision d : list of number\n  = [${list}]\n`).found).toEqual([]);
});

test('built-in functions of several words are called by their names', () => {
  expect(read('policy p\ndecision d : number\n  = string length\n').found).toEqual(['3:12 unexpected-token']);
  expect(read('policy p\ndecision d : number\n  = string length(string: "a")\n').canonical).toContain('= string length(string: "a")');
});
