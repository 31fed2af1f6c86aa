import { Engine, Fact } from 'json-rules-engine';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Compiler, EvaluateOrMissing } from '../closures/compiler.ts';
import { computeAll, placed } from '../closures/compiler.ts';
import type { Match } from '../engine.ts';
import { NO_ROW } from '../engine.ts';
import type { PlannedTable } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { effectsSince, markOf, repeatEffects, rewind } from './effects.ts';
import type { Computed } from './operators.ts';
import { addOperators } from './operators.ts';
import type { Operand, TableRules } from './rules.ts';
import { OPERAND, columnFact, rulesOf } from './rules.ts';
import type { TableAnswer } from './suspend.ts';
import { answerOf, settle } from './suspend.ts';

type ColumnValues = readonly (Value | Missing)[];

/** Finds the rows that match by json-rules-engine; it must be called within `settle`. */
export function matchByRules(planned: PlannedTable, columns: readonly EvaluateOrMissing[], compiler: Compiler): Match {
  const find = finderOf(rulesOf(planned, compiler), planned.table.hitPolicy === 'first');
  return (frame) => {
    const values = computeAll(columns, frame);
    const answer = answerOf(() => answerFor(find, values, frame));
    repeatEffects(frame, answer.effects);
    if ('thrown' in answer) throw answer.thrown;
    return answer.rows.length > 1 ? answer.rows : (answer.rows[0] ?? NO_ROW);
  };
}

type Find = (values: ColumnValues, frame: Frame) => Promise<readonly number[]>;

/** The frame is that of an attempt that has been given up, so the operands may leave in it what they do. */
async function answerFor(find: Find, values: ColumnValues, frame: Frame): Promise<TableAnswer> {
  const start = markOf(frame);
  try {
    const rows = await find(values, frame);
    return { rows, effects: effectsSince(start, frame) };
  } catch (thrown) {
    return { thrown, effects: effectsSince(start, frame) };
  }
}

/** Runs rules. An engine runs one case at a time, since `stop` stops whatever it runs; one that has failed is not used again. */
function finderOf(table: TableRules, firstOnly: boolean): Find {
  const idle: Engine[] = [];
  return async (values, frame) => {
    const engine = idle.pop() ?? engineFor(table, firstOnly);
    const facts = [...values.map((value, column) => new Fact(columnFact(column), value, { cache: false })), operandFact(engine, table.operands, values, frame)];
    const { events } = await engine.run(Object.fromEntries(facts.map((fact) => [fact.id, fact])));
    idle.push(engine);
    return events.map(({ params }) => Number(params?.['row']));
  };
}

function engineFor({ rules, constants }: TableRules, firstOnly: boolean): Engine {
  const engine = new Engine([...rules]);
  addOperators(engine, constants);
  if (firstOnly) engine.on('success', () => void engine.stop());
  return engine;
}

/** Computes operands when rows ask for them. One that fails ends the run: the rows after its own are not tried. */
function operandFact(engine: Engine, operands: readonly Operand[], values: ColumnValues, frame: Frame): Fact<Promise<Computed | undefined>> {
  const compute = async (params: Record<string, unknown>): Promise<Computed | undefined> => {
    const operand = operands[Number(params['place'])];
    const value = operand === undefined ? MISSING : (values[operand.column] ?? null);
    if (operand === undefined || value === MISSING) return undefined;
    const { span, evaluate } = operand;
    const start = markOf(frame);
    try {
      const computed = await settle(() => {
        rewind(frame, start);
        return evaluate(value, frame);
      });
      return { value: computed, span };
    } catch (thrown) {
      engine.stop();
      throw placed(thrown, span);
    }
  };
  return new Fact(OPERAND, compute, { cache: false });
}
