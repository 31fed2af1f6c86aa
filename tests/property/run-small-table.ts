import type { Box } from '../../src/boxes/cover/box.ts';
import { budgetOf } from '../../src/boxes/cover/box.ts';
import { sampleOf } from '../../src/boxes/cover/box-algebra.ts';
import { overlapping } from '../../src/boxes/cover/overlapping.ts';
import { boxesOf, spaceOf } from '../../src/boxes/cover/table-space.ts';
import { uncovered } from '../../src/boxes/cover/uncovered.ts';
import type { TableBoxes } from '../../src/boxes/table-boxes.ts';
import { tableBoxes, witnessAt } from '../../src/boxes/table-boxes.ts';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Facts } from '../../src/evaluate/facts/decode.ts';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import { exactJsonOf } from '../../src/evaluate/facts/plain-json.ts';
import { FeelDate } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { MISSING } from '../../src/feel/values/value.ts';
import type { Fact, Policy } from '../../src/model/policy.ts';
import { readSource } from '../../src/read/read-source.ts';
import type { SmallCase, SmallTable } from './small-tables.ts';
import { dayText } from './small-tables.ts';

/** The policy of a small table; it must have no errors. */
export function compiled(text: string): Policy {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): void => void found.push(one);
  const [policy] = check([readSource({ path: 'small.policy', text }, report)], report);
  const errors = found.filter(({ severity }) => severity === 'error');
  if (policy === undefined || errors.length > 0) throw new Error(`${renderAll(errors, { language: 'en', colour: false })}\n${text}`);
  return policy;
}

/** The boxes of its table, and what the geometry says of them. */
export function geometryOf(policy: Policy): { readonly boxes: TableBoxes; readonly gaps: readonly Box[]; readonly overlaps: readonly Box[] } {
  const [table] = policy.decisions.get('outcome')?.bodies ?? [];
  if (table?.kind !== 'table') throw new Error('the decision has a table');
  const boxes = tableBoxes(table, policy.inForce);
  const [space, rows] = [spaceOf(boxes), boxesOf(boxes)];
  return { boxes, gaps: [...uncovered(space, rows, budgetOf(1e6))].map(({ box }) => box), overlaps: [...overlapping(space, rows, budgetOf(1e6))].map((found) => ('box' in found ? found.box : [])) };
}

/** A case as a caller sends it, read. */
export interface Sent {
  readonly values: Facts['values'];
  readonly asOf: FeelDate;
}

export function sent(policy: Policy, { columns }: SmallTable, { values, day }: SmallCase): Sent {
  const entries = columns.flatMap(({ name, kind }, column) => {
    const value = values[column];
    return value === undefined ? [] : [[name, jsonOf(kind.sort, kind.textOf(value), value)] as const];
  });
  const decoded = decodeFacts(policy, exactJsonOf(Object.fromEntries(entries)));
  if ('problems' in decoded) throw new Error(decoded.problems.map(({ path }) => path).join());
  return { values: decoded.facts.values, asOf: new FeelDate(Date.parse(dayText(day)) / 86_400_000) };
}

function jsonOf(sort: string, text: string, value: number): string | number | boolean {
  if (sort === 'boolean') return value === 1;
  if (sort === 'text') return text.slice(1, -1);
  return sort === 'whole' ? value : text;
}

/** The first case of a box. */
export function witnessOf(policy: Policy, boxes: TableBoxes, box: Box): Sent {
  const { values, asOf } = witnessAt(boxes, sampleOf(box));
  const present = factsOf(policy).flatMap((fact, column): (readonly [Fact, Value])[] => {
    const value = values[column];
    return value === undefined || value === MISSING ? [] : [[fact, value]];
  });
  return { asOf, values: new Map(present) };
}

/** What running the evaluator comes to. */
export function outcomeOf(policy: Policy, values: Facts['values'], asOf: FeelDate): string | undefined {
  return evaluate(policy, { values }, { asOf, engine: 'closures' }).decisions['outcome']?.outcome;
}

/** One for each column, in order. */
export function factsOf({ inputs }: Policy): readonly Fact[] {
  return [...inputs.values()].flatMap(({ facts }) => facts);
}
