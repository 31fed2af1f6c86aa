import { expect, test } from 'vitest';
import { smallKit, testCase, testCases } from '../../src/tck/fixtures/small-kit.ts';
import { workplace } from './plumbline.ts';

const { plumbline } = workplace({ ...smallKit, 'broken/a.dmn': '<definitions/>', 'broken/a.xml': testCases('a.dmn', testCase('1', {}, {})), 'empty/readme.txt': 'nothing' });

test('a table by folder and level, status 1 where a case does not pass', async () => {
  expect(await plumbline(['tck', '.', '--folder', '000'])).toEqual({
    status: 1,
    error: '',
    out: `                   passed   of those expecting a value  not supported
  0001-arithmetic  7 / 10   4 / 6                       3

  level 2          7 / 10   4 / 6                       3

  0002-import      3 / 3    3 / 3

  level 3          3 / 3    3 / 3

  all              10 / 13  7 / 9                       3
`,
  });
});

test('status 0 where every case passes', async () => {
  const { status, error } = await plumbline(['tck', 'TestCases', '--folder', '0002-import']);
  expect({ status, error }).toEqual({ status: 0, error: '' });
});

test('--failures lists each result with both values, and why', async () => {
  const { out } = await plumbline(['tck', '.', '--folder', '0001', '--failures']);
  const file = 'TestCases/compliance-level-2/0001-arithmetic/0001-arithmetic';
  expect(out.slice(0, out.indexOf('passed')).trimEnd()).toBe(`0001-arithmetic
  something is missing at the end of this clause [clause-ends-early]  ${file}.dmn:5
  ✗ wrong value: twice  ${file}-test-01.xml:4
      expected  7
      actual    6
  ✗ value where null is expected: ratio  ${file}-test-01.xml:6
      expected  null
      actual    0.25
  ✗ upon unreadable: upon unreadable  ${file}-test-01.xml:8
      expected  [1]
      actual    [null]`);
});

test('as JSON', async () => {
  const { status, out } = await plumbline(['tck', '.', '--folder', '000', '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    total: { passed: 10, total: 13, value_passed: 7, value_total: 9, unsupported: 3 },
    levels: [
      { level: 2, passed: 7, total: 10, value_passed: 4, value_total: 6, unsupported: 3 },
      { level: 3, passed: 3, total: 3, value_passed: 3, value_total: 3, unsupported: 0 },
    ],
    folders: [
      {
        folder: '0001-arithmetic',
        level: 2,
        passed: 7,
        total: 10,
        failures: [
          { case: 'wrong value', result: 'twice', expected: '7', actual: '6', diagnostics: [] },
          { case: 'value where null is expected', result: 'ratio', expected: 'null', actual: '0.25', diagnostics: [] },
          { case: 'upon unreadable', result: 'upon unreadable', expected: '[1]', actual: '[null]', diagnostics: [] },
        ],
        diagnostics: [{ code: 'clause-ends-early', severity: 'error' }],
      },
      { folder: '0002-import', level: 3, passed: 3, failures: [], diagnostics: [] },
    ],
    diagnostics: [],
  });
});

test('a directory without test cases is wrong usage: status 2', async () => {
  const { status, error, out } = await plumbline(['tck', 'empty']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(error).toContain('error[kit-folders-missing] `empty` holds no folder');
});

test('test cases whose model cannot be read are a problem, and it says which file', async () => {
  const { status, error } = await plumbline(['tck', 'broken']);
  expect(status).toBe(1);
  expect(error).toContain('broken/a.xml:2:');
  expect(error).toContain('error[kit-model-missing]');
});
