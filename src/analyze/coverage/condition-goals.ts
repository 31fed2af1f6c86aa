import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Decision, Exception, Policy, Trigger } from '../../model/policy.ts';
import { trueOrFalse } from '../tables/row-condition.ts';
import type { TableSpace } from '../tables/table-space.ts';
import type { Behind, Goal, ValueWay, Way } from './goal.ts';
import type { Edge } from './period-edges.ts';
import { edgesOf } from './period-edges.ts';

/** Each exception acting, and looked at without acting; and its first and last day, and those beside. */
export function goalsOfExceptions(policy: Policy, decision: Decision, tables: readonly TableSpace[]): readonly Goal[] {
  return decision.exceptions.flatMap((exception) => {
    const { name, span, inForce, when } = exception;
    const behind = behindTarget(decision, exception, tables);
    const way = (acts: boolean, during = inForce): ValueWay => ({ kind: 'value', reader: decision, expression: when, within: [trueOrFalse(acts)], during, behind });
    const part = { policy, of: decision, span };
    return [
      { ...part, kind: 'exception' as const, what: { en: `exception ${name} acts`, zh: `例外 ${name} 生效` }, ways: () => [way(true)] },
      { ...part, kind: 'exception' as const, what: { en: `exception ${name} does not act: its \`when\` is false`, zh: `例外 ${name} 不生效：\`when\` 为假` }, ways: () => [way(false)] },
      ...edgesOf(inForce, decision.inForce).map(({ day, isInside, what }): Goal => ({
        ...part,
        kind: 'boundary',
        what: { en: `exception ${name} on ${formatTemporal(day)}, ${what.en}`, zh: `例外 ${name}：${formatTemporal(day)}，${what.zh}` },
        ways: () => (isInside ? [way(true, { from: day, to: day })] : waysBeside(decision, exception, behind, { day, isInside, what })),
      })),
    ];
  });
}

/** What must come about for an exception to be looked at. */
function behindTarget(decision: Decision, { target }: Exception, tables: readonly TableSpace[]): Behind {
  if (target.kind === 'decision') return { rows: [], conditions: [] };
  if (target.kind === 'row') {
    return { rows: tables.flatMap((table) => table.rows.flatMap((row) => (row.row.id === target.id ? [{ table, row }] : []))), conditions: [] };
  }
  const aimedAt = decision.exceptions.find(({ name }) => name === target.name);
  if (aimedAt === undefined) return { rows: [], conditions: [] };
  const further = behindTarget(decision, aimedAt, tables);
  return { ...further, conditions: [...further.conditions, aimedAt.when] };
}

/** On a day on which an exception is not in force, its target comes about, if possible where the exception would act. */
function waysBeside(decision: Decision, { target, when }: Exception, { rows, conditions }: Behind, { day }: Edge): readonly Way[] {
  if (target.kind === 'decision') return [{ kind: 'day', reader: decision, day, isInForce: true }];
  const on = { from: day, to: day };
  const aimedAt = conditions.at(-1);
  if (target.kind === 'exception' && aimedAt !== undefined) return [{ kind: 'value', reader: decision, expression: aimedAt, within: [trueOrFalse(true)], during: on, behind: { rows, conditions: conditions.slice(0, -1) } }];
  return rows.map(({ table, row }) => ({ kind: 'lookup', table, box: row.box, row, fires: row.row, on: day, when }));
}

/** A trigger firing, and staying silent. */
export function goalsOfTrigger(policy: Policy, trigger: Trigger): readonly Goal[] {
  const { when, inForce, span } = trigger;
  return [true, false].map((fires): Goal => ({
    kind: 'trigger',
    policy,
    of: trigger,
    span,
    what: fires ? { en: 'fires', zh: '触发' } : { en: 'stays silent', zh: '不触发' },
    ways: () => [{ kind: 'value', reader: trigger, expression: when, within: [trueOrFalse(fires)], during: inForce }],
  }));
}
