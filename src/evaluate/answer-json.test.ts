import { expect, test } from 'vitest';
import { compile } from '../library/compile.ts';
import { evaluate } from '../library/evaluate.ts';
import type { PlainJson } from './facts/plain-json.ts';
import { writeAnswer } from './answer-json.ts';
import { utf8 } from './utf8.ts';

const text = `policy grading
source Rules "规则 \\"Rules\\"" articles 1..9
input loan
  overdue_days : days >= 0
  balance      : money CNY
decision late : boolean
  table unique
    | id | loan.overdue_days || late  || cites       |
    | L1 | <= 90             || false || Rules art 1 |
    | L2 | 91..360           || true  || -           |
decision twice : money CNY = if late then loan.balance * 2 else loan.balance
trigger watch
  when late
  emit watch { days: loan.overdue_days }
`;

test('an answer is written as JSON.stringify writes it, whatever its outcome', async () => {
  const policy = (await compile({ 'grading.policy': text })).policies.get('grading');
  if (policy === undefined) throw new Error('it has errors');
  const cases: readonly PlainJson[] = [{ loan: { overdue_days: 91, balance: 1 } }, { loan: { overdue_days: 361, balance: 1 } }, { loan: { balance: 1 } }, {}];
  for (const facts of [...cases, ...cases]) {
    for (const explain of ['none', 'full'] as const) {
      const answer = evaluate(policy, facts, { asOf: '2024-01-31', explain, subject: '"贷款"' });
      const written = utf8();
      writeAnswer(written, answer);
      expect(Buffer.from(written.bytes()).toString()).toBe(JSON.stringify(answer));
    }
  }
});
