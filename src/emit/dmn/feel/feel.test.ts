import { expect, test } from 'vitest';
import { check } from '../../../check/check.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { renderAll } from '../../../diagnostics/render.ts';
import { readXml } from '../../../read/dmn/xml/read-xml.ts';
import type { XmlElement } from '../../../read/dmn/xml/element.ts';
import { childNamed, childrenNamed } from '../../../read/dmn/elements.ts';
import { readPolicy } from '../../../read/text/read-policy.ts';
import { modelDocument } from '../model-document.ts';

const vocabulary = `policy p
type Class = one of good, fair, bad ordered, worst last
type Kind = one of credit, pledge
type Item = record
  size : number
  kind : Kind
input loan
  days : days >= 0
  balance : money CNY >= 0
  class : Class
  worse : Class
  kind : Kind
  graded : Class optional
  loss : number optional
  loss_share : percent
  start : date
  name : text
  flag : boolean
  items : list of Item
  points : list of number
parameter rate(class : Class) : percent
  | id | class | in force || rate |
  | R1 | good | .. 2023-12-31 || 1% |
  | R2 | good | 2024-01-01 .. || 2% |
  | R3 | fair, bad | - || 5% |
function twice(x : number) : number
  = x + x + loan.balance
`;

const expressions: readonly (readonly [type: string, policy: string, feel: string])[] = [
  ['number', 'loan.loss_share * 1.5亿 - 25%', 'loan.loss_share * 150000000 - 0.25'],
  ['number', '1 - (loan.days - 3)', '1 - (loan.days - 3)'],
  ['number', '(loan.days - 2) - 3', 'loan.days - 2 - 3'],
  ['number', '(loan.days - 2) * 3', '(loan.days - 2) * 3'],
  ['number', '-loan.balance ** 2', '(-loan.balance) ** 2'],
  ['boolean', 'loan.flag and (loan.flag or loan.flag)', 'loan.flag and (loan.flag or loan.flag)'],
  ['boolean', 'loan.class = good', 'loan.class = "good"'],
  ['boolean', 'loan.class >= fair', 'index of(["good", "fair", "bad"], loan.class)[1] >= index of(["good", "fair", "bad"], "fair")[1]'],
  ['boolean', 'loan.class in (good, bad)', 'loan.class in ("good", "bad")'],
  ['boolean', 'loan.class in (>= fair)', 'loan.class in ("fair", "bad")'],
  ['boolean', 'loan.days in ([1..7], > 90)', 'loan.days in ([1..7], > 90)'],
  ['boolean', 'loan.days between 1 and 7', 'loan.days in [1..7]'],
  ['boolean', 'loan.start >= 2024-01-31', 'loan.start >= date("2024-01-31")'],
  ['boolean', 'loan.loss = missing', 'loan.loss = null'],
  ['boolean', 'loan.loss != missing and loan.loss > 0', 'loan.loss != null and loan.loss > 0'],
  ['boolean', 'loan.graded in (missing, not(bad))', 'loan.graded in (null) or loan.graded != null and not(loan.graded in ("bad"))'],
  ['Class', 'worst(loan.class, fair)', '["good", "fair", "bad"][max(for member in [loan.class, "fair"] return index of(["good", "fair", "bad"], member)[1])]'],
  ['Class', 'if loan.flag then good else bad', 'if loan.flag then "good" else "bad"'],
  ['percent', 'rate(loan.class)', 'rate(loan.class, as_of)'],
  ['number', 'twice(loan.days * 1)', 'twice(loan.days * 1, loan)'],
  ['list of Item', 'loan.items[size > 2 and kind = credit]', 'loan.items[item.size > 2 and item.kind = "credit"]'],
  ['list of Item', 'loan.items[count(loan.points[item > size]) > 0]', 'loan.items[count(loan.points[item > size]) > 0]'],
  ['number', 'sum(for i in loan.items return i.size)', 'sum(for i in loan.items return i.size)'],
  ['boolean', 'some i in loan.items satisfies i.size > 1', 'some i in loan.items satisfies i.size > 1'],
  ['number', '{ loan: loan.days, other: loan.days + 1 }.other', 'context([{key: "loan", value: loan.days}, {key: "other", value: loan.days + 1}]).other'],
  ['number', '{ a: 1, b: a + 1 }.b', '{a: 1, b: a + 1}.b'],
  ['text', '"a \\"b\\" & <c>"', '"a \\"b\\" & <c>"'],
  ['boolean', 'as_of > loan.start + @"P1M"', 'as_of > loan.start + duration("P1M")'],
];

