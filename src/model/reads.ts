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

/** What a decision, function or trigger names directly, whatever date its parts are in force. */
export function readsOf(reader: Reader): Reads {
  return readsIn(expressionsOf(reader));
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
 * (manual facts, inputs of policies it imports) comes from the caller's facts, and so is among them.
 */
export function factsBehind(reader: Reader): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  const seen = new Set<Reader>([reader]);
  for (const next of seen) {
    const reads = readsOf(next);
    reads.facts.forEach((fact) => facts.add(fact));
    for (const upstream of [...reads.decisions, ...reads.functions]) seen.add(upstream);
    for (const called of reads.calledDecisions) factsLeftToCaller(called).forEach((fact) => facts.add(fact));
  }
  return facts;
}

/** The inputs that a call of the decision must give: those with a fact behind it that is not optional. */
export function inputsRequired(decision: Decision, inputs: Iterable<Input>): readonly Input[] {
  const behind = factsBehind(decision);
  return [...inputs].filter((input) => input.facts.some((fact) => !fact.optional && behind.has(fact)));
}

function factsLeftToCaller(decision: Decision): readonly Fact[] {
  return [...factsBehind(decision)].filter(({ policy, keys }) => policy !== decision.policy || keys[0] === 'manual');
}

function factsOfFields(fields: readonly RecordReadField[]): readonly Fact[] {
  return fields.flatMap(({ value }) => (value.kind === 'fact' ? [value.fact] : factsOfFields(value.fields)));
}
