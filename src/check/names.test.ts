import { expect, test } from 'vitest';
import { messageOf } from '../diagnostics/message.ts';
import { checkTexts, expectProblem, expectProblems, expectProblemsInFiles, policyOf } from './testing.ts';

test('a name that nothing bears is reported once, at the name, with the nearest one', () => {
  expectProblem('name-unknown', `
    decision d : days
      = «lown».overdue_days + 1
  `);
  const { found } = checkTexts('policy p\ninput loan\n  a : days\ndecision d : days\n  = lown.a');
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['nothing is called `lown` here; did you mean `loan`?']);
});

test('a suggestion may come from an imported policy', () => {
  const { found } = checkTexts('policy vocabulary\ntype Class = one of normal', 'policy p\nimport vocabulary\ninput c : Clas');
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['there is no type `Clas`; did you mean `vocabulary.Class`?']);
});

test('a member where no enum is expected suggests its qualified form', () => {
  const { found } = checkTexts('policy p\ntype G = one of credit\ndecision d : days\n  = credit');
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['nothing is called `credit` here; did you mean `G.credit`?']);
});

test('the field of a record', () => {
  expectProblem('field-unknown', `
    decision d : days
      = loan.«overdue»
  `);
});

test('a part that a value does not have', () => {
  expectProblem('property-unknown', `
    decision d : number
      = loan.start.«yaer»
  `);
});

test('a type', () => {
  expectProblem('type-unknown', 'input x : «Clas»');
  expectProblem('not-a-type', 'input x : «loan»');
});

test('a name that is declared twice points at the second; a broken body does not undeclare', () => {
  expectProblem('declared-twice', `
    decision d : days
      = 1
    decision «d» : days
      = 2
  `);
  expectProblem('name-unknown', `
    decision d : days
      = «nowhere»
    decision e : days
      = d + 1
  `);
});

const sound = 'decision d : days\n  = 1\ntest "t" as of 2024-01-01\n  expect d = 1\n';

test.each([
  ['enum members', 'type T = one of a, b, «a»'],
  ['fields', 'type T = record\n  a : days\n  «a» : text'],
  ['formal parameters', 'function f(x : days, «x» : days) : days\n  = x'],
  ['tests', `${sound}${sound.replace('"t"', '«"t"»').replace(/^decision.*\n.*\n/, '')}`],
  ['entries of a context', 'trigger t\n  when true\n  emit e { a: 1, «a»: 2 }'],
  ['arguments', 'function f(x : days) : days\n  = x\ndecision d : days\n  = f(x: 1, «x»: 2)'],
  ['exceptions', 'decision d : days\n  = 1\n  exception e\n    when true\n    then 1\n  exception «e»\n    when true\n    then 1'],
  ['an exception and a row', 'decision d : days\n  table\n    | id | loan.score || d |\n    |----|------------||---|\n    | R  | -          || 1 |\n  exception «R»\n    when true\n    then 1'],
  ['givens', 'test "t" as of 2024-01-01\n  given remark "a"\n  given «remark» "b"\n  expect d = 1\ndecision d : days\n  = 1'],
])('two %s of one name', (_, text) => {
  expectProblem('declared-twice', text);
});

test('a word of the language cannot be declared', () => {
  expectProblem('name-reserved', 'input «as_of» : date');
  expectProblem('name-reserved', 'type «days» = one of a');
  expectProblem('name-reserved', 'function «sum»(x : days) : days\n  = x');
});

test('a variable may not hide a declared name, but entries of a context may repeat one', () => {
  expectProblem('name-hidden', `
    decision d : list of number
      = for «loan» in [1, 2] return 1
  `);
  policyOf(`
    trigger t
      when true
      emit e { loan: loan.score, balance: loan.balance }
  `);
});

test('a parameter of a function comes before what is declared', () => {
  policyOf(`
    function f(loan : days) : days
      = loan + 1
  `);
});

test('a member that is also the name of something must be qualified', () => {
  expectProblem('name-ambiguous', `
    decision credit : boolean
      = loan.guarantee = «credit»
  `);
  policyOf(`
    decision credit : boolean
      = loan.guarantee = Guarantee.credit
  `);
});

test('a field inside a filter that is also the name of something must be qualified', () => {
  expectProblem('field-ambiguous', `
    decision balance : list of Loan
      = others[«balance» > 0]
  `);
  policyOf(`
    decision balance : list of Loan
      = others[item.balance > 0]
  `);
});

test('the policy\'s own name qualifies what it declares', () => {
  policyOf(`
    decision balance : money CNY
      = 1
    decision d : list of Loan
      = others[item.balance > p.balance]
  `);
});

