import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Expression, Identifier, TypeExpression } from '../tree/expression.ts';
import type { Annotations, DecisionStatement, PolicyTree, Statement } from '../tree/statement.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import type { FactColumn } from './document.ts';
import { stepsOf } from './fact-path.ts';
import { inferFacts, type InferredFact } from './inferred-facts.ts';
import { inferOutputs, type InferredOutputs } from './inferred-outputs.ts';
import { inferredInputs } from './inferred-inputs.ts';
import { namedType, useOf } from './inferred-types.ts';
import { readRows } from './rows.ts';
import { rulesByEvent, type Rule } from './rules.ts';

/**
 * A policy for rules that stand alone. Each type of event is a decision with the list of all that its rules give, as the
 * engine fires them all; facts have the types of the values that they are compared with. Undefined where a type cannot
 * be told; that is reported.
 */
export function inferPolicy(file: SourceFile, rules: readonly Rule[], report: Report): Pick<PolicyTree, 'policy' | 'statements'> | undefined {
  const facts = inferFacts(rules, report);
  const inputs = facts && inferredInputs(facts, report);
  if (facts === undefined || inputs === undefined) return undefined;
  const decisions = [...rulesByEvent(rules)].map(([event, own]) => decisionsOf(file, event, inOrderOfPriority(own), facts, report));
  const span: Span = { file, start: 0, end: 1 };
  const name = file.path.replace(/^.*\//, '').replace(/\.rules\.json$/, '');
  return { policy: { kind: 'policy', name: { name, span }, label: undefined, ...unannotated, span }, statements: [...inputs, ...decisions.flat()] };
}

function decisionsOf(file: SourceFile, event: string, rules: readonly Rule[], facts: readonly InferredFact[], report: Report): readonly Statement[] {
  const [first] = rules;
  const outputs = inferOutputs(file, event, rules, report);
  if (first === undefined || outputs === undefined) return [];
  const { span } = first.event;
  const name: Identifier = { name: event, span };
  const columns = facts.filter(({ usedBy }) => usedBy.has(event));
  const idOf = rowIds(event, rules);
  const rows = readRows({ file, report, decision: event, columns: columns.map(({ column }) => column), idOf, outputsOf: outputs.of, annotationsOf: () => unannotated }, rules);
  const decision: DecisionStatement = {
    kind: 'decision',
    name,
    label: undefined,
    use: useOf({ kind: 'list', item: typeOf(event, outputs, span), span }, span),
    ...unannotated,
    bodies: [
      {
        kind: 'table',
        // Rules of one priority run side by side: then no order of their events can be relied on.
        hitPolicy: new Set(rules.map(({ priority }) => priority)).size === rules.length ? 'rule order' : 'collect',
        preference: undefined,
        ...unannotated,
        columns: columns.map(({ column, span: at }) => ({ expression: columnExpression(column, at), span: at })),
        outputs: outputs.names.map((output) => ({ name: output.name, span: output.span })),
        rows,
        rounding: undefined,
        span,
      },
    ],
    exceptions: [],
    span,
  };
  return [...recordType(event, outputs, span), decision];
}

/** The engine runs rules of higher priority first. */
function inOrderOfPriority(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => b.priority - a.priority);
}

/** The rules' own names, without the event's where they begin with it; those that have none are numbered. */
function rowIds(event: string, rules: readonly Rule[]): (rule: Rule, index: number) => Identifier {
  const prefix = `${event}.`;
  const named = rules.map(({ name }) => (name?.text.startsWith(prefix) === true && name.text !== prefix ? name.text.slice(prefix.length) : name?.text));
  const taken = new Set(named);
  const ids = named.map((name, index) => {
    let id = name ?? `R${index + 1}`;
    while (name === undefined && taken.has(id)) id += '_';
    return id;
  });
  return ({ name, span }, index) => ({ name: ids[index] ?? '', span: name?.span ?? { ...span, end: span.start + 1 } });
}

/** One output is a value; several are a record. */
function typeOf(event: string, { names }: InferredOutputs, span: Span): TypeExpression {
  const [only, another] = names;
  return only !== undefined && another === undefined ? namedType(only.kind, span) : namedType(`${event}_params`, span);
}

function recordType(event: string, { names }: InferredOutputs, span: Span): readonly Statement[] {
  if (names.length === 1) return [];
  const fields = names.map(({ name, kind, span: at }) => ({ name: { name, span: at }, label: undefined, use: useOf(namedType(kind, at), at), span: at }));
  return [{ kind: 'type', name: { name: `${event}_params`, span }, label: undefined, definition: { kind: 'record', fields }, span }];
}

function columnExpression({ fact, path }: FactColumn, span: Span): Expression {
  const steps = path === undefined ? [] : (stepsOf(path) ?? []);
  return steps.reduce<Expression>((target, name) => ({ kind: 'path', target, name, nameSpan: span, span }), { kind: 'name', name: fact, span });
}

const unannotated: Annotations = { inForce: undefined, cites: [], basis: undefined, note: undefined };
