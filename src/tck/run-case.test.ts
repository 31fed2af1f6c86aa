import { expect, test } from 'vitest';
import { compileModels } from '../library/models.ts';
import { smallKit, testCase, testCases } from './fixtures/small-kit.ts';
import { runCase } from './run-case.ts';
import { readTestFile } from './test-file.ts';

test('a failure of the engine itself is no null: the case does not pass, and it says why', () => {
  const text = smallKit['TestCases/compliance-level-2/0001-arithmetic/0001-arithmetic.dmn'] ?? '';
  const [model] = compileModels([{ path: 'm.dmn', text }]).models;
  const tests = readTestFile({ path: 't.xml', text: testCases('m.dmn', testCase('1', {}, { twice: '<value xsi:nil="true"/>' })) }, ({ code }) => expect.fail(code));
  const [one] = tests?.cases ?? [];
  if (model === undefined || one === undefined) expect.fail('the model or its test case was not read');
  const outcome = (broken: typeof model): unknown => runCase(one, broken, () => false, undefined).results;
  expect(outcome(model)).toMatchObject([{ passed: true, actual: null }]);
  const failing = (): never => {
    throw new TypeError('not a reading');
  };
  expect(outcome({ ...model, reading: failing })).toMatchObject([{ passed: false, diagnostics: [{ code: 'kit-case-crashed', parameters: { reason: 'not a reading' } }] }]);
});
