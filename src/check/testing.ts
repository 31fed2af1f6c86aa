import { expect } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Code } from '../diagnostics/registry.ts';
import { positionAt } from '../diagnostics/position.ts';
import type { Policy } from '../model/policy.ts';
import { readPolicy } from '../read/text/read-policy.ts';
import { check } from './check.ts';

/** What the short policies of the checker's tests may refer to. */
const vocabulary = `policy p "测试政策"
source Measures "办法" articles 1..48
source Notice "通知" items 1..5, 8
type Class = one of normal, special_mention, substandard ordered, worst last
type Guarantee = one of credit, guaranteed, mortgage
type Terms = record
  rate : percent 0%..100%
  term : months
  memo : text optional
type Loan = record
  id : text
  balance : money CNY >= 0
  class : Class
  loss : money CNY optional
input loan
  overdue_days : days 0..3650
  balance : money CNY >= 0
  foreign_balance : money USD
  guarantee : Guarantee
  class : Class
  refinanced : boolean
  start : date
  purpose : text
  score : number
  expected_loss : money CNY >= 0 optional
  terms : Terms
input others : list of Loan
input remark : text optional
`;

interface Found {
  readonly found: readonly Diagnostic[];
  readonly policies: readonly Policy[];
}

/** Reads and checks policy texts, each a file of its own. */
export function checkTexts(...texts: readonly string[]): Found {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): number => found.push(one);
  const trees = texts.map((text, index) => readPolicy({ path: `${index + 1}.policy`, text }, report));
  return { policies: check(trees, report), found };
}

/** The checked policy of a snippet that stands below the vocabulary of the tests. It must have nothing to report. */
export function policyOf(snippet: string): Policy {
  const { found, policies } = checkTexts(vocabulary + undented(snippet));
  expect(found.map(shown)).toEqual([]);
  const [policy] = policies;
  if (policy === undefined) throw new Error('the policy was not checked');
  return policy;
}

/** Demands that a snippet below the vocabulary has just this problem, over the text between `«` and `»`. */
export function expectProblem(code: Code, snippet: string): void {
  expectProblems([code], snippet);
}

/** Demands these problems, over the texts between `«` and `»`, in that order. */
export function expectProblems(codes: readonly Code[], snippet: string): void {
  expectProblemsInFiles(codes, vocabulary + undented(snippet));
}

/** As `expectProblems`, for whole files: the marks count from the first file to the last. */
export function expectProblemsInFiles(codes: readonly Code[], ...texts: readonly string[]): void {
  expectFindings(codes, (...files) => checkTexts(...files).found, ...texts);
}

/** Demands that `find` finds these problems in files, over the texts between `«` and `»`. */
export function expectFindings(codes: readonly Code[], find: (...texts: readonly string[]) => readonly Diagnostic[], ...texts: readonly string[]): void {
  const files = texts.map(withoutMarks);
  const found = find(...files.map(({ text }) => text));
  const inOrder = [...found].sort((a, b) => (whereabouts(a) < whereabouts(b) ? -1 : 1));
  const places = files.flatMap(({ text, spans }, index) => spans.map(([start, end]) => ({ file: { path: `${index + 1}.policy`, text }, start, end })));
  expect(inOrder.map(shown)).toEqual(places.map((span, index) => shown({ code: codes[index] ?? 'nothing', span })));
}

function withoutMarks(marked: string): { readonly text: string; readonly spans: readonly (readonly [number, number])[] } {
  const spans: (readonly [number, number])[] = [];
  let text = '';
  for (const piece of marked.split(/(«[^»]*»)/)) {
    const inside = piece.startsWith('«') ? piece.slice(1, -1) : piece;
    if (inside !== piece) spans.push([text.length, text.length + inside.length]);
    text += inside;
  }
  return { text, spans };
}

function whereabouts({ span }: Diagnostic): string {
  return `${span?.file.path ?? ''} ${String(span?.start ?? 0).padStart(9, '0')}`;
}

/** `name-unknown 1.policy:3:5 \`lown\``: the code, file, line and column, and the text covered. */
function shown({ code, span }: { readonly code: string; readonly span: Diagnostic['span'] }): string {
  if (span === undefined) return code;
  const { line, column } = positionAt(span.file, span.start);
  return `${code} ${span.file.path}:${line}:${column} \`${span.file.text.slice(span.start, span.end)}\``;
}

/** A template literal's text without the indentation of its lines. */
function undented(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