test('members', () => {
  expectProblem('member-unknown', 'decision d : boolean\n  = loan.guarantee = «credt»');
  expectProblem('member-unknown', 'decision d : Guarantee\n  = Guarantee.«credt»');
});

test('what is not a value', () => {
  expectProblem('not-a-value', 'decision d : days\n  = «Class»');
  expectProblem('not-a-value', 'function f(x : days) : days\n  = x\ndecision d : days\n  = «f» + 1');
});

test('functions', () => {
  expectProblem('function-unknown', 'decision d : number\n  = «summ»([1, 2])');
  const { found } = checkTexts('policy p\ninput start : date\ndecision d : boolean\n  = start < today()');
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['there is no function `today`; did you mean `as_of`?']);
});

test('a manual question', () => {
  expectProblem('name-unknown', 'manual confirmed : boolean "?"\ndecision d : boolean\n  = «manual.confirmd»');
  policyOf('manual confirmed : boolean "?"\ndecision d : boolean\n  = manual.confirmed');
});

test('sources', () => {
  expectProblem('source-unknown', 'decision d : days\n  cites «Measure» art 1\n  = 1');
});

test('circles of decisions and functions are told with their path', () => {
  expectProblem('decision-cycle', `
    decision «a» : days
      = b
    decision b : days
      = a
  `);
  expectProblem('function-recursion', `
    function «f»(x : days) : days
      = if x = 0 then 0 else f(x - 1)
  `);
  expectProblem('decision-cycle', `
    function f(x : days) : days
      = d
    decision «d» : days
      = f(1)
  `);
  const { found } = checkTexts('policy p\ndecision a : days\n  = b\ndecision b : days\n  = a');
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['a decision rests on itself: `a` → `b` → `a`']);
});

test('a type that contains itself', () => {
  expectProblem('type-cycle', 'type «A» = record\n  b : B\ntype B = record\n  a : list of A');
});

test('imports', () => {
  expectProblemsInFiles(['import-unknown'], 'policy a\nimport «vocabulry»', 'policy vocabulary');
  expectProblemsInFiles(['import-cycle'], 'policy a\nimport b', 'policy b\nimport «a»');
  expectProblemsInFiles(['import-cycle'], 'policy a\nimport «a»');
  expectProblemsInFiles(['declared-twice'], 'policy a', 'policy «a»');
  expectProblemsInFiles(['imported-name-unknown'], 'policy v\ntype Class = one of a', 'policy a\nimport v\ninput c : v.«Clas»');
  expectProblemsInFiles(['imported-name-unknown'], 'policy v\ninput x : days', 'policy a\nimport v\ndecision d : days\n  = v.«y»');
});

test('an import that cannot be resolved makes no further problems', () => {
  expectProblemsInFiles(['import-unknown'], 'policy a\nimport «nowhere»\ninput c : nowhere.Class\ndecision d : days\n  = nowhere.x + nowhere.f(1)\n  cites nowhere.S art 1');
});

test('everything of an imported policy is there under its name', () => {
  const { found, policies } = checkTexts(
    'policy v\nsource S "s" articles 1..3\ntype C = one of good, bad ordered\ninput loan\n  x : days\nmanual m : boolean "?"\nparameter rate(c : C) : percent\n  | id | c | || rate |\n'.replace('| c | ||', '| c ||') +
      '  |----|---||------|\n  | R  | - || 1%   |\ndecision d : C\n  = if loan.x > 3 then bad else good',
    'policy p\nimport v\ndecision e : percent\n  cites v.S art 2\n  = if v.loan.x > 1 and v.d = bad and v.manual.m then v.rate(v.C.good) else v.rate(bad)',
  );
  expect(found).toEqual([]);
  expect(policies.map(({ name }) => name)).toEqual(['v', 'p']);
});

test('a policy that imports a broken one is not given back, and is not blamed', () => {
  const { found, policies } = checkTexts('policy v\ninput x : dayz', 'policy p\nimport v\ndecision d : days\n  = v.x');
  expect(found.map(({ code }) => code)).toEqual(['type-unknown']);
  expect(policies).toEqual([]);
});

test('several problems are told in one run', () => {
  expectProblems(['type-unknown', 'name-unknown', 'field-unknown'], `
    input x : «Clas»
    decision d : days
      = «lown»
    decision e : boolean
      = loan.«ovrdue» > 3 and x = normal
  `);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  expectProblem('name-unknown', `decision d : days\n  = «${name}»`);
  policyOf(`type T = record\n  ${name} : days\ninput ${name} : T\ndecision d : days\n  = ${name}.${name}`);
});
