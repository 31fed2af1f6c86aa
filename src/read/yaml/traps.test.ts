import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { messageOf, remedyOf } from '../../diagnostics/message.ts';
import { readYamlPolicy } from './read-yaml-policy.ts';

const head = 'policy: traps\nstatements:\n  - decision: late\n    type: "boolean"\n';

function problemsIn(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  readYamlPolicy({ path: 'traps.policy.yaml', text }, (one) => found.push(one));
  return found;
}

/** Each problem's code with the text that it marks. */
function marked(text: string): readonly string[] {
  return problemsIn(text).map(({ code, span }) => `${code} ${text.slice(span?.start, span?.end)}`);
}

describe('what is YAML, but no policy, is refused where it stands', () => {
  test.each([
    ['an anchor', `${head}    value: &limit "90 > 1"\n`, ['yaml-anchor &limit']],
    ['an alias', `${head}    value: *limit\n`, ['yaml-anchor *limit']],
    ['a tag', `${head}    value: !!str "true"\n`, ['yaml-tag !!str "true"']],
    ["a tag of one's own", `${head}    value: !policy "true"\n`, ['yaml-tag !policy "true"']],
    ['a cell that begins with `!`', `${head}    value: != 3\n`, ['yaml-tag != 3']],
    ['an anchor on a mapping', 'policy: traps\nstatements:\n  - &late\n    decision: late\n    type: "boolean"\n    value: "true"\n', ['yaml-anchor &late']],
    ['a merge key', `${head}    value: "true"\n    <<: { basis: law }\n`, ['yaml-anchor <<']],
    ['a key that stands twice', `${head}    value: "true"\n    value: "false"\n`, ['yaml-duplicate-key value']],
    ['one that stands twice in a row', 'policy: traps\nstatements:\n  - type: Kind\n    one_of: { a: "甲", b: "乙", a: "丙" }\n', ['yaml-duplicate-key a']],
    ['one that stands twice, spelled otherwise', `${head}    value: "true"\n    "va\\u006cue": "false"\n`, ['yaml-duplicate-key "va\\u006cue"']],
    ['a key that is a list', 'policy: traps\nstatements:\n  - { decision: late, type: "boolean", value: "true", [a]: "b" }\n', ['yaml-unquoted [a]']],
    ['a second document', `${head}    value: "true"\n---\npolicy: other\n`, ['yaml-several-documents ---']],
  ])('%s', (_, text, problems) => {
    expect(marked(text)).toEqual(problems);
  });
});

describe('the remedy is the quoted form', () => {
  test.each([
    ['> 90', '"> 90"'],
    ['credit, guaranteed', '"credit, guaranteed"'],
    ['[1..7]', '"[1..7]"'],
    ['!= 3', '"!= 3"'],
    ['012', '"012"'],
    ['no', '"no"'],
    ['"a" + "b"', `'"a" + "b"'`],
    ['@"2024-01-31"', `'@"2024-01-31"'`],
    ['`a name` > 1', '"`a name` > 1"'],
    ["it's", `"it's"`],
    ['25%', '"25%"'],
    ['{ rate: 1 }', '"{ rate: 1 }"'],
  ])('%s: write %s', (cell, quoted) => {
    const text = `policy: traps\nstatements:\n  - decision: late\n    type: "text"\n    table:\n      inputs: ["x"]\n      outputs: [late]\n      rows:\n        - { id: R1, x: ${cell}, late: "a" }\n`;
    const [problem, ...others] = problemsIn(text);
    expect(others).toEqual([]);
    expect(problem && remedyOf(problem, 'en')).toContain(quoted);
    expect(problem && remedyOf(problem, 'zh')).toContain(quoted);
  });
});

describe('what YAML takes it for is said', () => {
  test.each([
    ['no', 'true or false'],
    ['012', 'a number'],
    ['1_000', 'a number'],
    ['2024-01-31', 'a date'],
    ['~', 'nothing'],
    ['[1..7]', 'a list'],
  ])('%s is %s', (value, kind) => {
    const [problem] = problemsIn(`${head}    value: ${value}\n`);
    expect(problem?.code).toBe('yaml-unquoted');
    expect(problem && messageOf(problem, 'en')).toContain(`takes it for ${kind}`);
  });
});

describe('a file made to exhaust its reader', () => {
  test('aliases of aliases are refused, not followed', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `  - &a${level} [${level === 0 ? '"x"' : Array(10).fill(`*a${level - 1}`).join(', ')}]`);
    const found = problemsIn(`policy: bomb\nstatements:\n${levels.join('\n')}\n`);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['yaml-anchor']));
  });

  test('lists nested too deep are refused before they are parsed', () => {
    expect(problemsIn(`policy: deep\nstatements: ${'['.repeat(100_000)}`).map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });

  test('blocks nested too deep too', () => {
    const nested = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}- `).join('\n');
    expect(problemsIn(`policy: deep\nstatements:\n${nested}\n`).map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });

  test('keys that stand twice by the thousand are each reported', () => {
    const members = Array.from({ length: 5_000 }, (_, index) => `      m${index}: "a"\n      m${index}: "b"`);
    const found = problemsIn(`policy: keys\nstatements:\n  - type: Kind\n    one_of:\n${members.join('\n')}\n`);
    expect(found.filter(({ code }) => code === 'yaml-duplicate-key')).toHaveLength(5_000);
  });
});
