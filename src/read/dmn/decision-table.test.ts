import { expect, test } from 'vitest';
import { expressionText } from '../tree/expression-text.ts';
import type { Cell } from '../tree/expression.ts';
import { logicOf, modelText, readTexts } from './model-text.fixture.ts';
import type { BoxedTable } from './tree.ts';

function tableOf(inside: string, attributes = ''): BoxedTable {
  const logic = logicOf(`<decisionTable ${attributes}>${inside}</decisionTable>`, { inputs: ['overdue-days', 'class'] });
  if (logic?.kind !== 'table') throw new Error('no table');
  return logic;
}

const kinds = (cell: Cell | undefined): readonly string[] | undefined => cell?.tests.map(({ kind }) => kind);

test.each([
  ['', 'unique'],
  ['hitPolicy="UNIQUE"', 'unique'],
  ['hitPolicy="ANY"', 'any'],
  ['hitPolicy="FIRST"', 'first'],
  ['hitPolicy="PRIORITY"', 'priority'],
  ['hitPolicy="RULE ORDER"', 'rule order'],
  ['hitPolicy="OUTPUT ORDER"', 'output order'],
  ['hitPolicy="COLLECT"', 'collect'],
  ['hitPolicy="COLLECT" aggregation="SUM"', 'collect sum'],
  ['hitPolicy="COLLECT" aggregation="MIN"', 'collect min'],
  ['hitPolicy="COLLECT" aggregation="MAX"', 'collect max'],
  ['hitPolicy="COLLECT" aggregation="COUNT"', 'collect count'],
])('hit policy %s is %s', (attributes, hitPolicy) => {
  expect(tableOf('<output/>', attributes).hitPolicy).toBe(hitPolicy);
});

test('inputs: expression, type and allowed values', () => {
  const { columns } = tableOf('<input><inputExpression typeRef="number"><text>overdue-days</text></inputExpression><inputValues><text>[0..999], null</text></inputValues></input>');
  expect(columns).toMatchObject([{ expression: { kind: 'name', name: 'overdue-days' }, type: { path: [{ name: 'number' }] } }]);
  expect(kinds(columns[0]?.values)).toEqual(['expression', 'expression']);
});

test('outputs: name, type, values in order of priority, and what holds where no rule matches', () => {
  const { outputs } = tableOf(
    '<output name="Approved/Declined" typeRef="string"><outputValues><text>"yes", "no"</text></outputValues><defaultOutputEntry><text>"no"</text></defaultOutputEntry></output><output/>',
  );
  expect(outputs).toMatchObject([{ name: { name: 'Approved/Declined' }, type: { path: [{ name: 'string' }] }, otherwise: { kind: 'string', value: 'no' } }, { name: undefined }]);
  expect(kinds(outputs[0]?.values)).toEqual(['expression', 'expression']);
});

test('rules: cells, outputs and annotations; an empty cell lets everything through, an empty output is null', () => {
  const entry = (name: string, text: string): string => `<${name}><text>${text}</text></${name}>`;
  const cells = ['-', '', '&gt; 90', '1, 2', 'not(1)', '? in [1..overdue-days]'];
  const input = '<input><inputExpression><text>class</text></inputExpression></input>'.repeat(cells.length);
  const rule = `<rule>${cells.map((cell) => entry('inputEntry', cell)).join('')}${entry('outputEntry', 'overdue-days')}${entry('outputEntry', '')}${entry('annotationEntry', ' late ')}</rule>`;
  const [row] = tableOf(`${input}<output name="a"/><output name="b"/><annotation name="why"/>${rule}`).rows;
  expect(row?.cells.map(kinds)).toEqual([['any'], ['any'], ['compare'], ['expression', 'expression'], ['not'], ['expression']]); // prettier-ignore
  expect(row?.outputs.map((output) => output && expressionText(output))).toEqual(['`overdue-days`', undefined]);
  expect(row?.annotations).toEqual(['late']);
});

test('a rule that is too wide or too narrow, and a cell that cannot be read, are reported and leave the rest standing', () => {
  const table = `<decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/>
<rule><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>&gt;</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
<rule><inputEntry><text>3</text></inputEntry><outputEntry><text>3</text></outputEntry></rule></decisionTable>`;
  const { models, found } = readTexts(modelText(`<decision name="d">${table}</decision>`));
  expect(found).toEqual(['dmn-row-width 3:1', 'clause-ends-early 4:29']);
  expect(models[0]?.decisions[0]?.logic).toMatchObject({ rows: [{ cells: [] }, { cells: [undefined] }, { cells: [{ tests: [{ kind: 'expression' }] }] }] });
});
