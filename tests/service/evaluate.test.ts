import { expect, test } from 'vitest';
import { lending } from './lending-policy.ts';
import type { Reply } from './listening.ts';
import { post, serving } from './listening.ts';

const service = serving(lending);

/** Sends facts, as JSON text, and perhaps other parts of the request. */
function evaluate(facts: string, rest = '', headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return post(`${service.origin()}/v1/policies/lending/evaluate`, `{"facts": ${facts}, "as_of": "2024-01-31"${rest}}`, headers);
}

/** The problems of a reply that must be a 422: path and code of each. */
async function problemsOf(facts: string): Promise<readonly (readonly [path: string, code: string])[]> {
  const { status, json } = await evaluate(facts);
  expect(status).toBe(422);
  const { error } = json as { error: { code: string; problems: { path: string; code: string }[] } };
  expect(error.code).toBe('facts-rejected');
  return error.problems.map(({ path, code }) => [path, code] as const);
}

const whole = `{
  "loan": {"id": "42", "overdue_days": 91, "guarantee": "credit", "balance": "1000000.00", "rate": 0.0435, "score": 1.5,
           "reviewed": true, "granted_on": "2023-02-28", "term": 12, "grade": "A"},
  "others": [{"bank": "甲", "balance": 0.1}, {"bank": "乙", "balance": "0.2", "note": "x"}],
  "account": 9007199254740993,
  "manual": {"able_to_perform": {"value": true, "who": "李明", "when": "2024-01-30"}},
  "vocabulary": {"region": "上海"}
}`;

test('a whole case is decided, with reasons, events and a receipt', async () => {
  const { status, json, headers } = await evaluate(whole, ', "subject": "loan-42"');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(json).toMatchObject({
    outcome: 'decided',
    decisions: {
      class: { outcome: 'decided', value: 'loss', rules: ['class.F3'], cites: [{ citation: 'Rules art 2', of: 'class.F3' }] },
      doubled: { value: '2000000.00' },
      at_others: { value: '0.30' },
      may_upgrade: { value: true },
      region: { value: '上海' },
    },
    triggers: { watch: { outcome: 'decided', fired: true } },
    events: [{ event: 'watch', trigger: 'watch', data: { loan: '42', since: '2024-01-31', days: 91, balance: '1000000.00' } }],
    receipt: { receipt_version: 1, policy: 'lending', imports: [{ policy: 'vocabulary' }], git: null, as_of: '2024-01-31', subject: 'loan-42', asked: null },
    trace: null,
  });
});

test('numbers come back to the last digit', async () => {
  const { text } = await evaluate('{"account": 9007199254740993, "loan": {"score": 0.1000000000000000055}}', ', "decisions": ["same_account", "same_score"]');
  expect(text).toContain('"value":"9007199254740993"');
  expect(text).toContain('"value":"0.1000000000000000055"');
});

test('the same request gives the same bytes', async () => {
  const [first, second] = [await evaluate(whole), await evaluate(whole)];
  expect(second.text).toBe(first.text);
});

test('the spelling of the facts changes nothing but what was said', async () => {
  const spelled = await evaluate('{"loan": {"overdue_days": 91, "balance": 1000000.00}}', ', "decisions": ["class", "doubled"]');
  const otherwise = await evaluate('{"loan":{"balance":"1e6","overdue_days":"91.0"}}'.replace('"1e6"', '1e6'), ', "decisions": ["doubled", "class"]');
  expect(otherwise.text).toBe(spelled.text);
});

test('an absent fact is an answer, and it is named', async () => {
  const { status, json } = await evaluate('{"loan": {"overdue_days": 1}}', ', "decisions": ["class", "doubled"]');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    outcome: 'missing_facts',
    decisions: { class: { value: 'special_mention' }, doubled: { outcome: 'missing_facts', reasons: [{ missing: ['loan.balance'] }] } },
  });
});

test('a field absent within a list is missing, not wrong', async () => {
  const { status, json } = await evaluate('{"others": [{"bank": "甲", "balance": 1}, {"bank": "乙"}]}', ', "decisions": ["at_others"]');
  expect(status).toBe(200);
  expect(json).toMatchObject({ outcome: 'missing_facts', decisions: { at_others: { reasons: [{ missing: ['others[1].balance'] }] } } });
});

test('only what is asked for is answered, triggers too', async () => {
  const { json } = await evaluate(whole, ', "decisions": ["watch"]');
  expect(json).toMatchObject({ decisions: {}, triggers: { watch: { fired: true } }, receipt: { asked: ['watch'] } });
});

test.each(['none', 'fired', 'full'])('explain %s', async (explain) => {
  const { json } = await evaluate(whole, `, "explain": "${explain}"`);
  const { trace } = json as { trace: unknown };
  expect(trace === null).toBe(explain === 'none');
});

