import { expect, test } from 'vitest';
import { checkTexts, expectProblem, policyOf } from './testing.ts';

/** A decision with a table of one column. `rows` are the cells after the id, without the outer bars. */
function table(type: string, head: string, column: string, outputs: string, ...rows: readonly string[]): string {
  const ruled = `|----|${column.replace(/./gu, '-')}||${outputs.replace(/[^|]/gu, '-')}|`;
  return [`decision d : ${type}`, `  ${head}`, `    | id | ${column} || ${outputs} |`, `    ${ruled}`, ...rows.map((row, index) => `    | R${index + 1} | ${row} |`)].join('\n');
}

test('cells: every kind of test, in the terms of the model', () => {
  const { decisions } = policyOf(
    table('days', 'table first', 'loan.overdue_days', 'd', '- || 1', '> 90 || 1', '1..7 || 1', '(1..7] || 1', '0, 5 || 1', 'not(3, > 9) || 1', '[1, 2] || 1', '? * 2 > 9 || 1', '>= loan.terms.term_limit || 1'.replace('loan.terms.term_limit', '30'), 'for i in [1, 2] return i || 1'),
  );
  const [body] = decisions.get('d')?.bodies ?? [];
  expect(body?.kind === 'table' && body.rows.map(({ cells }) => cells[0]?.kind)).toEqual(['any', 'compare', 'between', 'between', 'one of', 'not', 'one of', 'holds', 'compare', 'within']);
});

test('cells of an enum, of booleans, of dates, and cells that read other facts', () => {
  policyOf(table('days', 'table first', 'loan.class', 'd', 'normal || 1', 'normal, substandard || 1', '>= special_mention || 1', 'normal..special_mention || 1', 'not(normal) || 1'));
  policyOf(table('days', 'table', 'loan.refinanced', 'd', 'true || 1', 'false || 2'));
  policyOf(table('days', 'table first', 'loan.start', 'd', '2024-01-01 .. || 1', '< as_of || 1', '2023-01-01..2023-12-31 || 1', '.. 2020-01-01 || 1'));
  policyOf(table('days', 'table', 'loan.class', 'd', '> (if loan.refinanced then normal else special_mention) || 1'));
});

test('cells of the wrong type', () => {
  expectProblem('comparison-mismatch', table('days', 'table', 'loan.overdue_days', 'd', '«"a"» || 1'));
  expectProblem('enum-compared-with-text', table('days', 'table', 'loan.guarantee', 'd', '«"credit"» || 1'));
  expectProblem('member-unknown', table('days', 'table', 'loan.guarantee', 'd', '«crdit» || 1'));
  expectProblem('enum-not-ordered', table('days', 'table', 'loan.guarantee', 'd', '«> credit» || 1'));
  expectProblem('range-reversed', table('days', 'table', 'loan.overdue_days', 'd', '«9..1» || 1'));
  expectProblem('units-differ', table('days', 'table', 'loan.overdue_days', 'd', '«> loan.balance» || 1'));
  expectProblem('value-out-of-range', table('days', 'table', 'loan.overdue_days', 'd', '> «9999» || 1'));
  expectProblem('condition-expected', table('days', 'table', 'loan.overdue_days', 'd', '«? + 1» || 1'));
  expectProblem('comparison-mismatch', table('days', 'table', 'loan.overdue_days', 'd', '«[loan.purpose][1]» || 1'));
});

test('one bad cell is one problem and hides none', () => {
  expectProblem('member-unknown', table('days', 'table', 'loan.guarantee', 'd', '«crdit» || 1', 'credit || 2'));
  const { found } = checkTexts(`policy p\ntype G = one of a, b\ninput g : G\n${table('days', 'table', 'g', 'd', 'x || 1', 'y || "z"')}`);
  expect(found.map(({ code }) => code)).toEqual(['member-unknown', 'member-unknown', 'type-mismatch']);
});

test('? stands for a value only in cells', () => {
  expectProblem('input-value-misplaced', 'decision d : boolean\n  = «?» > 1');
});

test('several outputs are the fields of a record', () => {
  const outputs = 'rate | term';
  policyOf(table('Terms', 'table', 'loan.refinanced', outputs, '- || 1% | 12'));
  expectProblem('outputs-need-record', table('days', 'table', 'loan.refinanced', outputs, '- || 1% | 12').replace(outputs, `«${outputs}»`));
  expectProblem('output-unknown', table('Terms', 'table', 'loan.refinanced', 'rate | «trem»', '- || 1% | 12'));
  expectProblem('output-not-given', table('Terms', 'table', 'loan.refinanced', '«rate | memo»', '- || 1% | "a"'));
  expectProblem('declared-twice', table('Terms', 'table', 'loan.refinanced', 'rate | term | «rate»', '- || 1% | 12 | 2%'));
  expectProblem('type-mismatch', table('Terms', 'table', 'loan.refinanced', outputs, '- || 1% | «"a"»'));
});

