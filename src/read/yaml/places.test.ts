import { describe, expect, test } from 'vitest';
import { check } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { inOrder } from '../../diagnostics/order.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { readYamlPolicy } from './read-yaml-policy.ts';

/** The problems of a policy whose decision's value is spelled so: code, line and column, and the text that each marks. */
function problemsOf(...spelled: readonly string[]): readonly string[] {
  return problemsIn(['policy: places', 'statements:', '  - input: 逾期天数', '    type: "days >= 0"', '  - decision: late', '    type: "boolean"', ...spelled, ''].join('\n'));
}

function problemsIn(text: string): readonly string[] {
  const found: Diagnostic[] = [];
  const file = { path: 'places.policy.yaml', text };
  const tree = readYamlPolicy(file, (one) => found.push(one));
  check([tree], (one) => found.push(one));
  return inOrder(found).map(({ code, span }) => {
    if (span === undefined) return code;
    const { line, column } = positionAt(file, span.start);
    return `${line}:${column} ${code} ${text.slice(span.start, span.end)}`;
  });
}

describe('a mistake in an expression is shown where it stands in the file', () => {
  test.each([
    ['double quotes', ['    value: "逾期天数 > ninety"'], '7:20 name-unknown ninety'],
    ['double quotes with escapes before it', ['    value: "\\u903e\\u671f\\u5929\\u6570 > ninety"'], '7:40 name-unknown ninety'],
    ['an escape in it', ['    value: "逾期天数 > nin\\x65ty"'], '7:20 name-unknown nin\\x65ty'],
    ['a character of two units before it', ['    value: "\\"\\U0001F600\\" = nobody"'], '7:30 name-unknown nobody'],
    ['single quotes', ["    value: '逾期天数 > ninety'"], '7:20 name-unknown ninety'],
    ['single quotes with one doubled before it', [`    value: 'contains("it''s", who)'`], '7:31 name-unknown who'],
    ['a literal block', ['    value: |', '      逾期天数 > 90', '      and ninety'], '9:11 name-unknown ninety'],
    ['a literal block with its indentation said', ['    value: |2-', '      逾期天数 > 90', '        and ninety'], '9:13 name-unknown ninety'],
    ['a literal block after a blank line', ['    value: |', '', '      逾期天数 > ninety'], '9:14 name-unknown ninety'],
    ['a quoted value on the line below its key', ['    value:', '      "逾期天数 > ninety"'], '8:15 name-unknown ninety'],
  ])('%s', (_, spelled, problem) => {
    expect(problemsOf(...spelled)).toEqual([problem]);
  });

  test('after Windows line ends', () => {
    const text = 'policy: places\r\nstatements:\r\n  - decision: late\r\n    type: "boolean"\r\n    value: |\r\n      true\r\n      and ninety\r\n';
    expect(problemsIn(text)).toEqual(['7:11 name-unknown ninety']);
  });
});

describe('a mistake in a row is shown in its cell', () => {
  const withRow = (row: string): readonly string[] =>
    problemsOf('    table:', '      inputs: ["逾期天数"]', '      outputs: [late]', '      rows:', `        ${row}`, '        - { id: R9, 逾期天数: "> 90", late: "true" }');

  test.each([
    ['an input', '- { id: R1, 逾期天数: "<= ninety", late: "false" }', '11:31 name-unknown ninety'],
    ['an output', '- { id: R1, 逾期天数: "<= 90", late: "nobody" }', '11:43 name-unknown nobody'],
    ['a citation', '- { id: R1, 逾期天数: "<= 90", late: "false", cites: "Nothing art 1" }', '11:59 source-unknown Nothing'],
    ['one in single quotes', `- { id: R1, 逾期天数: '<= ninety', late: "false" }`, '11:31 name-unknown ninety'],
    ['a cell without quotes', '- { id: R1, 逾期天数: <= 90, late: "false" }', '11:27 yaml-unquoted <= 90'],
    ['a range without quotes', '- { id: R1, 逾期天数: [0..90], late: "false" }', '11:27 yaml-unquoted [0..90]'],
    ['what a comma cut off', '- { id: R1, 逾期天数: 1, 2, late: "false" }', '11:30 yaml-comma-cuts 2'],
  ])('%s', (_, row, problem) => {
    expect(withRow(row)).toEqual([problem]);
  });

  test('a row over several lines', () => {
    expect(withRow('- id: R1\n          逾期天数: "<= 90"\n          late: "nobody"')).toEqual(['13:18 name-unknown nobody']);
  });

  test('a column heading', () => {
    expect(problemsOf('    table:', '      inputs: ["nobody"]', '      outputs: [late]', '      rows:', '        - { id: R1, nobody: "-", late: "false" }')).toEqual(['8:17 name-unknown nobody']);
  });
});

test('each mistake is reported by itself, in order of the file', () => {
  const problems = problemsOf('    table:', '      inputs: ["逾期天数"]', '      outputs: [late]', '      rows:', '        - { id: R1, 逾期天数: "< one", late: "false" }', '        - { id: R2, 逾期天数: [0..2], late: "true" }');
  expect(problems).toEqual(['11:30 name-unknown one', '12:27 yaml-unquoted [0..2]']);
});
