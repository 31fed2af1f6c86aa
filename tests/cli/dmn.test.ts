import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const vocabulary = `policy words
type Class = one of good "好", fair, bad ordered, worst last
`;

const lending = `# The bank's own.
policy lending "放贷"

import words

source Rules "Rules" articles 1..9

input days_past_due "逾期天数" : days >= 0
input guaranteed : boolean

decision class "分类" : words.Class
  cites Rules art 1
  table unique
    | id | days_past_due || class || cites       |
    |----|---------------||-------||-------------|
    | C1 | 0             || good  || -           |
    | C2 | 1..90         || fair  || Rules art 2 |
    | C3 | > 90          || bad   || -           |

  exception covered to C3 in force 2024-01-01 ..
    when guaranteed
    then fair

trigger watch
  when class = bad
  emit watch { days: days_past_due }

test "covered" as of 2024-06-30
  given days_past_due 91
  given guaranteed true
  expect class = fair by class.covered
`;

const { plumbline, write, path } = workplace({
  'words.policy': vocabulary,
  'lending.policy': lending,
  'only-models/readme.txt': 'models without policies',
  'foreign.dmn': '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n"/>\n',
  'unsayable.policy': 'policy unsayable\ntype Class = one of good, bad\ninput class : Class\ndecision d : boolean\n  = class instance of Class\n',
});

test('a policy becomes a model, and every command takes the model as the policy', async () => {
  expect(await plumbline(['convert', 'lending.policy', '--to', 'dmn', '--out', 'lending.dmn'])).toMatchObject({ status: 0, error: '' });
  expect(await plumbline(['check', 'lending.dmn'])).toMatchObject({ status: 0 });
  const tested = await plumbline(['test', 'lending.dmn', '--format', 'json']);
  expect(tested).toMatchObject({ status: 0 });
  expect(tested.out).toContain('covered');
  expect(await plumbline(['convert', 'lending.dmn', '--to', 'policy'])).toEqual({ status: 0, out: lending, error: '' });
  const answer = await plumbline(['eval', 'lending.dmn', '--facts', '-', '--input', 'json', '--as-of', '2023-06-30', '--decision', 'class'], '{"days_past_due": 91, "guaranteed": true}');
  expect(answer.out).toContain('bad');
});

test('models that import each other need no policies beside them', async () => {
  for (const name of ['words', 'lending']) expect(await plumbline(['convert', `${name}.policy`, '--to', 'dmn', '--out', `only-models/${name}.dmn`])).toMatchObject({ status: 0 });
  expect(await plumbline(['test', 'only-models/lending.dmn'])).toMatchObject({ status: 0 });
});

test('--dmn-version 1.3 writes that version', async () => {
  const { out } = await plumbline(['convert', 'lending.policy', '--to', 'dmn', '--dmn-version', '1.3']);
  expect(out).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
  expect(out).not.toContain('20230324');
});

test('a changed row is taken over, and told', async () => {
  const { out } = await plumbline(['convert', 'lending.policy', '--to', 'dmn']);
  write('changed.dmn', out.replace('<text>[1..90]</text>', '<text>[1..60]</text>').replace('<text>&gt; 90</text>', '<text>&gt; 60</text>'));
  const { status, out: policy, error } = await plumbline(['convert', 'changed.dmn', '--to', 'policy']);
  expect(status).toBe(0);
  expect(error).toContain('warning[dmn-rows-changed] rows of `class` are taken from the model');
  expect(policy).toMatch(/\| C2 \| \[1\.\.60\] +\|\| fair/);
  expect(policy).toMatch(/^# The bank's own\.$/m);
  expect(policy).toContain('exception covered to C3');
});

test('what cannot be said, or carries no policy, or has no standard form, is refused', async () => {
  expect((await plumbline(['convert', 'unsayable.policy', '--to', 'dmn'])).error).toContain('unsayable.policy:5:5: error[dmn-cannot-say]');
  expect((await plumbline(['check', 'foreign.dmn'])).error + (await plumbline(['check', 'foreign.dmn'])).out).toContain('foreign.dmn:1:1: error[dmn-carries-no-policy]');
  expect((await plumbline(['fmt', 'foreign.dmn'])).error).toContain('error[model-not-formatted]');
});

test('models in a folder are no policies of it', async () => {
  const checked = await plumbline(['check', path('only-models')]);
  expect(checked.error + checked.out).toContain('no-policy-files');
});
