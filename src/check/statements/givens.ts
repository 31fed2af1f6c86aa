import { closest } from '../../diagnostics/closest.ts';
import { FeelDate, FeelDateTime, parseDate, parseDateTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Input, Manual } from '../../model/policy.ts';
import type { ContextLiteral, Expression, Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { GivenTree } from '../../read/tree/statement.ts';
import { constantValue, demandConstant } from '../expressions/constants.ts';
import { demand } from '../expressions/demand.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { importsOf, type Names } from '../names/names.ts';
import { namesThat } from '../names/suggest.ts';
import { declaredTwice } from '../names/twice.ts';

/** The facts that a test gives, each once, with values of their types. */
export function checkGivens(givens: readonly GivenTree[], scope: Scope): ReadonlyMap<Fact, Value> {
  const given: Given = { values: new Map(), places: new Map(), scope };
  for (const { path, value } of givens) {
    const target = findTarget(path, scope.names);
    if (target === undefined) reportUnknown(path, scope);
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

/** What a path of a test names: an input or a part of one, or a manual fact. */
export type Target =
  | { readonly kind: 'facts'; readonly input: Input; readonly keys: readonly string[] }
  | { readonly kind: 'manual'; readonly manual: Manual }
  | { readonly kind: 'unreadable' };

/** Finds `loan`, `loan.overdue_days`, `manual.M`, or any of them behind the name of an imported policy. */
export function findTarget(path: readonly Identifier[], names: Names): Target | undefined {
  const [first, ...rest] = path.map(({ name }) => name);
  if (first === undefined) return undefined;
  const declared = names.find(first);
  if (declared?.kind === 'import') return declared.names === undefined ? { kind: 'unreadable' } : findTarget(path.slice(1), declared.names);
  if (declared?.kind === 'unreadable') return { kind: 'unreadable' };
  if (declared?.kind === 'input') return isPart(declared.input, rest) ? { kind: 'facts', input: declared.input, keys: [first, ...rest] } : undefined;
  if (first === 'manual' && declared === undefined && rest.length === 1) {
    const manual = names.find(rest[0] ?? '');
    return manual?.kind === 'manual' || manual?.kind === 'unreadable' ? manual : undefined;
  }
  return undefined;
}

function isPart({ facts, name }: Input, keys: readonly string[]): boolean {
  return factsUnder(facts, [name, ...keys]).length > 0;
}

/** The leaves at or below a path. */
function factsUnder(facts: readonly Fact[], keys: readonly string[]): readonly Fact[] {
  return facts.filter((fact) => keys.length <= fact.keys.length && keys.every((key, index) => fact.keys[index] === key));
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
  const sound = entries?.size === 3 && isText(entries.get('who')) && isMoment(entries.get('when'));
  if (value === undefined || !sound) {
    problem(given.scope, 'manual-answer-malformed', answer.span, { name: manual.name });
    return;
  }
  giveFact(manual.fact, value, span, given);
}

function isText(expression: Expression | undefined): boolean {
  return expression?.kind === 'string' && expression.value.trim() !== '';
}

function isMoment(expression: Expression | undefined): boolean {
  if (expression?.kind === 'date') return parseDate(expression.text) instanceof FeelDate;
  return expression?.kind === 'string' && (parseDate(expression.value) instanceof FeelDate || parseDateTime(expression.value) instanceof FeelDateTime);
}

/** Reports a path that names no fact, with the nearest that is one. */
export function reportUnknown(path: readonly Identifier[], scope: Scope): void {
  const written = path.map(({ name }) => name).join('.');
  problem(scope, 'given-unknown', spanOf(path), { path: written, suggestion: closest(written, pathsFor(scope.names)) });
}

/** Every path that a test of the policy can give. */
function pathsFor(names: Names): readonly string[] {
  const own = pathsOf(names);
  return [...own, ...importsOf(names).flatMap(([policy, imported]) => pathsOf(imported).map((path) => `${policy}.${path}`))];
}

function pathsOf(names: Names): readonly string[] {
  return namesThat(names, (kind) => kind === 'input' || kind === 'manual').flatMap((name) => {
    const declared = names.find(name);
    if (declared?.kind === 'manual') return [declared.manual.fact.path];
    return declared?.kind === 'input' ? [name, ...declared.input.facts.map(({ path }) => path)] : [];
  });
}

export function spanOf(path: readonly Identifier[]): Span {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a path has names');
  return { ...first.span, end: last.span.end };
}
