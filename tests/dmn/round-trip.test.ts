import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { DmnModdle } from 'dmn-moddle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { convert } from '../../src/convert/rewrite.ts';
import { standardText } from '../../src/convert/standard-text.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { modelDocument } from '../../src/emit/dmn/model-document.ts';
import { compile } from '../../src/index.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { WrittenVersion } from '../../src/read/dmn/versions.ts';
import { helperText, policyText } from '../property/generated-policy.ts';

const { policies, trees, diagnostics } = await compile('rules');
const shipped = [...policies.values()].map((policy) => {
  const tree = trees.find(({ file }) => file === policy.file);
  if (tree === undefined) throw new Error(shown(diagnostics));
  return { name: policy.name, policy, text: standardText(tree) };
});

/** The cases of tests that stand in files beside the policies. */
const cases = Object.fromEntries(
  readdirSync('rules', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/[^/]+\.csv$/.test(path))
    .map((path) => [basename(path), readFileSync(`rules/${path}`, 'utf8')]),
);

describe.each(shipped)('the shipped policy $name', ({ policy, text }) => {
  test.each(['1.5', '1.3'] as const)('comes back from a model of DMN %s to the last byte, with the same content hash', async (version) => {
    const model = modelOf(policy, text, version);
    expect(backFrom(model)).toBe(text);
    const beside = Object.fromEntries(shipped.filter(({ name }) => name !== policy.name).map((each) => [`${each.name}.policy`, each.text]));
    const again = await compile({ ...beside, ...cases, 'model.dmn': model });
    expect(shown(again.diagnostics)).toBe('');
    expect(again.policies.get(policy.name)?.contentHash).toBe(policy.contentHash);
  });

  test('is a model that the bpmn.io modelers read without a warning, and comes back from what they write', async () => {
    const moddle = new DmnModdle();
    const { rootElement, warnings } = await moddle.fromXML(modelOf(policy, text, '1.3'), 'dmn:Definitions');
    expect(warnings).toEqual([]);
    expect(rootElement.get('drgElement').length).toBeGreaterThanOrEqual(policy.decisions.size + policy.functions.size + policy.inputs.size);
    const { xml } = await moddle.toXML(rootElement, { format: true });
    expect(xml).not.toBe(modelOf(policy, text, '1.3'));
    expect(backFrom(xml)).toBe(text);
  });
});

