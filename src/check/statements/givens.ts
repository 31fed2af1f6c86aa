import { closest } from '../../diagnostics/closest.ts';
import { FeelDate, FeelDateTime, parseDate, parseDateTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Input, Manual } from '../../model/policy.ts';
import type { ContextLiteral, Expression, Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { TestStatement } from '../../read/tree/statement.ts';
import { constantValue, demandConstant } from '../expressions/constants.ts';
import { demand } from '../expressions/demand.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { declaredTwice } from '../names/twice.ts';
import { factsUnder, findTarget, reportUnknown, spanOf, writtenPath, type Target } from './fact-paths.ts';
import { findShared, takeOver } from './taken-facts.ts';

/** The facts that a test gives, each once, with values of their types. They go before those that it takes over, wherever these stand. */
export function checkGivens({ taken, givens }: Pick<TestStatement, 'taken' | 'givens'>, scope: Scope): ReadonlyMap<Fact, Value> {
  const given: Given = { values: takeOver(taken, scope), places: new Map(), scope };
  for (const { path, value } of givens) {
    const target = findTarget(path, scope.names);
    if (target === undefined) reportNoTarget(path, scope);
    else if (target.kind === 'manual') giveManual(target.manual, value, spanOf(path), given);
    else if (target.kind === 'facts') give(target, value, spanOf(path), given);
  }
  return given.values;
}

interface Given {
  readonly values: Map<Fact, Value>;
  readonly places: Map<Fact, Span>;
  readonly scope: Scope;
}

function reportNoTarget(path: readonly Identifier[], scope: Scope): void {
  if (findShared(path, scope.names) === undefined) reportUnknown(path, scope);
  else problem(scope, 'given-value-misplaced', spanOf(path), { name: writtenPath(path) });
}

function give({ input, keys }: Target & { readonly kind: 'facts' }, value: Expression, span: Span, given: Given): void {
  const facts = factsUnder(input.facts, keys);
  const [only] = facts;
  if (only !== undefined && only.keys.length === keys.length) {
    giveFact(only, value, span, given);
    return;
  }
  if (value.kind !== 'context') {
    // Demands what the record needs, so that the problem is the same as anywhere else.
    demand(value, recordOf(facts, keys.length), given.scope);
    return;
  }
  giveFields(input, keys, value, given);
}

function giveFields(input: Input, keys: readonly string[], { entries }: ContextLiteral, given: Given): void {
  for (const { key, value } of entries) {
    const inner = [...keys, key.name];
    if (factsUnder(input.facts, inner).length > 0) give({ kind: 'facts', input, keys: inner }, value, key.span, given);
    else {
      const near = closest(key.name, namesBelow(input.facts, keys));
      problem(given.scope, 'given-unknown', key.span, { path: inner.join('.'), suggestion: near });
    }
  }
}

/** The record that facts below a path make up, as far as a message needs it. */
function recordOf(facts: readonly Fact[], depth: number): { readonly kind: 'record'; readonly name: undefined; readonly fields: ReadonlyMap<string, { readonly type: Fact['type']; readonly optional: boolean; readonly label: undefined }> } {
  return { kind: 'record', name: undefined, fields: new Map(facts.map((fact) => [fact.keys[depth] ?? '', { type: fact.type, optional: true, label: undefined }])) };
}

function namesBelow(facts: readonly Fact[], keys: readonly string[]): readonly string[] {
  return factsUnder(facts, keys).flatMap((fact) => fact.keys[keys.length] ?? []);
}

function giveFact(fact: Fact, value: Expression, span: Span, given: Given): void {
  const typed = demandConstant(demand(value, fact.type, given.scope), given.scope);
  const constant = constantValue(typed);
  if (constant !== undefined) place(fact, constant, span, given);
}

function place(fact: Fact, value: Value, span: Span, { values, places, scope }: Given): void {
  const earlier = places.get(fact);
  if (earlier !== undefined) scope.body.report(declaredTwice({ name: fact.path, span }, 'given', earlier));
  places.set(fact, span);
  values.set(fact, value);
}

/** `given manual.M { value: …, who: "…", when: "…" }`. */
function giveManual(manual: Manual, answer: Expression, span: Span, given: Given): void {
  const entries = answer.kind === 'context' ? new Map(answer.entries.map(({ key, value }) => [key.name, value])) : undefined;
  const value = entries?.get('value');
  const sound = entries?.size === 3 && isText(entries.get('who')) && isMomentLiteral(entries.get('when'));
  if (value === undefined || !sound) {
    problem(given.scope, 'manual-answer-malformed', answer.span, { name: manual.name });
    return;
  }
  giveFact(manual.fact, value, span, given);
}

function isText(expression: Expression | undefined): boolean {
  return expression?.kind === 'string' && expression.value.trim() !== '';
}

function isMomentLiteral(expression: Expression | undefined): boolean {
  if (expression?.kind === 'date') return parseDate(expression.text) instanceof FeelDate;
  return expression?.kind === 'string' && isMoment(expression.value);
}

/** A date, or a date and time, in ISO 8601 form. */
export function isMoment(text: string): boolean {
  return parseDate(text) instanceof FeelDate || parseDateTime(text) instanceof FeelDateTime;
}
