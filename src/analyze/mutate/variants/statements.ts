import type { Typed } from '../../../model/expression.ts';
import { walk } from '../../../model/children.ts';
import type { Decision, FunctionModel, ModelBody, Trigger } from '../../../model/policy.ts';
import { expressionsOf } from '../../../model/reads.ts';
import type { Span } from '../../../read/tree/span.ts';
import type { Body, DecisionStatement, EmitTree, ExceptionTree, FunctionStatement, ParameterStatement, TableTree, TriggerStatement } from '../../../read/tree/statement.ts';
import { expressionVariants } from './expressions.ts';
import { droppedFrom } from './lines.ts';
import { periodVariants } from './periods.ts';
import { roundingVariants } from './rounding.ts';
import { tableVariants } from './tables.ts';
import { variant, within, withinEach, type Site, type Variant } from './variant.ts';

/** A decision with one slip in it; `decision` is what it was checked to be. */
export function decisionVariants(tree: DecisionStatement, decision: Decision): readonly Variant<DecisionStatement>[] {
  const typedAt = typedIn(decision);
  const output: Site = { typedAt, expected: decision.type, constant: 'output changed' };
  return [
    ...periodVariants(tree),
    ...withinEach(tree.bodies, (body, index) => bodyVariants(body, decision.bodies[index], output), (bodies) => ({ ...tree, bodies })),
    ...within(droppedFrom(tree.exceptions, 'exception dropped'), (exceptions) => ({ ...tree, exceptions })),
    ...withinEach(tree.exceptions, (exception) => exceptionVariants(exception, tree, output), (exceptions) => ({ ...tree, exceptions })),
  ];
}

/** A function with one slip in it. */
export function functionVariants(tree: FunctionStatement, called: FunctionModel): readonly Variant<FunctionStatement>[] {
  const output: Site = { typedAt: typedIn(called), expected: called.type, constant: 'output changed' };
  return [...periodVariants(tree), ...withinEach(tree.bodies, (body, index) => bodyVariants(body, called.bodies[index], output), (bodies) => ({ ...tree, bodies }))];
}

/** A parameter with one slip in it. */
export function parameterVariants(tree: ParameterStatement, called: FunctionModel): readonly Variant<ParameterStatement>[] {
  const typedAt = typedIn(called);
  const rows = withinEach(
    tree.bodies,
    (body, index): readonly Variant<TableTree>[] => {
      const table = called.bodies[index];
      return table?.kind === 'table' ? tableVariants(body, table, typedAt) : [];
    },
    (bodies) => ({ ...tree, bodies }),
  );
  return [...periodVariants(tree), ...rows];
}

/** A trigger with one slip in it. */
export function triggerVariants(tree: TriggerStatement, trigger: Trigger): readonly Variant<TriggerStatement>[] {
  const site: Site = { typedAt: typedIn(trigger), expected: undefined, constant: 'constant changed' };
  const { when, emits } = tree;
  return [
    ...periodVariants(tree),
    ...(when === undefined ? [] : within(expressionVariants(when, site), (condition) => ({ ...tree, when: condition }))),
    ...within(droppedFrom(emits, 'event dropped'), (left) => ({ ...tree, emits: left })),
    ...withinEach(
      emits,
      (emit): readonly Variant<EmitTree>[] => (emit.data === undefined ? [] : within(expressionVariants(emit.data, site), (data) => ({ ...emit, data }))),
      (changed) => ({ ...tree, emits: changed }),
    ),
  ];
}

function bodyVariants(tree: Body, body: ModelBody | undefined, output: Site): readonly Variant<Body>[] {
  if (tree.kind === 'table') return body?.kind === 'table' ? tableVariants(tree, body, output.typedAt) : [];
  return [...within(expressionVariants(tree.expression, output), (expression): Body => ({ ...tree, expression })), ...roundingVariants<Body>(tree)];
}

function exceptionVariants(exception: ExceptionTree, decision: DecisionStatement, output: Site): readonly Variant<ExceptionTree>[] {
  const { when, then } = exception;
  return [
    ...periodVariants(exception),
    ...aimedElsewhere(exception, decision),
    ...(when === undefined ? [] : within(expressionVariants(when, { ...output, expected: undefined, constant: 'constant changed' }), (condition) => ({ ...exception, when: condition }))),
    ...(then === undefined ? [] : within(expressionVariants(then, output), (result) => ({ ...exception, then: result }))),
  ];
}

/** At the row after the one that it aims at. */
function aimedElsewhere(exception: ExceptionTree, { bodies }: DecisionStatement): readonly Variant<ExceptionTree>[] {
  const { target } = exception;
  const rows = bodies.flatMap((body) => (body.kind === 'table' ? body.rows : []));
  const aimed = rows.findIndex(({ id }) => id.name === target?.name);
  const other = rows[(aimed + 1) % rows.length];
  if (target === undefined || aimed < 0 || other === undefined || other.id.name === target.name) return [];
  return [variant('exception aimed elsewhere', { ...exception, target: { ...target, name: other.id.name } }, target.span, other.id.name)];
}

/** Finds the checked expressions of a decision, function or trigger by where they stand. The outermost counts where one stands for another. */
function typedIn(reader: Decision | FunctionModel | Trigger): Site['typedAt'] {
  const known = new Map<string, Typed>();
  const key = ({ start, end }: Span): string => `${start}..${end}`;
  walk(expressionsOf(reader), (node) => {
    if (!known.has(key(node.span))) known.set(key(node.span), node);
  });
  return (span) => known.get(key(span));
}
