import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTests } from '../../src/convert/add-tests.ts';
import { format } from '../../src/convert/rewrite.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { policyText } from '../../src/emit/policy/policy-text.ts';
import { yamlText } from '../../src/emit/yaml/yaml-text.ts';
import { readSource } from '../../src/read/read-source.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import { policies } from './policies.ts';

const runs = { numRuns: 60 };

const day91 = `test "day 91: a \\"hole\\"" as of 2024-01-31
  unconfirmed
  given loan { overdue_days: 91, items: [{ kind: credit }] }
  given manual.M { value: true, who: "A. Reviewer", when: "2024-01-31" }
  expect floor no_match
`;
const day0 = `test "day 0" as of 2024-01-31
  unconfirmed
  given overdue_days 0
  expect floor conflict
`;

function read(path: string, text: string): PolicyTree {
  const found: Diagnostic[] = [];
  const tree = readSource({ path, text }, (one) => found.push(one));
  if (found.length > 0) expect.fail(`${renderAll(found, { language: 'en', colour: false })}\n${text}`);
  return tree;
}

function added(tree: PolicyTree, ...tests: readonly string[]): PolicyTree {
  const written = withTests(tree, tests, ({ code }) => expect.fail(code));
  return written === undefined ? tree : read(tree.file.path, written.text);
}

const remarks = ({ comments }: PolicyTree): readonly string[] => comments.map(({ text }) => text);

test.each([
  ['generated.policy', (text: string) => text],
  ['generated.policy in standard form', (text: string) => policyText(read('generated.policy', text))],
  ['generated.policy.yaml', (text: string) => yamlText(read('generated.policy', text))],
])('tests are added below %s, which otherwise stays as it is, and only once', (name, spelled) => {
  const path = name.replace(/ .*/, '');
  fc.assert(
    fc.property(policies, (text) => {
      const tree = read(path, spelled(text));
      const twice = added(added(tree, day91), day0, day91);
      // In YAML's standard form, a comment at the end moves to what then stands below it.
      if (tree.comments.length === 0) expect(twice.file.text.startsWith(tree.file.text.trimEnd())).toBe(true);
      expect(twice.statements.slice(0, -2).length).toBe(tree.statements.length);
      expect(canonicalText(twice)).toBe(canonicalText({ ...tree, statements: twice.statements }));
      expect(canonicalText({ ...twice, statements: twice.statements.slice(0, -2) })).toBe(canonicalText(tree));
      expect(remarks(twice)).toEqual(remarks(tree));
      expect(withTests(twice, [day0, day91], ({ code }) => expect.fail(code))).toBeUndefined();
      if (isStandard(tree)) expect(isStandard(twice), twice.file.text).toBe(true);
    }),
    runs,
  );
});

function isStandard({ file }: PolicyTree): boolean {
  return format(file, ({ code }) => expect.fail(code)) === file.text;
}

test('a YAML file in which nothing can be put below is written anew', () => {
  const tree = read('flow.policy.yaml', '# first\npolicy: flow\nstatements: [{ input: overdue_days, type: "days >= 0" }] # last\n');
  expect(added(tree, day0).file.text).toBe(`# first
policy: flow
statements:
  - input: overdue_days  # last
    type: "days >= 0"

  - test: "day 0"
    as_of: "2024-01-31"
    status: unconfirmed
    given:
      overdue_days: "0"
    expect: "floor conflict"
`);
});

test('a test whose title and expected value a person has changed is not added again', () => {
  const tree = read('own.policy', `policy own\n\n${day0.replace('day 0', 'the first day').replace('conflict', '= normal').replace('  unconfirmed\n', '')}`);
  expect(added(tree, day0)).toBe(tree);
});

test('nothing is added to what belongs to another program, and that is said', () => {
  const found: Diagnostic[] = [];
  const tree = { ...read('own.policy', 'policy own\n'), file: { path: 'own.rules.json', text: '{}' } };
  expect(withTests(tree, [day0], (one) => found.push(one))).toBeUndefined();
  expect(found).toMatchObject([{ code: 'tests-not-added', parameters: { path: 'own.rules.json', tests: 1 } }]);
});
