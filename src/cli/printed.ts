import { positionAt } from '../diagnostics/position.ts';
import type { Json } from '../evaluate/answer.ts';
import { printPlan } from '../evaluate/plan/print.ts';
import { planFor } from '../evaluate/plan/plans.ts';
import { importsOf } from '../evaluate/facts/shape.ts';
import { Decimal, plainText } from '../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../feel/values/duration.ts';
import { EnumMember } from '../feel/values/enum.ts';
import { FeelDate, FeelDateTime, FeelTime, formatTemporal } from '../feel/values/temporal.ts';
import type { Policy } from '../model/policy.ts';
import type { Span } from '../read/tree/span.ts';
import type { PolicyTree } from '../read/tree/statement.ts';

/** What something is called where it is only referred to; things without a name are printed whole. */
type Names = ReadonlyMap<object, string>;

/** A file's syntax tree as JSON; spans as `line:column-line:column`. */
export function printedTree({ file, policy, statements, comments }: PolicyTree): Json {
  return { file: file.path, ...record({ policy, statements, comments }, new Map()) };
}

/** A policy's checked model as JSON. Where one thing refers to another, its name stands. */
export function printedModel(policy: Policy): Json {
  const names = namesIn(policy);
  const { name, label, contentHash, inForce, imports, sources, types, inputs, manuals, functions, decisions, triggers, properties, sharedFacts, tests } = policy;
  const whole = (things: ReadonlyMap<string, object>): Json => Object.fromEntries([...things].map(([key, thing]) => [key, record(thing, names)]));
  return {
    policy: name,
    label: label ?? null,
    content_hash: contentHash,
    in_force: printed(inForce, names),
    imports: imports.map((imported) => imported.name),
    sources: whole(sources),
    types: whole(types),
    inputs: whole(inputs),
    manuals: whole(manuals),
    functions: whole(functions),
    decisions: whole(decisions),
    triggers: whole(triggers),
    properties: properties.map((property) => record(property, names)),
    shared_facts: whole(sharedFacts),
    tests: tests.map((test) => record(test, names)),
  };
}

/** What of a policy is in force on a date, in the order of evaluation. */
export function printedPlan(policy: Policy, asOf: FeelDate): Json {
  return { policy: policy.name, plan: printPlan(planFor(policy, asOf)) };
}

function namesIn(policy: Policy): Names {
  const names = new Map<object, string>();
  for (const each of [policy, ...importsOf(policy)]) {
    const prefix = each === policy ? '' : `${each.name}.`;
    names.set(each, each.name);
    for (const things of [each.sources, each.inputs, each.manuals, each.decisions, each.functions, each.triggers]) {
      for (const [name, thing] of things) names.set(thing, prefix + name);
    }
    for (const [name, type] of each.types) names.set(type.kind === 'enum' ? type.vocabulary : type, prefix + name);
    for (const fact of [...each.inputs.values()].flatMap(({ facts }) => facts)) names.set(fact, prefix + fact.path);
    for (const { fact } of each.manuals.values()) names.set(fact, prefix + fact.path);
  }
  return names;
}

function printed(value: unknown, names: Names): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return null;
  const name = names.get(value);
  return name ?? printedValue(value) ?? record(value, names);
}

function printedValue(value: object): Json | undefined {
  if (value instanceof Decimal) return plainText(value);
  if (value instanceof EnumMember) return value.name;
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime) return formatTemporal(value);
  if (value instanceof DaysDuration || value instanceof MonthsDuration) return formatTemporal(value);
  return isSpan(value) ? spanText(value) : undefined;
}

/** The members of something, whether or not it has a name; functions are left out. */
function record(value: object, names: Names): Json & object {
  if (Array.isArray(value)) return value.map((element) => printed(element, names));
  if (value instanceof Set) return [...value].map((element) => printed(element, names));
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [keyText(key, names), printed(member, names)]));
  const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function');
  return Object.fromEntries(members.map(([key, member]) => [key, printed(member, names)]));
}

function keyText(key: unknown, names: Names): string {
  return typeof key === 'object' && key !== null ? (names.get(key) ?? '') : String(key);
}

function isSpan(value: object): value is Span {
  return 'file' in value && 'start' in value && 'end' in value && typeof value.start === 'number';
}

function spanText({ file, start, end }: Span): string {
  const [from, to] = [positionAt(file, start), positionAt(file, end)];
  return `${from.line}:${from.column}-${to.line}:${to.column}`;
}
