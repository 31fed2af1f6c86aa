import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import type { Facts } from '../facts/facts.ts';
import { stepInto } from '../facts/json-path.ts';
import type { Plan, PlannedFact } from '../plan/plan.ts';
import { isContext, isList } from '../../feel/functions/shapes.ts';

/** Facts laid out by the plan's slots. */
export interface FactSlots {
  /** MISSING where the fact is absent. */
  readonly values: readonly (Value | Missing)[];
  /** By slot, the paths absent there: the fact itself if it is required, and required fields within a list. Undefined: none at all. */
  readonly absent: readonly (readonly string[])[] | undefined;
}

/** Lays out what a caller sent. */
export function loadFacts(plan: Plan, { values }: Facts): FactSlots {
  return layOut(plan, plan.facts.map(({ fact }) => values.get(fact) ?? MISSING));
}

/** Finds what is absent in values laid out by slot. */
export function layOut(plan: Plan, values: readonly (Value | Missing)[]): FactSlots {
  let absent: (readonly string[])[] | undefined;
  for (const planned of plan.facts) {
    const paths = absentIn(planned, values[planned.slot] ?? MISSING);
    if (paths.length === 0) continue;
    absent ??= plan.facts.map(() => []);
    absent[planned.slot] = paths;
  }
  return { values, absent };
}

function absentIn({ path, fact }: PlannedFact, value: Value | Missing): readonly string[] {
  if (value === MISSING) return fact.optional ? [] : [path];
  return fact.type.kind === 'list' ? absentWithin(fact.type, value, path) : [];
}

/** The required fields that records within a value lack: `loans[3].overdue_days`. */
function absentWithin(type: Type, value: Value, path: string): readonly string[] {
  if (type.kind === 'list' && isList(value) && (type.item.kind === 'record' || type.item.kind === 'list')) {
    return value.flatMap((item, index) => absentWithin(type.item, item, stepInto(path, index)));
  }
  if (type.kind !== 'record' || !isContext(value)) return [];
  return [...type.fields].flatMap(([name, field]) => {
    const inner = stepInto(path, name);
    const entry = value.get(name);
    if (entry === undefined) return field.optional ? [] : [inner];
    return absentWithin(field.type, entry, inner);
  });
}