test('every problem of the facts is reported at once, each with its path', async () => {
  const problems = await problemsOf(`{
    "loan": {"id": 42, "overdue_days": "5 days", "guarantee": "crdit", "balance": 0.001, "rate": 1.01, "score": null, "reviewed": "true",
             "granted_on": "2023-02-29", "term": 0, "grade": "C", "expected_loss": -1, "overdue": 3},
    "others": [{"bank": "甲", "balance": "12元"}, 5, {"balace": 1}],
    "account": true,
    "manual": {"able_to_perform": {"value": 1, "who": " ", "when": "yesterday"}, "other": {}},
    "vocabulary": {"region": null},
    "guarantor": {}
  }`);
  expect(problems).toEqual([
    ['loan.id', 'fact-wrong-type'],
    ['loan.overdue_days', 'fact-wrong-type'],
    ['loan.guarantee', 'fact-not-a-member'],
    ['loan.balance', 'fact-off-grain'],
    ['loan.rate', 'fact-out-of-range'],
    ['loan.score', 'fact-null'],
    ['loan.reviewed', 'fact-wrong-type'],
    ['loan.granted_on', 'fact-invalid-date'],
    ['loan.term', 'fact-out-of-range'],
    ['loan.grade', 'fact-out-of-range'],
    ['loan.expected_loss', 'fact-out-of-range'],
    ['loan.overdue', 'unknown-fact'],
    ['others[0].balance', 'fact-wrong-type'],
    ['others[1]', 'fact-wrong-type'],
    ['others[2].balace', 'unknown-fact'],
    ['account', 'fact-wrong-type'],
    ['manual.able_to_perform.value', 'fact-wrong-type'],
    ['manual.able_to_perform.who', 'fact-wrong-type'],
    ['manual.able_to_perform.when', 'fact-invalid-date'],
    ['manual.other', 'unknown-fact'],
    ['vocabulary.region', 'fact-null'],
    ['guarantor', 'unknown-fact'],
  ]);
});

test.each(['" 5"', '"5 "', '"5元"', '""', '"1e3"', '"0x10"', '"Infinity"', '"1,000"', '"１２"', 'true', '[]', '{}', '"NaN"'])('%s is no number', async (value) => {
  expect(await problemsOf(`{"loan": {"overdue_days": ${value}}}`)).toEqual([['loan.overdue_days', 'fact-wrong-type']]);
});

test('half a day is off the grain of days, and half a fen off that of money', async () => {
  expect(await problemsOf('{"loan": {"overdue_days": 0.5, "balance": "0.005"}}')).toEqual([
    ['loan.overdue_days', 'fact-off-grain'],
    ['loan.balance', 'fact-off-grain'],
  ]);
});

test('a number that cannot be kept whole is refused, not rounded', async () => {
  const digits = '1234567890'.repeat(100);
  expect(await problemsOf(`{"account": ${digits}1, "loan": {"score": 0.12345678901234567890123456789012345}}`)).toEqual([
    ['account', 'fact-too-many-digits'],
    ['loan.score', 'fact-too-many-digits'],
  ]);
  expect(await problemsOf('{"loan": {"score": 1e99999}}')).toEqual([['loan.score', 'fact-number-too-large']]);
  expect(await problemsOf('{"loan": {"score": 1e-99999}}')).toEqual([['loan.score', 'fact-number-too-large']]);
});

test('__proto__ and its kin are unknown facts like any other', async () => {
  expect(await problemsOf('{"__proto__": {"x": 1}, "constructor": {}, "loan": {"__proto__": 1, "toString": 2, "hasOwnProperty": 3}}')).toEqual([
    ['__proto__', 'unknown-fact'],
    ['constructor', 'unknown-fact'],
    ['loan.__proto__', 'unknown-fact'],
    ['loan.toString', 'unknown-fact'],
    ['loan.hasOwnProperty', 'unknown-fact'],
  ]);
  expect('x' in {}).toBe(false);
});

test('half a character is refused', async () => {
  expect(await problemsOf('{"loan": {"id": "\\ud800"}}')).toEqual([['loan.id', 'fact-not-unicode']]);
});

test('an answer of a person needs its value, its author and its date', async () => {
  expect(await problemsOf('{"manual": {"able_to_perform": {"value": true, "whom": "李明"}}}')).toEqual([
    ['manual.able_to_perform.whom', 'unknown-fact'],
    ['manual.able_to_perform', 'manual-incomplete'],
    ['manual.able_to_perform', 'manual-incomplete'],
  ]);
  expect(await problemsOf('{"manual": {"able_to_perform": true}}')).toEqual([['manual.able_to_perform', 'facts-not-an-object']]);
});

test.each(['null', '[]', '"x"', '5'])('facts that are %s are refused', async (facts) => {
  expect(await problemsOf(facts)).toEqual([['', 'facts-not-an-object']]);
});

test('messages suggest what was meant, and Chinese callers read Chinese', async () => {
  const english = await evaluate('{"loan": {"overdue_day": 1}}');
  expect(english.json).toMatchObject({ error: { problems: [{ message: '`loan.overdue_day` is not a fact that the policy knows; did you mean `loan.overdue_days`?' }] } });
  const chinese = await evaluate('{"逾期天数": 1}', '', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
  expect(chinese.headers.get('content-language')).toBe('zh');
  expect(chinese.json).toMatchObject({ error: { problems: [{ message: '政策中没有 `逾期天数` 这项事实；是否应为 `loan.overdue_days`？' }] } });
});

test('nothing that was sent here was met with an internal error', () => {
  expect(service.internalErrors).toEqual([]);
});
