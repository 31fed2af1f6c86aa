import { expect, test } from 'vitest';
import { compare, compared, compute, constant, days, decimal, num, number, of, read, spanOf, text } from './fixtures/expressions.ts';
import { decide, decision, fact, from, policy, row, table, trigger } from './fixtures/model.ts';
import type { Typed } from '../model/expression.ts';

const overdue = fact('loan.overdue_days', days);
const id = fact('loan.id', text);
const severity = decision('severity', number, table('unique', [read(overdue)], number, [row('S1', [compared('<=', num('90'))], num('0')), row('S2', [compared('>', num('100'))], num('1'))]));
const asOf: Typed = { kind: 'as of', type: { kind: 'date', allowed: undefined }, span: spanOf('as_of') };
const data: Typed = {
  kind: 'context',
  entries: [
    { name: 'loan', variable: 'loan', value: read(id) },
    { name: 'since', variable: 'since', value: asOf },
    { name: 'days', variable: 'days', value: read(overdue) },
  ],
  type: { kind: 'record', name: undefined, fields: new Map([['days', { type: days, optional: false, label: undefined }]]) },
  span: spanOf('{…}'),
};
const watchList = trigger('watch_list', compare(of(severity), '>', num('0')), [['watch', data], ['notify', undefined]]);
const watched = policy([overdue, id, severity, watchList]);

test('a trigger that fires emits its events, with the rules that made it fire', () => {
  const { triggers, events } = decide(watched, [[overdue, decimal('120')], [id, '42']]);
  expect(triggers['watch_list']).toEqual({ outcome: 'decided', fired: true, because: ['severity.S2'], cites: [] });
  expect(events).toEqual([
    { event: 'watch', trigger: 'watch_list', data: { loan: '42', since: '2024-01-31', days: 120 } },
    { event: 'notify', trigger: 'watch_list', data: null },
  ]);
});

test('one that does not fire emits nothing, and says why too', () => {
  const { triggers, events } = decide(watched, [[overdue, decimal('1')], [id, '42']]);
  expect(triggers['watch_list']).toEqual({ outcome: 'decided', fired: false, because: ['severity.S1'], cites: [] });
  expect(events).toEqual([]);
});

test('a trigger has an outcome as decisions have: what it needs is static', () => {
  const { triggers, events, outcome } = decide(watched, [[overdue, decimal('1')]]);
  expect(triggers['watch_list']).toMatchObject({ outcome: 'missing_facts', reasons: [{ missing: ['loan.id'] }] });
  expect([events, outcome]).toEqual([[], 'missing_facts']);
  expect(decide(watched, [[overdue, decimal('95')], [id, '42']]).triggers['watch_list']).toMatchObject({ outcome: 'no_match', reasons: [{ decision: 'severity' }] });
});

test('a condition that is not true or false is an error', () => {
  const odd = trigger('odd', num('1'), [['e', undefined]]);
  expect(decide(policy([odd]), []).triggers['odd']).toMatchObject({ outcome: 'error', reasons: [{ code: 'condition-not-boolean' }] });
});

test('an error in an event’s data is the trigger’s, and no event is sent', () => {
  const odd = trigger('odd', constant(true, { kind: 'boolean' }), [['first', undefined], ['second', compute(num('1'), '/', num('0'))]]);
  const { triggers, events } = decide(policy([odd]), []);
  expect(triggers['odd']).toMatchObject({ outcome: 'error', reasons: [{ code: 'division-by-zero' }] });
  expect(events).toEqual([]);
});

test('outside its period a trigger does not fire; outside its policy’s nothing can be said', () => {
  const always = constant(true, { kind: 'boolean' });
  const dated = trigger('dated', always, [['e', undefined]], { inForce: from('2025-01-01') });
  expect(decide(policy([dated]), []).triggers['dated']).toMatchObject({ outcome: 'decided', fired: false });
  const plain = trigger('plain', always, [['e', undefined]]);
  expect(decide(policy([plain], { inForce: from('2025-01-01') }), []).triggers['plain']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'not-in-force' }] });
});

test('triggers may be asked for by name, alone', () => {
  const { decisions, triggers } = decide(watched, [[overdue, decimal('120')], [id, '42']], { decisions: ['watch_list'] });
  expect([Object.keys(decisions), Object.keys(triggers)]).toEqual([[], ['watch_list']]);
});
