import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { closuresOf } from '../closures/engine.ts';
import type { Compiler } from '../closures/compiler.ts';
import { date, decimal } from '../fixtures/expressions.ts';
import { policyFrom } from '../fixtures/policy-text.ts';
import { planFor } from '../plan/plans.ts';
import { frameFor } from '../run/frame.ts';
import { prepare } from '../run/prepare.ts';
import { workOf } from '../run/work.ts';
import { rulesEngine } from './engine.ts';
import { matchByRules } from './match.ts';
import { settle } from './suspend.ts';

/** Matches the one table of a policy, whose one input is n; tells which operands were computed, as they are written. */
async function matching(table: string, n: Value, type = 'number'): Promise<{ readonly outcome: unknown; readonly computed: readonly string[] }> {
  const plan = planFor(policyFrom(`policy p\ninput n : ${type}\ndecision d : number\n${table}`), date('2024-01-31'));
  const { body } = plan.steps.find((step) => step.kind === 'decision') ?? { body: undefined };
  if (body?.kind !== 'table') throw new Error('no table');
  const closures = closuresOf(plan);
  const computed: string[] = [];
  const noting: Compiler = {
    ...closures.compiler,
    expression: (node) => {
      const evaluate = closures.compiler.expression(node);
      const { file, start, end } = node.span;
      return (frame) => {
        computed.push(file.text.slice(start, end));
        return evaluate(frame);
      };
    },
  };
  const match = matchByRules(body, closures.tableOf(body).columns, noting);
  const frame = frameFor(prepare(plan, rulesEngine), date('2024-01-31'), { values: [n], absent: undefined }, workOf(1000));
  const outcome = await settle(() => match(frame)).catch(String);
  // What an abandoned run would still do, it would do in the turns that follow.
  await setImmediate();
  return { outcome, computed };
}

const rows = '    | id | n || d |\n    | A | > n - 1 || 1 |\n    | B | > 1 / n || 2 |\n    | C | > n + 1 || 3 |\n';

test('rows are tried in order, each operand computed once', async () => {
  expect(await matching(`  table collect sum\n${rows}`, decimal('2'))).toEqual({ outcome: [0, 1], computed: ['n - 1', '1 / n', 'n + 1'] });
});

test('nothing is computed after a row that fails', async () => {
  expect(await matching(`  table collect sum\n${rows}`, decimal('0'))).toEqual({ outcome: 'Error: division-by-zero', computed: ['n - 1', '1 / n'] });
});

test('nor after a comparison that fails', async () => {
  const zones = '  table collect sum\n    | id | n || d |\n    | A | > time("09:00:00Z") || 1 |\n    | B | > max(n, n) || 2 |\n';
  expect(await matching(zones, parseTime('10:00:00') ?? null, 'time')).toEqual({ outcome: 'Error: zone-on-one-side', computed: ['time("09:00:00Z")'] });
});

test('`first` computes nothing after the row that matches', async () => {
  expect(await matching(`  table first\n${rows}`, decimal('2'))).toEqual({ outcome: 0, computed: ['n - 1'] });
});

test('a cell is left at the first test that decides it', async () => {
  const cells = '  table first\n    | id | n || d |\n    | A | not(< n - 1), n + 5 || 1 |\n    | B | (n + 2..n / 0) || 2 |\n';
  expect(await matching(cells, decimal('2'))).toEqual({ outcome: 0, computed: ['n - 1'] });
  expect(await matching(cells.replace('not(< n - 1)', '< n - 1'), decimal('2'))).toEqual({ outcome: -1, computed: ['n - 1', 'n + 5', 'n + 2'] });
});
