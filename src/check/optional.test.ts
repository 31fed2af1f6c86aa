import { expect, test } from 'vitest';
import { expectProblem, policyOf } from './testing.ts';

function decision(type: string, expression: string): string {
  return `decision d : ${type}\n  = ${expression}`;
}

test('reading an optional fact needs a guard', () => {
  expectProblem('fact-unguarded', decision('money CNY', '«loan.expected_loss»'));
  expectProblem('fact-unguarded', decision('boolean', '«remark» = "a"'));
  expectProblem('fact-unguarded', decision('list of money CNY', 'for l in others return «l.loss»'));
  expectProblem('fact-unguarded', decision('list of money CNY', '«others.loss»'));
  expectProblem('fact-unguarded', decision('list of Loan', 'others[«loss» > 0]'));
  expectProblem('fact-unguarded', decision('boolean', 'loan.expected_loss = missing and «loan.expected_loss» > 0'));
  expectProblem('fact-unguarded', decision('boolean', 'loan.expected_loss != missing or «loan.expected_loss» > 0'));
  expectProblem('fact-unguarded', decision('money CNY', 'if loan.expected_loss = missing then «loan.expected_loss» else 0'));
});

test.each([
  ['if … = missing', 'money CNY', 'if loan.expected_loss = missing then 0 else loan.expected_loss'],
  ['if … != missing', 'money CNY', 'if loan.expected_loss != missing then loan.expected_loss else 0'],
  ['and', 'boolean', 'loan.expected_loss != missing and loan.expected_loss > 0'],
  ['or', 'boolean', 'loan.expected_loss = missing or loan.expected_loss > 0'],
  ['not', 'boolean', 'not(loan.expected_loss = missing) and loan.expected_loss > 0'],
  ['both of two', 'boolean', 'if loan.expected_loss != missing and remark != missing then remark = "a" and loan.expected_loss > 0 else false'],
  ['either way', 'money CNY', 'if (loan.expected_loss != missing and loan.refinanced) or (loan.expected_loss != missing and loan.score > 1) then loan.expected_loss else 0'],
  ['in tests', 'boolean', 'loan.expected_loss in (missing, > 5)'],
  ['a variable', 'list of money CNY', 'for l in others return if l.loss = missing then 0 else l.loss'],
  ['some', 'boolean', 'some l in others satisfies l.loss != missing and l.loss > 0'],
  ['a filter', 'list of Loan', 'others[loss != missing and loss > 0]'],
  ['the elements of a filtered list', 'money CNY', 'sum(others[loss != missing].loss)'],
  ['the variable over a filtered list', 'list of money CNY', 'for l in others[loss != missing] return l.loss'],
  ['a filter of a filtered list', 'list of Loan', 'others[loss != missing][loss > 3]'],
])('a guard: %s', (_, type, expression) => {
  policyOf(decision(type, expression));
});

test('a guard of one fact is none of another', () => {
  expectProblem('fact-unguarded', decision('boolean', 'remark != missing and «loan.expected_loss» > 0'));
  expectProblem('fact-unguarded', 'decision d : boolean\n  = some a in others satisfies some b in others satisfies a.loss != missing and «b.loss» > 0');
});

test('the when of an exception, trigger or property guards what follows', () => {
  policyOf(`
    decision d : money CNY
      = 0
      exception e
        when loan.expected_loss != missing
        then loan.expected_loss
    trigger t
      when loan.expected_loss != missing and loan.expected_loss > 5
      emit e { loss: loan.expected_loss }
    property "p"
      always loan.expected_loss >= 0 when loan.expected_loss != missing
  `);
});

test('a required fact can never be missing', () => {
  expectProblem('never-missing', decision('boolean', '«loan.overdue_days = missing»'));
  expectProblem('never-missing', decision('boolean', 'loan.overdue_days in («missing», 5)'));
  expectProblem('never-missing', 'decision d : days\n  table\n    | id | loan.overdue_days || d |\n    |----|-------------------||---|\n    | R1 | «missing»         || 1 |');
});

test('missing is not a value', () => {
  expectProblem('missing-misplaced', decision('money CNY', '«missing»'));
  expectProblem('missing-misplaced', decision('boolean', 'loan.expected_loss > «missing»'.replace('loan.expected_loss', '1')));
});

test('a column of an optional fact needs a row for its absence', () => {
  expectProblem('column-missing-unhandled', `
    decision d : days
      table
        | id | «loan.expected_loss» || d |
        |----|--------------------||---|
        | R1 | > 0                || 1 |
        | R2 | 0                  || 2 |
  `);
  const { decisions } = policyOf(`
    decision d : money CNY
      table
        | id | loan.expected_loss || d                  |
        |----|--------------------||--------------------|
        | R1 | > 0                || loan.expected_loss |
        | R2 | 0, missing         || 0                  |
  `);
  const [table] = decisions.get('d')?.bodies ?? [];
  expect(table).toMatchObject({ columns: [{ text: 'loan.expected_loss', mayBeMissing: true }], rows: [{}, { cells: [{ kind: 'one of', tests: [{ kind: 'compare' }, { kind: 'missing' }] }] }] });
});

test('a row that also holds for a missing value does not guard its outputs', () => {
  expectProblem('fact-unguarded', `
    decision d : money CNY
      table
        | id | loan.expected_loss || d                  |
        |----|--------------------||--------------------|
        | R1 | -                  || «loan.expected_loss» |
  `);
});

test('a whole record that is optional', () => {
  policyOf(`
    input extra : Terms optional
    decision d : months
      = if extra = missing then 0 else extra.term
  `);
  expectProblem('fact-unguarded', 'input extra : Terms optional\ndecision d : months\n  = «extra».term');
});

test('a manual question may be optional', () => {
  policyOf('manual m : boolean optional "?"\ndecision d : boolean\n  = if manual.m = missing then false else manual.m');
  expectProblem('fact-unguarded', 'manual m : boolean optional "?"\ndecision d : boolean\n  = «manual.m»');
});
