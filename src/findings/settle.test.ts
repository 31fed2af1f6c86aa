import { expect, test } from 'vitest';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSource } from '../read/read-source.ts';
import { settle } from './settle.ts';

/** Everything in a policy in which a finding is made at each `R1`, `R2` and `late`, by code `period-overhanging`. */
function settled(text: string, path = 'a.policy') {
  const tree = readSource({ path, text }, ({ code }) => expect.fail(`${code}\n${text}`));
  const found = [...text.matchAll(/\b(?:R1|R2|late)\b/g)].map(({ index, 0: word }): Diagnostic => diagnostic('period-overhanging', { file: tree.file, start: index, end: index + word.length }, { period: word, outer: '' }));
  const { open, accepted } = settle(found, [tree], () => true);
  const words = (all: readonly Diagnostic[]) => all.map(({ code, parameters }) => (code === 'period-overhanging' ? parameters['period'] : code));
  return { open: words(open), accepted: words(accepted.map(({ finding }) => finding)), reasons: accepted.map(({ acceptance }) => acceptance.reason) };
}

const accept = 'plumbline: accept period-overhanging because';

test('on its own line a comment covers the next line and all that is indented below it', () => {
  expect(
    settled(`policy a
input days : days >= 0
# ${accept} the committee said so
# and signed it

decision late : boolean
  table
    | id | days || out  |
    | R1 | > 90 || true |
# a remark
    | R2 | <= 90 || false |
decision other : boolean = late
`),
  ).toEqual({ open: ['late'], accepted: ['late', 'R1', 'R2'], reasons: ['the committee said so', 'the committee said so', 'the committee said so'] });
});

test('above a row it covers that row, at the end of a line that line', () => {
  const rows = (above: string, beside: string) => `policy a
input days : days >= 0
decision late : boolean
  table
    | id | days || out  |
${above}    | R1 | > 90 || true |
    | R2 | <= 90 || false |${beside}
`;
  expect(settled(rows(`    # ${accept} one\n`, ''))).toMatchObject({ open: ['late', 'R2'], accepted: ['R1'] });
  expect(settled(rows('', ` # ${accept} two`))).toMatchObject({ open: ['late', 'R1'], accepted: ['R2'], reasons: ['two'] });
});

test('above a clause it covers what hangs over into the lines below, and the bracket that closes it', () => {
  expect(settled(`policy a\ndecision other : number\n  # ${accept} one\n  = count([\n    late\n  ]) + count([late])\ndecision late : number = 1\n`)).toMatchObject({ open: ['late'], accepted: ['late', 'late'] });
});

test('in YAML likewise', () => {
  expect(
    settled(
      `policy: a
statements:
  # ${accept} one
  - decision: late
    type: "boolean"
    table:
      hit: unique
      inputs: ["1"]
      outputs: [out]
      rows:
        - { id: R1, "1": "1", out: "true" }
  - decision: other
    type: "boolean"
    table:
      hit: unique
      inputs: ["1"]
      outputs: [out]
      rows:
        - { id: R1, "1": "1", out: "true" } # ${accept} two
        - { id: R2, "1": "2", out: "true" }
`,
      'a.policy.yaml',
    ),
  ).toEqual({ open: ['R2'], accepted: ['late', 'R1', 'R1'], reasons: ['one', 'one', 'two'] });
});

test('another code, and another place, stay open, and what is accepted for nothing is told', () => {
  expect(settled('policy a\n# plumbline: accept not-analysed because we know\ndecision late : number = 1\n')).toEqual({ open: ['late', 'acceptance-unused'], accepted: [], reasons: [] });
  expect(settled(`policy a\ndecision late : number = 1\n# ${accept} it stands at the end`)).toMatchObject({ open: ['late', 'acceptance-unused'] });
});

test('whether an acceptance is used is not told where a policy has errors and is not analysed', () => {
  const tree = readSource({ path: 'a.policy', text: `policy a # ${accept} one` }, () => undefined);
  expect(settle([], [tree], () => false).open).toEqual([]);
});

test.each([
  ['plumbline: accept', 'acceptance-malformed'],
  ['plumbline: ignore not-analysed', 'acceptance-malformed'],
  ['plumbline accept not-analysed because', undefined],
  ['Plumbline：accept not-analysed because 委员会已批准', 'acceptance-unused'],
  ['plumbline: accept not-analysed', 'acceptance-without-reason'],
  ['plumbline: accept not-analysed because ', 'acceptance-without-reason'],
  ['plumbline: accept not-analysed becuase we know', 'acceptance-malformed'],
  ['plumbline: accept not-analyzed because x', 'acceptance-code-unknown'],
  ['plumbline: accept name-unknown because x', 'acceptance-not-possible'],
  ['plumbline: accept acceptance-unused because x', 'acceptance-not-possible'],
  ['plumbline: accept toString because x', 'acceptance-code-unknown'],
])('`# %s` gives %s', (comment, code) => {
  expect(settled(`policy a # ${comment}\n`).open).toEqual(code === undefined ? [] : [code]);
});
