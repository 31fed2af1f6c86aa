import { expressionsOfTest, walk } from './children.ts';
import type { RecordReadField, Typed } from './expression.ts';
import type { Decision, Exception, Fact, FunctionModel, Input, ModelBody, Trigger } from './policy.ts';

/** What expressions name directly. Sets keep the order of first mention. */
export interface Reads {
  readonly facts: ReadonlySet<Fact>;
  readonly decisions: ReadonlySet<Decision>;
  readonly functions: ReadonlySet<FunctionModel>;
  /** Decisions called as functions: their inputs come from the arguments, their manual facts from the caller's facts. */
  readonly calledDecisions: ReadonlySet<Decision>;
}

export type Reader = Decision | FunctionModel | Trigger;

const readsOfReaders = new WeakMap<Reader, Reads>();

/** What a decision, function or trigger names directly, whatever date its parts are in force. It must be finished: found once. */
export function readsOf(reader: Reader): Reads {
  const known = readsOfReaders.get(reader);
  if (known !== undefined) return known;
  const reads = readsIn(expressionsOf(reader));
  readsOfReaders.set(reader, reads);
  return reads;
}

/** What expressions name, themselves and inside. */
export function readsIn(expressions: Iterable<Typed>): Reads {
  const facts = new Set<Fact>();
  const decisions = new Set<Decision>();
  const functions = new Set<FunctionModel>();
  const calledDecisions = new Set<Decision>();
  walk(expressions, (node) => {
    if (node.kind === 'fact') facts.add(node.fact);
    else if (node.kind === 'record') factsOfFields(node.fields).forEach((fact) => facts.add(fact));
    else if (node.kind === 'decision') decisions.add(node.decision);
    else if (node.kind === 'call') functions.add(node.function);
    else if (node.kind === 'decision call') calledDecisions.add(node.decision);
  });
  return { facts, decisions, functions, calledDecisions };
}

/** Every expression that stands in a decision, function or trigger. */
export function expressionsOf(reader: Reader): readonly Typed[] {
  if (reader.kind === 'trigger') return [reader.when, ...reader.emits.flatMap(({ data }) => (data === undefined ? [] : [data]))];
  const bodies = reader.bodies.flatMap(expressionsOfBody);
  return reader.kind === 'decision' ? [...bodies, ...reader.exceptions.flatMap(expressionsOfException)] : bodies;
}

export function expressionsOfBody(body: ModelBody): readonly Typed[] {
  if (body.kind === 'expression') return [body.expression];
  return [
    ...body.columns.map(({ expression }) => expression),
    ...body.rows.flatMap((row) => [...row.cells.flatMap(expressionsOfTest), ...row.outputs]),
  ];
}

export function expressionsOfException({ when, then }: Exception): readonly Typed[] {
  return [when, then];
}

/**
 * The facts that a decision rests on, directly or through other decisions and functions, whatever date. Where it calls
 * a decision as a function, the call gives the inputs of that decision's policy; what else that decision rests on
 * (manual facts, inputs of policies it imports) comes from the caller's facts, and so is among them: `given` are the
 * policies whose inputs calls have given on the way.
 */
export function factsBehind(reader: Reader): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  const levels = new Map<string, Level>();
  const waiting = [{ reader, level: levelOf([], levels) }];
  for (const { reader: next, level } of waiting) {
    if (level.seen.has(next)) continue;
    level.seen.add(next);
    const reads = readsOf(next);
    for (const fact of reads.facts) {
      if (fact.keys[0] === 'manual' || !level.given.includes(fact.policy)) facts.add(fact);
    }
    for (const upstream of [...reads.decisions, ...reads.functions]) waiting.push({ reader: upstream, level });
    for (const called of reads.calledDecisions) waiting.push({ reader: called, level: level.given.includes(called.policy) ? level : levelOf([...level.given, called.policy], levels) });
  }
  return facts;
}

/** What was reached where calls have given the inputs of the same policies. */
interface Level {
  readonly given: readonly string[];
  readonly seen: Set<Reader>;
}

function levelOf(given: readonly string[], levels: Map<string, Level>): Level {
  const key = [...given].sort().join(' ');
  const level = levels.get(key) ?? { given, seen: new Set() };
  levels.set(key, level);
  return level;
}

/** The inputs that a call of the decision must give: those with a fact behind it that is not optional. */
export function inputsRequired(decision: Decision, inputs: Iterable<Input>): readonly Input[] {
  const behind = factsBehind(decision);
  return [...inputs].filter((input) => input.facts.some((fact) => !fact.optional && behind.has(fact)));
}

function factsOfFields(fields: readonly RecordReadField[]): readonly Fact[] {
  return fields.flatMap(({ value }) => (value.kind === 'fact' ? [value.fact] : factsOfFields(value.fields)));
}