test('generated policies come back from their models', () => {
  let compared = 0;
  fc.assert(
    fc.property(policyText, (generated) => {
      const report = (): void => undefined;
      const [helper, tree] = [helperText, generated].map((text, index) => readPolicy({ path: `${index}.policy`, text }, report));
      if (tree === undefined || helper === undefined) return;
      const policy = check([helper, tree], report).find(({ name }) => name === 'generated');
      if (policy === undefined) return;
      const text = standardText(tree);
      expect(backFrom(modelOf(policy, text, '1.5'))).toBe(text);
      compared += 1;
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(50);
});

describe('what has been done to a model', () => {
  const before = `# Kept.
policy lending
type Class = one of good, fair, bad ordered, worst last
source Rules "Rules" articles 1..9
input days : days >= 0
input graded : Class optional
decision class : Class
  cites Rules art 1
  table unique
    | id | days     | graded  | in force      || class || cites       | note       |
    |----|----------|---------|---------------||-------||-------------|------------|
    | C1 | <= 30    | -       | -             || good  || Rules art 2 | "a month"  |
    | C2 | [31..90] | missing | .. 2023-12-31 || fair  || -           | -          |
    | C2 | [31..90] | missing | 2024-01-01 .. || bad   || -           | -          |
    | C3 | [31..90] | good    | -             || good  || -           | -          |
    | C4 | [31..90] | >= fair | -             || bad   || -           | -          |
    | C5 | > 90     | -       | -             || bad   || -           | -          |

test "early" as of 2024-06-30
  given days 30
  expect class = good by class.C1
`;
  const model = modelIn(before);

  test('a changed cell, output, period and citation are taken over, and the rest of the policy stays', () => {
    const changed = replacedIn(model, ['<text>&gt; 90</text>', '<text>&gt; 120</text>'], ['<text>Rules art 2</text>', '<text>Rules art 2, Rules art 3</text>'], ['<text>&lt;= date("2023-12-31")</text>', '<text>&lt;= date("2024-02-29")</text>'], ['<text>"good"</text>\n        </outputEntry>', '<text>"fair"</text>\n        </outputEntry>']);
    const { text, found } = read(changed);
    expect(found.map(({ code }) => code)).toEqual(['dmn-rows-changed']);
    const expected = replacedIn(before, ['> 90    ', '> 120   '], ['Rules art 2 ', 'Rules art 2, Rules art 3 '], ['.. 2023-12-31', '.. 2024-02-29'], ['|| good ', '|| fair ']);
    expect(canonical(text)).toBe(canonical(expected));
    expect(text).toMatch(/^# Kept\.$/m);
  });

  test('a new row and a removed one are taken over', () => {
    const rule = /<rule id="decision_class_table_C5">[^]*?<\/rule>/.exec(model)?.[0] ?? '';
    const added = rule.replaceAll('table_C5', 'table_xyz').replace('<text>&gt; 90</text>', '<text>[91..120]</text>').replace('<text>C5</text>', '<text>C6</text>');
    const { text, found } = read(model.replace(rule, added));
    expect(found.map(({ code }) => code)).toEqual(['dmn-rows-changed']);
    expect(canonical(text)).toBe(canonical(replacedIn(before, ['| C5 | > 90     |', '| C6 | [91..120] |'])));
  });

  test('a changed expression is taken over, its members and rounding too', () => {
    const text = `policy lending
type Class = one of good, fair, bad ordered, worst last
input days : days >= 0
input balance : money CNY
decision class : Class
  = if days > 90 then bad else good
decision provision : money CNY
  = balance * 2%
  round half up to 0.01
`;
    const { text: back, found } = read(replacedIn(modelIn(text), ['<text>if days &gt; 90 then "bad"', '<text>if days &gt; 60 then "fair"'], ['balance * 0.02', 'balance * 0.05']));
    expect(found.map(({ code }) => code)).toEqual(['dmn-expression-changed', 'dmn-expression-changed']);
    expect(canonical(back)).toBe(canonical(replacedIn(text, ['if days > 90 then bad', 'if days > 60 then fair'], ['  = balance * 2%\n  round half up to 0.01', '  = round half up(balance * 0.05, 2)'])));
  });

  test('changed rows of a table that gathers, of one of several tables, and of a parameter are taken over', () => {
    const text = `policy lending
input days : days >= 0
decision reasons : list of text
  table collect
    | id | days || reason |
    | R1 | > 30 || "a month" |
    | R2 | > 90 || "a quarter" |
decision late : boolean
  table unique in force .. 2023-12-31
    | id | days || late |
    | L1 | <= 60 || false |
    | L2 | > 60 || true |
  table unique in force 2024-01-01 ..
    | id | days || late |
    | L1 | <= 90 || false |
    | L2 | > 90 || true |
parameter rate(kind : text) : percent
  | id | kind | in force || rate |
  | P1 | "a" | .. 2023-12-31 || 1% |
  | P1 | "a" | 2024-01-01 .. || 2% |
  | P2 | not("a") | - || 3% |
`;
    const { text: back, found } = read(replacedIn(modelIn(text), ['"a quarter"</text>', '"three months"</text>'], ['&lt;= 60', '&lt;= 61'], ['&gt; 60', '&gt; 61'], ['<text>0.02</text>', '<text>0.025</text>']));
    expect(shown(found).match(/rows of `\w+` are taken/g)?.sort()).toEqual(['rows of `late` are taken', 'rows of `rate` are taken', 'rows of `reasons` are taken']);
    expect(canonical(back)).toBe(canonical(replacedIn(text, ['"a quarter"', '"three months"'], ['<= 60', '<= 61'], ['> 60', '> 61'], ['|| 2% |', '|| 0.025 |'])));
  });

  test('an expression that says more than the policy’s own is not guessed at', () => {
    const dated = `policy lending
input days : days >= 0
decision late : boolean
  in force 2024-01-01 ..
  = days > 90
`;
    const { text, found } = read(replacedIn(modelIn(dated), ['days &gt; 90', 'days &gt; 60']));
    expect(text).toBeUndefined();
    expect(found.map(({ code }) => code)).toEqual(['dmn-element-changed']);
  });

  test('a rule without an id is refused, at its place', () => {
    const { text, found } = read(replacedIn(model, ['<text>&gt; 90</text>', '<text>&gt; 120</text>'], ['<text>C5</text>', '<text></text>']));
    expect(text).toBeUndefined();
    expect(found.map(({ code }) => code)).toContain('dmn-rule-without-id');
  });

  test('a date that is no period is refused, at its place', () => {
    const { text, found } = read(replacedIn(model, ['<text>&lt;= date("2023-12-31")</text>', '<text>not(date("2023-12-31"))</text>']));
    expect(text).toBeUndefined();
    expect(shown(found)).toMatch(/^changed\.dmn:\d+:\d+: error\[dmn-period-unreadable\]/m);
  });

  test('a cell that means nothing is refused, at its place in the model', async () => {
    const { diagnostics: problems } = await compile({ 'changed.dmn': replacedIn(model, ['<text>&gt; 90</text>', '<text>&gt; nineteen</text>']) });
    const line = model.slice(0, model.indexOf('<text>&gt; 90</text>')).split('\n').length;
    expect(shown(problems)).toContain(`changed.dmn:${line}:22: error[name-unknown]`);
  });

  test('an error in the policy that a model carries is shown where it stands there', async () => {
    const { diagnostics: problems } = await compile({ 'changed.dmn': model.replace('expect class = good', 'expect class = gold') });
    const line = model.slice(0, model.indexOf('expect class')).split('\n').length;
    expect(shown(problems)).toContain(`changed.dmn:${line}:18: error[member-unknown]`);
  });

  test.each([
    ['a column', '<text>days</text>', '<text>days + 1</text>'],
    ['a type', '<text>"good", "fair", "bad"</text>', '<text>"good", "fair"</text>'],
    ['an input', 'name="days" typeRef="days_type"', 'name="days" typeRef="number"'],
    ['a new element', '<inputData id="input_days"', '<inputData id="x" name="x"/>\n  <inputData id="input_days"'],
    ['an element less', /<inputData id="input_graded"[^]*?<\/inputData>/, ''],
  ])('%s is not guessed at', (_, from, to) => {
    expect(model).toMatch(from);
    const { text, found } = read(model.replace(from, to));
    expect(text).toBeUndefined();
    expect(found.map(({ code }) => code)).toEqual(['dmn-element-changed']);
  });

  test('what modelers do to the XML and its ids changes nothing', () => {
    const other = model
      .replaceAll('<text>', '<text>\n            ')
      .replaceAll(/ id="([^"]*_(?:expression|input_\d|output_\d|in_\d|out_\d|variable|allowed))"/g, ' id="X$1"')
      .replace('<decisionTable ', '<decisionTable hitPolicy="UNIQUE" preferredOrientation="Rule-as-Row" ')
      .replaceAll('<inputData ', '<inputData xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" biodi:width="150" ');
    expect(other).not.toBe(model);
    const { text, found } = read(other);
    expect(shown(found)).toBe('');
    expect(text).toBe(before);
  });

  test('a model that carries no policy is no policy', () => {
    const { text, found } = read(model.replace(/<plumbline:policy>[^]*<\/plumbline:policy>/, ''));
    expect(text).toBeUndefined();
    expect(found.map(({ code }) => code)).toEqual(['dmn-carries-no-policy']);
  });
});

test('a policy may hold what ends a CDATA section', () => {
  const text = 'policy lending\ninput points : list of number\n\ndecision found : boolean\n  = points[points[1]]> 3 and "]]>" != ""\n';
  expect(backFrom(modelIn(text))).toBe(text.replace(']]> 3', ']] > 3'));
});

function modelOf(policy: Parameters<typeof modelDocument>[0], text: string, version: WrittenVersion): string {
  const found: Diagnostic[] = [];
  const model = modelDocument(policy, text, version, (one) => found.push(one));
  if (model === undefined) throw new Error(shown(found));
  return model;
}

function modelIn(text: string): string {
  const found: Diagnostic[] = [];
  const [policy] = check([readPolicy({ path: 'lending.policy', text }, (one) => found.push(one))], (one) => found.push(one));
  if (policy === undefined || found.some((one) => severityOf(one) === 'error')) throw new Error(shown(found));
  return modelOf(policy, text, '1.5');
}

/** The policy in a model, as text; nothing may be wrong with it. */
function backFrom(model: string): string | undefined {
  const { text, found } = read(model);
  expect(shown(found)).toBe('');
  return text;
}

function read(model: string): { readonly text: string | undefined; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  return { text: convert({ path: 'changed.dmn', text: model }, 'policy', (one) => found.push(one)), found };
}

/** Each replacement is made once, and must find something. */
function replacedIn(text: string, ...replacements: readonly (readonly [from: string, to: string])[]): string {
  return replacements.reduce((changed, [from, to]) => {
    expect(changed).toContain(from);
    return changed.replace(from, to);
  }, text);
}

/** What a policy says, whatever its layout. */
function canonical(text = ''): string {
  const found: Diagnostic[] = [];
  const tree = readPolicy({ path: 'lending.policy', text }, (one) => found.push(one));
  expect(shown(found)).toBe('');
  return canonicalText(tree);
}

function shown(found: readonly Diagnostic[]): string {
  return renderAll(found, { language: 'en', colour: false });
}
