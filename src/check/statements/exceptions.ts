import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Decision, Exception } from '../../model/policy.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { ExceptionTree } from '../../read/tree/statement.ts';
import { annotated } from '../declarations/annotations.ts';
import { inferConditionOf } from '../expressions/conditions.ts';
import { demand } from '../expressions/demand.ts';
import { presentWhen } from '../expressions/presence.ts';
import { failed, withPresent, type Scope } from '../expressions/scope.ts';
import { ordering } from '../graph.ts';
import { declaredTwice, withoutTwins } from '../names/twice.ts';

/** The exceptions of a decision whose bodies have been checked. */
export function checkExceptions(trees: readonly ExceptionTree[], decision: Decision, scope: Scope, unread: () => void): readonly Exception[] {
  const { report } = scope.body;
  const rows = rowIds(decision);
  const named = withoutTwins(trees, ({ name }) => name, 'exception', report);
  for (const { name } of named) {
    const row = rows.get(name.name);
    if (row !== undefined) report(declaredTwice(name, 'exception', row));
  }
  const exceptions = named.map((tree) => checkException(tree, decision, rows, named, scope, unread));
  reportCycles(named, exceptions, report);
  return exceptions;
}

function checkException(tree: ExceptionTree, decision: Decision, rows: ReadonlyMap<string, Exception['span']>, all: readonly ExceptionTree[], scope: Scope, unread: () => void): Exception {
  if (tree.when === undefined || tree.then === undefined) unread();
  const when = tree.when === undefined ? failed(tree.span) : inferConditionOf(tree.when, scope);
  const then = tree.then === undefined ? failed(tree.span) : demand(tree.then, decision.type, withPresent(scope, presentWhen(when, true)));
  return {
    name: tree.name.name,
    label: tree.label?.text,
    target: targetOf(tree.target, decision, rows, all, scope.body.report),
    when,
    then,
    span: tree.name.span,
    ...annotated(tree, decision.inForce, scope.names, scope.body.report),
  };
}

function targetOf(target: Identifier | undefined, decision: Decision, rows: ReadonlyMap<string, Exception['span']>, all: readonly ExceptionTree[], report: Report): Exception['target'] {
  if (target === undefined || target.name === decision.name) return { kind: 'decision' };
  if (rows.has(target.name)) return { kind: 'row', id: target.name };
  if (all.some(({ name }) => name.name === target.name)) return { kind: 'exception', name: target.name };
  // Without a body the reader has said so already, and with it the rows were lost.
  if (decision.bodies.length === 0) return { kind: 'decision' };
  const candidates = [...rows.keys(), ...all.map(({ name }) => name.name), decision.name];
  report(diagnostic('exception-target-unknown', target.span, { target: target.name, decision: decision.name, suggestion: closest(target.name, candidates) }));
  return { kind: 'decision' };
}

function rowIds({ bodies }: Decision): ReadonlyMap<string, Exception['span']> {
  return new Map(bodies.flatMap((body) => (body.kind === 'table' ? body.rows.map((row): [string, Exception['span']] => [row.id, row.span]) : [])));
}

function reportCycles(trees: readonly ExceptionTree[], exceptions: readonly Exception[], report: Report): void {
  const byName = new Map(exceptions.map((exception) => [exception.name, exception]));
  const targets = ({ target }: Exception): readonly Exception[] => {
    const next = target.kind === 'exception' ? byName.get(target.name) : undefined;
    return next === undefined ? [] : [next];
  };
  for (const cycle of ordering(exceptions, targets).cycles) {
    const tree = trees.find(({ name }) => name.name === cycle[0]?.name);
    if (tree !== undefined) report(diagnostic('exception-cycle', tree.target?.span ?? tree.name.span, { cycle: cycle.map(({ name }) => name) }));
  }
}