test('hit policies and the types of their results', () => {
  for (const head of ['table', 'table unique', 'table any', 'table first', 'table priority worst first']) policyOf(table('Class', head, 'loan.score', 'd', '> 1 || normal'));
  for (const head of ['table collect', 'table rule order', 'table output order best first']) policyOf(table('list of Class', head, 'loan.score', 'd', '> 1 || normal'));
  policyOf(table('Guarantee', 'table priority', 'loan.score', 'd', '> 1 || credit'));
  for (const head of ['table collect sum', 'table collect min', 'table collect max']) policyOf(table('days', head, 'loan.score', 'd', '> 1 || 2'));
  policyOf(table('count', 'table collect count', 'loan.score', 'd', '> 1 || "x"'));
  expectProblem('collect-needs-list', table('Class', '«table collect»', 'loan.score', 'd', '> 1 || normal'));
  expectProblem('aggregate-needs-number', table('Class', '«table collect sum»', 'loan.score', 'd', '> 1 || normal'));
  expectProblem('priority-needs-enum', table('days', '«table priority»', 'loan.score', 'd', '> 1 || 1'));
  expectProblem('preference-missing', table('Class', '«table priority»', 'loan.score', 'd', '> 1 || normal'));
  expectProblem('preference-misplaced', table('Class', '«table unique worst first»', 'loan.score', 'd', '> 1 || normal'));
  expectProblem('preference-misplaced', table('Guarantee', '«table priority worst first»', 'loan.score', 'd', '> 1 || credit'));
});

test('a rounding after the table takes the grain off its outputs', () => {
  policyOf(`${table('money CNY', 'table', 'loan.score', 'd', '- || loan.balance / 3')}\n  round half up to 0.01`);
  expectProblem('value-ungrained', table('money CNY', 'table', 'loan.score', 'd', '- || «loan.balance / 3»'));
});

test('row ids may come again in another stretch of time only', () => {
  const dated = (first: string, second: string): string => `
    decision d : days
      table
        | id | loan.score || d | in force |
        |----|------------||---|----------|
        | R1 | > 1        || 1 | ${first} |
        ${second}
  `.replaceAll('|| d |', '|| d ||').replaceAll('||---|-', '||---||-').replaceAll('|| 1 |', '|| 1 ||');
  policyOf(dated('2020-01-01..2020-12-31', '| R1 | > 1        || 1 | 2021-01-01 .. |'));
  expectProblem('row-id-repeated', dated('2020-01-01..2021-01-01', '«| R1 | > 1        || 1 | 2021-01-01 .. |»'));
});

test('two tables of one decision follow each other in time', () => {
  const tables = (first: string, second: string): string => `
    decision d : days
      table in force ${first}
        | id | loan.score || d |
        |----|------------||---|
        | R1 | -          || 1 |
      «table in force ${second}»
        | id | loan.refinanced || d |
        |----|-----------------||---|
        | R1 | -               || 1 |
  `;
  policyOf(tables('.. 2020-12-31', '2021-01-01 ..').replace(/[«»]/g, ''));
  expectProblem('tables-both-in-force', tables('.. 2021-01-01', '2021-01-01 ..'));
});

test('one otherwise row', () => {
  expectProblem('otherwise-repeated', table('days', 'table', 'loan.score', 'd', '> 1 || 1', 'otherwise || 2', 'otherwise || 3').replace('| R3 | otherwise || 3 |', '«| R3 | otherwise || 3 |»'));
});

const excepted = `decision d : days
  table
    | id | loan.score || d |
    |----|------------||---|
    | R1 | -          || 1 |
`;

function exception(head: string, when = 'loan.refinanced', then = '2'): string {
  return `  exception ${head}\n    when ${when}\n    then ${then}\n`;
}

test('exceptions are directed at a row, an exception or the decision', () => {
  const { decisions } = policyOf(excepted + exception('a to R1') + exception('b to a') + exception('c to d') + exception('e'));
  expect(decisions.get('d')?.exceptions.map(({ target }) => target)).toEqual([{ kind: 'row', id: 'R1' }, { kind: 'exception', name: 'a' }, { kind: 'decision' }, { kind: 'decision' }]);
  expectProblem('exception-target-unknown', excepted + exception('a to «R2»'));
  expectProblem('exception-cycle', excepted + exception('a to «b»') + exception('b to a'));
  expectProblem('condition-expected', excepted + exception('a', '«loan.score»'));
  expectProblem('type-mismatch', excepted + exception('a', 'true', '«"x"»'));
});

test('an exception that reads its own decision is a circle', () => {
  expectProblem('decision-cycle', (excepted + exception('a', 'd > 1')).replace('decision d', 'decision «d»'));
});

test('properties speak of what has an order', () => {
  policyOf(`
    property "a"
      loan.class never improves when loan.overdue_days increases
    property "b"
      loan.score never decreases when loan.start decreases
    property "c"
      always loan.score >= 0
    property "d"
      loan.class never worsens when loan.expected_loss decreases
  `);
  expectProblem('property-subject-invalid', 'property "a"\n  «loan.guarantee» never improves when loan.overdue_days increases');
  expectProblem('property-driver-invalid', 'property "a"\n  loan.class never improves when «loan.guarantee» increases');
  expectProblem('property-driver-invalid', 'property "a"\n  loan.class never improves when «loan.score + 1» increases');
  expectProblem('condition-expected', 'property "a"\n  always «loan.score»');
});

test('a table of ten thousand rows keeps every row', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `    | R${index} | ${index}..${index} | normal, special_mention || ${index} || Measures art ${(index % 48) + 1} |`);
  const { decisions } = policyOf(`decision d : number\n  table\n    | id | loan.score | loan.class || d || cites |\n    |----|---|---||---||---|\n${rows.join('\n')}`);
  const [body] = decisions.get('d')?.bodies ?? [];
  expect(body?.kind === 'table' && body.rows.length).toBe(10_000);
});
