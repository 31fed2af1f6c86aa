import { expect, test } from 'vitest';
import { anything, boolean, compare, compute, constant, decimal, enumConstant, num, number, read } from '../fixtures/expressions.ts';
import type { DecisionAnswer } from '../answer.ts';
import type { Exception } from '../../model/policy.ts';
import type { Typed } from '../../model/expression.ts';
import { decide, decision, enumOf, exception, fact, from, policy, row, table } from '../fixtures/model.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const [normal, special, loss] = [enumConstant(Class, 'normal'), enumConstant(Class, 'special_mention'), enumConstant(Class, 'loss')];
const renewed = fact('renewed', boolean);
const mortgaged = fact('mortgaged', boolean);
const byRow = table('unique', [read(renewed)], Class.type, [row('C1', [anything], special)]);

function outcome(exceptions: readonly Exception[], facts: readonly [boolean, boolean] = [true, true], body: typeof byRow | Typed = byRow): DecisionAnswer | undefined {
  const { decisions } = decide(policy([renewed, mortgaged, decision('conduct', Class.type, body, { exceptions })]), [[renewed, facts[0]], [mortgaged, facts[1]]]);
  return decisions['conduct'];
}

const toDecision = { kind: 'decision' } as const;
const toException = (name: string): Exception['target'] => ({ kind: 'exception', name });

test('an exception to a row replaces its output when the row fired and `when` holds', () => {
  const renewal = exception('renewal', 'C1', read(renewed), normal);
  expect(outcome([renewal], [true, true])).toMatchObject({ value: 'normal', rules: ['conduct.C1', 'conduct.renewal'] });
  expect(outcome([renewal], [false, true])).toMatchObject({ value: 'special_mention', rules: ['conduct.C1'] });
  expect(outcome([exception('renewal', 'C9', read(renewed), normal)])).toMatchObject({ value: 'special_mention', rules: ['conduct.C1'] });
});

test('an exception to a decision replaces whatever it came to', () => {
  expect(outcome([exception('relief', toDecision, read(renewed), normal)], [true, true], loss)).toMatchObject({ value: 'normal', rules: ['conduct.relief'] });
});

test('it replaces a decided outcome only: a decision that is not decided stays so', () => {
  const never = table('unique', [read(renewed)], Class.type, []);
  expect(outcome([exception('relief', toDecision, read(renewed), normal)], [true, true], never)?.outcome).toBe('no_match');
});

test('rows’ exceptions come first, then the decision’s', () => {
  const both = [exception('relief', toDecision, read(mortgaged), loss), exception('renewal', 'C1', read(renewed), normal)];
  expect(outcome(both)).toMatchObject({ value: 'loss', rules: ['conduct.C1', 'conduct.renewal', 'conduct.relief'] });
  expect(outcome(both, [true, false])).toMatchObject({ value: 'normal', rules: ['conduct.C1', 'conduct.renewal'] });
});

test('an exception to an exception replaces its outcome, and only while that one is active', () => {
  const chain = [exception('renewal', 'C1', read(renewed), normal), exception('abuse', toException('renewal'), read(mortgaged), loss)];
  expect(outcome(chain, [true, true])).toMatchObject({ value: 'loss', rules: ['conduct.C1', 'conduct.renewal', 'conduct.abuse'] });
  expect(outcome(chain, [true, false])).toMatchObject({ value: 'normal' });
  expect(outcome(chain, [false, true])).toMatchObject({ value: 'special_mention', rules: ['conduct.C1'] });
});

test('two active at one target with different results are a conflict that names them', () => {
  const both = [exception('renewal', 'C1', read(renewed), normal), exception('mortgage', 'C1', read(mortgaged), loss)];
  expect(outcome(both)).toMatchObject({ outcome: 'conflict', reasons: [{ code: 'exceptions-disagree', rules: ['conduct.renewal', 'conduct.mortgage'] }] });
  expect(outcome(both, [true, false])).toMatchObject({ value: 'normal' });
});

test('two active at one target with the same result are both rules', () => {
  const both = [exception('renewal', 'C1', read(renewed), normal), exception('mortgage', 'C1', read(mortgaged), normal)];
  expect(outcome(both)).toMatchObject({ value: 'normal', rules: ['conduct.C1', 'conduct.renewal', 'conduct.mortgage'] });
});

test('an exception that is not in force on the date does not count, nor does what it reads', () => {
  const later = exception('renewal', 'C1', read(fact('unknown', boolean)), normal, { inForce: from('2024-09-24') });
  expect(outcome([later])).toMatchObject({ value: 'special_mention', rules: ['conduct.C1'] });
});

test('what the exceptions in force read is needed, whether or not they can apply', () => {
  const extra = fact('extra', boolean);
  const { decisions } = decide(policy([renewed, extra, decision('conduct', Class.type, loss, { exceptions: [exception('e', 'C9', read(extra), normal)] })]), []);
  expect(decisions['conduct']?.reasons).toMatchObject([{ missing: ['extra'] }]);
});

test('an error in `when` or `then` is the decision’s', () => {
  const broken = compute(num('1'), '/', num('0'), number);
  expect(outcome([exception('e', 'C1', compare(broken, '>', num('0')), normal)])).toMatchObject({ outcome: 'error', reasons: [{ code: 'division-by-zero' }] });
  expect(outcome([exception('e', 'C1', constant('yes'), normal)])).toMatchObject({ outcome: 'error', reasons: [{ code: 'condition-not-boolean' }] });
});

test('what an exception puts in place is checked against the declared type', () => {
  const amount = fact('amount', number);
  const whole = { ...number, grain: decimal('1') };
  const rounded = decision('rounded', whole, num('1', whole), { exceptions: [exception('e', toDecision, constant(true, boolean), read(amount))] });
  expect(decide(policy([amount, rounded]), [[amount, decimal('1.5')]]).decisions['rounded']).toMatchObject({ outcome: 'error', reasons: [{ code: 'result-outside-type' }] });
});
