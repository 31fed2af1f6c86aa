import { expect, test } from 'vitest';
import type { SourceFile } from '../read/tree/span.ts';
import { diagnostic } from './diagnostic.ts';
import { diagnosticToJson } from './json.ts';
import { render, renderAll, summaryLine } from './render.ts';

const plain = { language: 'en', colour: false } as const;

/** A warning at the first occurrence of `marked` in a file of this text. */
function warningAt(text: string, marked: string, path = 'rules/a.policy') {
  const file: SourceFile = { path, text };
  const start = text.indexOf(marked);
  return diagnostic('code-generation-forbidden', { file, start, end: start + marked.length }, {});
}

function frame(text: string, marked: string): readonly string[] {
  return render(warningAt(text, marked), plain).split('\n').slice(1, 3);
}

test('place, severity, code, message, frame, remedy and page', () => {
  const lines = render(warningAt('policy p\ntype T = one of a, b\n', 'one of'), plain).split('\n');
  expect(lines[0]).toMatch(/^rules\/a\.policy:2:10: warning\[code-generation-forbidden\] this Node\.js process/);
  expect(lines.slice(1, 3)).toEqual(['  2 | type T = one of a, b', '    |          ^^^^^^']);
  expect(lines[3]).toMatch(/^ {2}help: start Node\.js without/);
  expect(lines[4]).toBe('  see: docs/diagnostics/code-generation-forbidden.md');
  expect(lines).toHaveLength(5);
});

test('the same in Chinese', () => {
  const lines = render(warningAt('policy p', 'p'), { language: 'zh', colour: false }).split('\n');
  expect(lines[0]).toMatch(/^rules\/a\.policy:1:1: 警告\[code-generation-forbidden\] 当前/);
  expect(lines[3]).toMatch(/^ {2}建议：启动/);
  expect(lines[4]).toBe('  参见：docs/diagnostics/code-generation-forbidden.md');
});

test('a problem without a place has no frame', () => {
  const lines = render(diagnostic('code-generation-forbidden', undefined, {}), plain).split('\n');
  expect(lines[0]).toMatch(/^warning\[code-generation-forbidden\] this/);
  expect(lines).toHaveLength(3);
});

test('a Chinese character is two columns wide, above the carets and under them', () => {
  expect(frame('input 贷款余额 : 金额', '金额')).toEqual(['  1 | input 贷款余额 : 金额', '    |                  ^^^^']);
});

test('full-width punctuation is two columns wide', () => {
  expect(frame('a，b', 'b')).toEqual(['  1 | a，b', '    |    ^']);
});

test('tabs go to the next stop of four', () => {
  expect(frame('\ta\tb', 'b')).toEqual(['  1 |     a   b', '    |         ^']);
});

test('a control character cannot reach the terminal', () => {
  expect(frame('a\u001b[31mb', 'b')).toEqual(['  1 | a\ufffd[31mb', '    |       ^']);
});

test('an empty span has one caret, also at the end of the text', () => {
  const file = { path: 'a', text: 'ab' };
  const lines = render(diagnostic('code-generation-forbidden', { file, start: 2, end: 2 }, {}), plain).split('\n');
  expect(lines.slice(1, 3)).toEqual(['  1 | ab', '    |   ^']);
});

test('a span over several lines is marked to the end of its first', () => {
  expect(frame('x = [\n 1,\n 2]', '[\n 1,\n 2]')).toEqual(['  1 | x = [', '    |     ^']);
});

test('a long line is cut to what surrounds the carets', () => {
  const [shown = '', carets = ''] = frame('a'.repeat(5000) + 'BAD' + 'c'.repeat(5000), 'BAD');
  expect(shown).toMatch(/^ {2}1 \| …a{29}BADc+…$/);
  expect(shown.length).toBeLessThanOrEqual(130);
  expect(shown.indexOf('BAD')).toBe(carets.indexOf('^^^'));
});

test('a span longer than a line is cut too', () => {
  const [shown = '', carets = ''] = frame('x'.repeat(9000), 'x'.repeat(9000));
  expect(shown).toMatch(/x…$/);
  expect(carets.length).toBe(shown.length);
});

test('an example stands below, indented, and can be read back from JSON', () => {
  const example = 'test "day 1" as of 2024-01-31\n  given a "\u001b[31m"\n';
  const found = diagnostic('code-generation-forbidden', { file: { path: 'a', text: 'ab' }, start: 0, end: 1 }, {}, [], example);
  expect(render(found, plain).split('\n').slice(3, 6)).toEqual(['  example:', '    test "day 1" as of 2024-01-31', '      given a "\ufffd[31m"']);
  expect(diagnosticToJson(found, 'en').test).toBe(example);
});

test('a related place has its note and its own frame', () => {
  const file = { path: 'a.policy', text: 'one\ntwo' };
  const related = { span: { file, start: 0, end: 3 }, note: { en: 'declared here', zh: '在此声明' } };
  const lines = render(diagnostic('code-generation-forbidden', { file, start: 4, end: 7 }, {}, [related]), plain).split('\n');
  expect(lines.slice(3, 6)).toEqual(['  related a.policy:1:1: declared here', '  1 | one', '    | ^^^']);
});

test('colours only when asked', () => {
  const found = warningAt('ab', 'a');
  expect(render(found, plain)).not.toContain('\u001b');
  expect(render(found, { language: 'en', colour: true })).toContain('\u001b[33m');
});

test('problems come by file and place, each once, then the summary', () => {
  const text = 'one two';
  const second = warningAt(text, 'two');
  const shown = renderAll([second, warningAt(text, 'one', 'z.policy'), second, warningAt(text, 'one')], plain);
  expect(shown.match(/^\S+:\d+:\d+/gm)).toEqual(['rules/a.policy:1:1', 'rules/a.policy:1:5', 'z.policy:1:1']);
  expect(shown.trimEnd().split('\n').at(-1)).toBe('3 warnings');
});

test('nothing found renders as nothing', () => {
  expect(renderAll([], plain)).toBe('');
});

test('the summary counts in both languages', () => {
  const one = warningAt('a', 'a');
  expect(summaryLine([one], 'en')).toBe('1 warning');
  expect(summaryLine([one, one], 'zh')).toBe('2 个警告');
});

test('as JSON, fields are stable', () => {
  const found = diagnosticToJson(warningAt('x\n贷款 y', 'y'), 'en');
  expect(found).toMatchObject({ code: 'code-generation-forbidden', severity: 'warning', file: 'rules/a.policy', line: 2, column: 4, end_line: 2, end_column: 5 });
  expect(Object.keys(found)).toEqual(['code', 'severity', 'message', 'remedy', 'file', 'line', 'column', 'end_line', 'end_column', 'related', 'test']);
});

test('as JSON, a problem without a place has null for it', () => {
  expect(diagnosticToJson(diagnostic('code-generation-forbidden', undefined, {}), 'zh')).toMatchObject({ file: null, line: null, end_column: null, related: [] });
});
