import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { runTests } from '../../evaluate/testing/run-tests.ts';
import type { Accepted } from '../../findings/settle.ts';
import { compile } from '../../library/compile.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import { githubCommands } from './github.ts';
import { junitOfFindings, junitOfTests } from './junit.ts';
import { sarifLog } from './sarif.ts';

const file: SourceFile = { path: '规则/a b%.policy', text: 'policy a\n# plumbline: accept tests-not-added because <b> & "c"\n贷款 x\n' };
const at = (word: string): { file: SourceFile; start: number; end: number } => ({ file, start: file.text.indexOf(word), end: file.text.indexOf(word) + word.length });

const example = 'test "day 91" as of 2024-01-31\n  given overdue_days 91\n  expect floor no_match\n';
const wrong = diagnostic('name-unknown', at('x'), { name: 'x, "y": 100%', suggestion: undefined }, [{ span: at('policy'), note: { en: 'declared here', zh: '在此声明' } }], example);
const warned = diagnostic('period-overhanging', at('贷款'), { period: '..', outer: '..' });
const nowhere = diagnostic('tests-not-added', undefined, { path: 'a.dmn', tests: 1 });
const accepted: Accepted = { finding: diagnostic('tests-not-added', at('贷款'), { path: 'b.dmn', tests: 2 }), acceptance: { code: 'tests-not-added', reason: '<b> & "c"', lines: { first: 3, last: 3 }, span: at('# plumbline') } };
const found: readonly Diagnostic[] = [nowhere, { ...warned, severity: 'info' }, wrong];

/** OASIS's schema as Microsoft ships it; it is written for draft 4, whose `id` later drafts do not know. */
function sarifSchema(): object {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { id, $schema, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
  expect([id, $schema]).toEqual([expect.stringContaining('sarif-2.1.0'), expect.stringContaining('draft-04')]);
  return schema;
}

test.each(['en', 'zh'] as const)('SARIF in %s is what its schema says', (language) => {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema());
  const log: unknown = JSON.parse(JSON.stringify(sarifLog(found, [accepted], language)));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  // The schema is strict enough to be worth asking.
  expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});

test('SARIF has rules with the texts of their pages in both languages, places, related places and suppressions', () => {
  const run = sarifLog(found, [accepted], 'zh').runs[0];
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual(['name-unknown', 'period-overhanging', 'tests-not-added']);
  expect(rules[0]?.fullDescription?.text).toMatch(/^[A-Z]/);
  expect(rules[0]?.help?.markdown).toContain('## Prefer');
  expect(run?.translations?.[0]?.rules?.[0]?.shortDescription?.text).toMatch(/^\p{Script=Han}[^]*。$/u);
  expect(run?.results).toMatchObject([
    { ruleId: 'tests-not-added', ruleIndex: 2, level: 'warning' },
    { ruleId: 'period-overhanging', level: 'note', locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 3 } } }] },
    {
      ruleId: 'tests-not-added',
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: '<b> & "c"', location: { physicalLocation: { region: { startLine: 2 } } } }],
    },
    {
      ruleId: 'name-unknown',
      level: 'error',
      message: { text: expect.stringMatching(/^\p{Script=Han}/u) as string },
      locations: [{ physicalLocation: { artifactLocation: { uri: '%E8%A7%84%E5%88%99/a%20b%25.policy', uriBaseId: 'SRCROOT' } } }],
      relatedLocations: [{ message: { text: '在此声明' } }],
      properties: { test: example, message: { en: expect.stringContaining('x, "y"') as string } },
    },
  ]);
});

test('fingerprints stay when lines move, and differ where the same is found twice on like lines', () => {
  const prints = (text: string): readonly unknown[] => {
    const moved: SourceFile = { path: 'a.policy', text };
    const spans = [...text.matchAll(/late/g)].map(({ index }) => ({ file: moved, start: index, end: index + 4 }));
    const results = sarifLog(spans.map((span) => diagnostic('name-reserved', span, { name: 'late' })), [], 'en').runs[0]?.results ?? [];
    return results.map(({ partialFingerprints }) => partialFingerprints?.['plumbline/v1']);
  };
  const once = prints('policy a\n  late\n  late\n');
  expect(prints('# more\npolicy a\n\n    late\nx\nlate\n')).toEqual(once);
  expect(new Set(once).size).toBe(2);
});

test('GitHub has a command a line, escaped', () => {
  const [first = '', second = '', third = '', ...rest] = githubCommands(found, 'en').split('\n');
  expect(first).toMatch(/^::warning title=tests-not-added::a test was not added: `a\.dmn` [^\n]*%0Aconvert it/);
  expect(second).toMatch(/^::notice file=规则\/a b%25\.policy,line=3,endLine=3,col=1,endColumn=3,title=period-overhanging::in force \.\./);
  expect(third).toMatch(/^::error file=.*,col=4,endColumn=5,title=name-unknown::.*`x, "y": 100%25`.*%0Atest "day 91" as of 2024-01-31%0A {2}given overdue_days 91%0A {2}expect floor no_match$/);
  expect(rest).toEqual(['']);
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of an XML document, in order. Ill-formed XML is an error. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

test('JUnit of findings: errors are failures, warnings are told, what is accepted is skipped, clean files pass', () => {
  const elements = elementsOf(junitOfFindings([file.path, 'clean.policy'], found, [accepted], 'en'));
  const [all] = elements;
  expect(all).toMatchObject({ name: 'testsuites', attributes: { tests: '5', failures: '1', skipped: '1', errors: '0' } });
  expect(elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes['name'])).toEqual(['clean.policy', 'plumbline', file.path]);
  expect(elements.find(({ name }) => name === 'failure')).toMatchObject({ attributes: { message: expect.stringContaining('x, "y": 100%') as string }, text: expect.stringContaining('^') as string });
  expect(elements.find(({ name }) => name === 'skipped')?.attributes).toEqual({ message: '<b> & "c"' });
  expect(elements.find(({ attributes }) => attributes['name']?.startsWith('name-unknown'))?.attributes).toMatchObject({ file: file.path, line: '3' });
});

test('JUnit of tests: a suite for each policy, a failure for each test that fails, and for what cannot be tested', async () => {
  const text = `policy a
input days : days >= 0
decision late : boolean = days > 90
test "day <91>" as of 2024-01-31
  given days 91
  expect late = true
test "day 90" as of 2024-01-31
  given days 90
  expect late = true
test "day 1" as of 2024-01-31
  unconfirmed
  given days 1
  expect late = false
`;
  const { policies } = await compile({ 'a.policy': text });
  const results = (await Promise.all([...policies.values()].map((policy) => runTests(policy, 'closures')))).flat();
  const elements = elementsOf(junitOfTests(results, [nowhere, wrong], 'zh'));
  expect(elements[0]?.attributes).toMatchObject({ tests: '4', failures: '2' });
  const cases = elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes);
  expect(cases.slice(0, 3)).toMatchObject([{ name: 'day <91>', classname: 'a', file: 'a.policy', line: '4' }, { name: 'day 90' }, { name: 'day 1' }]);
  expect(elements.filter(({ name }) => name === 'failure')[0]).toMatchObject({ attributes: { message: 'late: true ≠ false' } });
  expect(elements.filter(({ name }) => name === 'system-out').map((one) => one.text)).toEqual(['待确认']);
});