test.each(expressions)('as %s, `%s` is `%s`', (type, policy, feel) => {
  const root = modelOf(`${vocabulary}decision d : ${type}\n  = ${policy}\n`);
  const decision = childrenNamed(root, 'decision')[0];
  expect(childNamed(childNamed(decision, 'literalExpression'), 'text')?.text.text).toBe(feel);
});

const cells: readonly (readonly [column: string, cell: string, feel: string])[] = [
  ['loan.days', '1..30', '[1..30]'],
  ['loan.days', 'not(3)', 'not(3)'],
  ['loan.days', '!= 3', '? != 3'],
  ['loan.days', '3, not(4)', '3, not(? in (4))'],
  ['loan.class', '>= fair', '"fair", "bad"'],
  ['loan.class', '< good', '[]'],
  ['loan.class', 'good..fair', '"good", "fair"'],
  ['loan.class', '> loan.worse', 'index of(["good", "fair", "bad"], ?)[1] > index of(["good", "fair", "bad"], loan.worse)[1]'],
  ['loan.graded', 'missing, bad', 'null, "bad"'],
  ['loan.graded', 'missing, != bad', 'null, ? != null and ? != "bad"'],
  ['loan.flag', 'loan.days > 3', '? = (loan.days > 3)'],
  ['loan.start', '2024-01-31 ..', '>= date("2024-01-31")'],
  ['loan.name', '"a | b"', '"a | b"'],
  ['loan.days', '? * 2 > 3', '? * 2 > 3'],
];

test.each(cells)('in the column %s, the cell `%s` is `%s`', (column, cell, feel) => {
  const rows = column === 'loan.graded' ? '    | D2 | - || false |\n' : '';
  const root = modelOf(`${vocabulary}decision d : boolean\n  table first\n    | id | ${column} || d |\n    | D1 | ${cell} || true |\n${rows}`);
  const table = childNamed(childrenNamed(root, 'decision')[0], 'decisionTable');
  expect(childNamed(childNamed(childNamed(table, 'rule'), 'inputEntry'), 'text')?.text.text).toBe(feel);
});

test.each([
  ['boolean', 'loan.class instance of Class', 'Class'],
  ['list of Class', 'sort([loan.class, loan.worse], function(a, b) a < b)[item instance of Class]', 'Class'],
  ['boolean', 'loan.class in (for i in 1..2 return loan.worse) and includes([good..fair], loan.class)', 'Class'],
])('as %s, `%s` has no form in DMN', (type, policy, what) => {
  const found: Diagnostic[] = [];
  expect(documentOf(`${vocabulary}decision d : ${type}\n  = ${policy}\n`, found)).toBeUndefined();
  expect(renderAll(found, { language: 'en', colour: false })).toContain(`error[dmn-cannot-say] DMN cannot say \`${what}\``);
});

test.each(['count', '`a~b`'])('an input called %s has no name that FEEL can read', (name) => {
  const found: Diagnostic[] = [];
  expect(documentOf(`policy p\ninput ${name} : number\ndecision d : number\n  = ${name} + 1\n`, found)).toBeUndefined();
  expect(found.map((one) => one.code)).toEqual(['dmn-cannot-say']);
});

function modelOf(text: string): XmlElement {
  const found: Diagnostic[] = [];
  const root = readXml({ path: 'p.dmn', text: documentOf(text, found) ?? '' }, (one) => found.push(one));
  if (root === undefined || found.length > 0) throw new Error(renderAll(found, { language: 'en', colour: false }));
  return root;
}

function documentOf(text: string, found: Diagnostic[]): string | undefined {
  const report = (one: Diagnostic): void => void (one.code === 'period-overhanging' || found.push(one));
  const [policy] = check([readPolicy({ path: 'p.policy', text }, report)], report);
  return policy && modelDocument(policy, text, '1.5', report);
}
