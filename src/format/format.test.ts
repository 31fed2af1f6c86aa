import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../diagnostics/width.ts';
import { formatPolicy } from './format.ts';

const table = `policy overdue
type Class = one of normal, special_mention, substandard
input days_past_due : days >= 0
decision floor "分类下限" : Class
  table unique
    | id | days_past_due || floor           || note           |
    |----|---------------||-----------------||----------------|
    | F1 | 0             || normal          || -              |
    | F2 | 1..90         || special_mention || "关注类"       |
    | F3 | > 90          || substandard     || "次级类及以下" |
`;

function format(text: string): string {
  return formatPolicy({ path: 'overdue.policy', text });
}

/** The lines of `after` that are not those of `before`. */
function changedLines(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  return after.split('\n').filter((line, index) => line !== old[index]);
}

/** The display columns at which the bars of a row stand. */
function barsOf(line: string): readonly number[] {
  return [...line.matchAll(/\|/g)].map(({ index }) => displayWidth(line.slice(0, index)));
}

describe('tables', () => {
  test('stand as they are where they are in standard form', () => {
    expect(format(table)).toBe(table);
  });

  test.each([
    ['a shorter cell', '1..90    ', '1..9'],
    ['a cell too long for its column', '| 1..90         |', '| [1..90], missing, [1000..2000] |'],
    ['a longer cell in Chinese', '"关注类"', '"关注类，应当关注"'],
    ['an output', '|| normal ', '|| special_mention '],
  ])('%s changes its own line only', (_, old, changed) => {
    const edited = table.replace(old, changed);
    expect(edited).not.toBe(table);
    expect(changedLines(table, format(edited))).toHaveLength(1);
  });

  test('a row added or taken away changes no other', () => {
    const rows = format(table.replace('    | F3', '    | F2a | 50 || a_class_with_a_very_long_name || - |\n    | F3')).split('\n');
    expect(rows.filter((line) => !table.split('\n').includes(line))).toEqual(['    | F2a | 50            || a_class_with_a_very_long_name || -              |']);
  });

  test('Chinese characters count as two columns', () => {
    const bars = format(table).split('\n').filter((line) => line.includes('| F')).map(barsOf);
    expect(bars).toHaveLength(3);
    expect(new Set(bars.map(String)).size).toBe(1);
  });

  test('a table without a ruler gets one that fits its widest cells', () => {
    const ragged = table.replace(/ *\|-.*\n/, '').replace(/ +\|/g, ' |');
    expect(format(ragged)).toBe(table);
  });

  test('a ruler of another width is kept, and the cells follow it', () => {
    const wider = table.replace('|----|---------------|', '|----|--------------------|');
    const lines = format(wider).split('\n').filter((line) => line.trim().startsWith('|'));
    expect(lines[1]).toContain('|--------------------||');
    expect(new Set(lines.map((line) => String(barsOf(line)))).size).toBe(1);
  });

  test('a ruler that no longer fits the columns is drawn anew', () => {
    const withColumn = table.replace('|| floor           ||', '| days_past_due + 1 || floor           ||').replace(/^( *\| F\d \| [^|]*)/gm, '$1| - ');
    const lines = format(withColumn).split('\n').filter((line) => line.trim().startsWith('|'));
    expect(new Set(lines.map((line) => String(barsOf(line)))).size).toBe(1);
    expect(format(lines.join('\n'))).toContain('|-------------------||');
  });

  test('full-width bars and cells with bars in texts', () => {
    const typed = table.replace('    | F1 | 0             || normal          || -              |', '    ｜ F1 ｜ 0 ｜｜ normal ｜｜ "a | b" ｜');
    expect(changedLines(table, format(typed))).toEqual(['    | F1 | 0             || normal          || "a | b"        |']);
  });
});

describe('comments', () => {
  const commented = `# Before everything.
policy remarks # beside the policy

# Above the input.
input loan
  # Above a field.
  days : days >= 0   # beside a field
# Back at the margin.

decision late : boolean
    = loan.days /* in a line */ > 90
    # Under the decision, closing it.

decision by_table : boolean
  table unique
    # Above the header.
    | id | loan.days || late  | # beside the header
    # Between rows.
    | L1 | <= 90 || false |
    | L2 | > 90 || true | # beside a row
# The end.
`;

  test('all of them stay, in their order, beside what they stood beside', () => {
    const lines = format(commented).split('\n');
    const remarks = (text: string): readonly string[] => text.match(/#.*|\/\*.*?\*\//g) ?? [];
    expect(remarks(lines.join('\n'))).toEqual(remarks(commented));
    expect(lines).toContain('policy remarks  # beside the policy');
    expect(lines).toContain('  # Under the decision, closing it.');
    expect(lines.find((line) => line.includes('L2'))).toBe('    | L2 | > 90      || true  |  # beside a row');
  });

  test('formatting again changes nothing', () => {
    expect(format(format(commented))).toBe(format(commented));
  });
});

describe('everything else', () => {
  test.each([
    ['full-width punctuation becomes plain', 'decision 大额 ： boolean\n  ＝ loan.balance ＞＝ 1000万', 'decision 大额 : boolean\n  = loan.balance >= 1000万'],
    ['and stays in texts and comments', 'input remark "备注：（可空）" : text  # 说明：略', 'input remark "备注：（可空）" : text  # 说明：略'],
    ['two spaces a level', 'decision late : boolean\n       = true\n         and false', 'decision late : boolean\n  = true\n    and false'],
    ['a tab in the indentation', 'decision late : boolean\n\t= true', 'decision late : boolean\n  = true'],
    ['one blank line at most, none at the end', 'input a : text\n\n\n\ninput b : text\n\n\n', 'input a : text\n\ninput b : text'],
    ['spaces at the ends of lines', 'input a : text   \ninput b : text\t', 'input a : text\ninput b : text'],
    ['spaces around operators, none inside brackets', 'decision d : number=( 1+2 )*f( 3 ,4 )[ 1 ]', 'decision d : number = (1 + 2) * f(3, 4)[1]'],
    ['ranges are tight, periods are not', 'decision d : boolean in force 2024-01-01..\n  = x in [ 1 .. 2 ]', 'decision d : boolean in force 2024-01-01 ..\n  = x in [1..2]'],
    ['colons of fields stand under the first', 'input loan\n  id "编号"   : text\n  overdue_days : days', 'input loan\n  id "编号"   : text\n  overdue_days : days'],
    ['a line over brackets keeps its place under them', 'test "t" as of 2024-01-31\n  given loan { id: "1",\n               days: 5 }', 'test "t" as of 2024-01-31\n  given loan { id: "1",\n               days: 5 }'],
  ])('%s', (_, written, formatted) => {
    expect(format(`${written}\n`)).toBe(`${formatted}\n`);
  });

  test('what cannot be cut into tokens is left alone', () => {
    expect(format('decision d : text\n  =   "unfinished  +1\n')).toBe('decision d : text\n  =   "unfinished  +1\n');
  });

  test('a file with Windows line ends gets plain ones', () => {
    expect(format(table.replaceAll('\n', '\r\n'))).toBe(table);
  });
});

test.each(['tests/golden/good/every-construct.policy', 'tests/golden/good/design-sample.policy', 'tests/highlighting/sample.policy'])('formatting %s twice is formatting it once', (path) => {
  const once = format(readFileSync(path, 'utf8'));
  expect(format(once)).toBe(once);
});
