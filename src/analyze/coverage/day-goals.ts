import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Decision, FunctionModel, Period, Policy, Trigger } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { DayWay, Goal } from './goal.ts';
import type { Edge } from './period-edges.ts';
import { edgesOf } from './period-edges.ts';

/** The first and last day of a policy, and of each decision, function and trigger with a period of its own and each of its bodies, and the days beside. */
export function goalsOfDays(policy: Policy): readonly Goal[] {
  const readers: readonly Reader[] = [...policy.decisions.values(), ...policy.functions.values(), ...policy.triggers.values()];
  const always: Period = { from: undefined, to: undefined };
  // What only has functions is seen through the policies that call them, which may begin later.
  const inPolicy = !readers.some(isTold) ? [] : edgesOf(policy.inForce, always).flatMap((edge) => dayGoal(policy, policy, edge, readers, edge.isInside));
  return [...inPolicy, ...readers.flatMap((reader) => goalsOfReader(policy, reader))];
}

function goalsOfReader(policy: Policy, reader: Reader): readonly Goal[] {
  const own = edgesOf(reader.inForce, policy.inForce).flatMap((edge) => dayGoal(policy, reader, edge, [reader], edge.isInside));
  return reader.kind === 'trigger' ? own : [...own, ...goalsOfBodies(policy, reader)];
}

/** On the day beside one body another may be in force: whichever it is, it is to be seen. */
function goalsOfBodies(policy: Policy, reader: Decision | FunctionModel): readonly Goal[] {
  const periods = reader.bodies.map(({ inForce }) => inForce);
  return reader.bodies.flatMap(({ inForce, span }, index) =>
    edgesOf(inForce, reader.inForce, periods.toSpliced(index, 1)).flatMap((edge) =>
      dayGoal(policy, reader, edge, [reader], reader.kind === 'decision' || edge.isInside).map((goal): Goal => ({ ...goal, span })),
    ),
  );
}

/** A function that is not in force is never entered, so that no run shows the days beside its period. */
function dayGoal(policy: Policy, of: Reader | Policy, { day, isInside, what }: Edge, readers: readonly Reader[], isInForce: boolean): readonly Goal[] {
  const able = readers.filter((reader) => isInside || isTold(reader));
  if (able.length === 0) return [];
  const ways = able.map((reader): DayWay => ({ kind: 'day', reader, day, isInForce }));
  const date = formatTemporal(day);
  return [{ kind: 'boundary', policy, of, span: of.span, what: { en: `${date}, ${what.en}`, zh: `${date}，${what.zh}` }, ways: () => ways }];
}

function isTold(reader: Reader): reader is Decision | Trigger {
  return reader.kind === 'decision' || reader.kind === 'trigger';
}
