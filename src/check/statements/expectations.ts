import { closest } from '../../diagnostics/closest.ts';
import { outcomes } from '../../diagnostics/codes/outcomes.ts';
import { running } from '../../diagnostics/codes/running.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Expectation, FunctionModel, Trigger } from '../../model/policy.ts';
import type { Expression, Identifier } from '../../read/tree/expression.ts';
import type { ExpectationTree, Text } from '../../read/tree/statement.ts';
import { checkCitation } from '../declarations/annotations.ts';
import { demandConstant } from '../expressions/constants.ts';
import { demand } from '../expressions/demand.ts';
import { infer } from '../expressions/infer.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { importsOf, type Declared, type Kind, type Names } from '../names/names.ts';
import { namesThat, suggestion } from '../names/suggest.ts';
import { findTarget, reportUnknown, spanOf, writtenPath } from './fact-paths.ts';

type Expected<K extends ExpectationTree['expected']['kind']> = ExpectationTree['expected'] & { readonly kind: K };

/** What a test expects of a decision or trigger. Undefined where that was not found or not sound (it is reported). */
export function checkExpectation({ subject: path, expected, span }: ExpectationTree, scope: Scope): Expectation | undefined {
  const subject = findSubject(path, scope);
  if (subject === undefined) return undefined;
  const misplaced = subject.kind === 'decision' ? expected.kind === 'emits' || expected.kind === 'silent' : expected.kind === 'value';
  if (misplaced) {
    problem(scope, 'expectation-misplaced', span, { name: subject.name, subject: subject.kind });
    return undefined;
  }
  return { subject, span, expected: checkExpected(expected, subject, path, scope) };
}

function checkExpected(expected: ExpectationTree['expected'], subject: Decision | Trigger, path: readonly Identifier[], scope: Scope): Expectation['expected'] {
  switch (expected.kind) {
    case 'value':
      return checkValue(expected, subject, path, scope);
    case 'outcome':
      return { kind: 'outcome', outcome: expected.outcome, reason: expected.reason && checkReason(expected.reason, scope), paths: expected.paths.map((one) => checkPath(one, scope)) };
    case 'emits':
      return subject.kind === 'trigger' ? checkEmits(expected, subject, scope) : { kind: 'silent' };
    case 'silent':
      return { kind: 'silent' };
  }
}

function checkValue({ value, by, cites }: Expected<'value'>, subject: Decision | Trigger, path: readonly Identifier[], scope: Scope): Expectation['expected'] {
  const typed = subject.kind === 'decision' ? demand(value, subject.type, scope) : infer(value, scope);
  return { kind: 'value', value: demandConstant(typed, scope), by: by.map((rule) => checkRule(rule, path, scope)), cites: cites.flatMap((one) => checkCitation(one, scope.names, scope.body.report) ?? []) };
}

/** The codes that reasons of answers bear. */
const reasonCodes: readonly string[] = [...Object.keys(outcomes), ...Object.keys(running)];

function checkReason({ text, span }: Text, scope: Scope): string {
  if (!reasonCodes.includes(text)) problem(scope, 'reason-unknown', span, { code: text, suggestion: closest(text, reasonCodes) });
  return text;
}

function checkPath(path: readonly Identifier[], scope: Scope): string {
  const target = findTarget(path, scope.names);
  if (target === undefined) reportUnknown(path, scope);
  return writtenPath(path);
}

function checkEmits({ event, data }: Expected<'emits'>, trigger: Trigger, scope: Scope): Expectation['expected'] {
  const emitted = trigger.emits.find((one) => one.event === event.name);
  if (emitted === undefined) {
    const near = closest(event.name, trigger.emits.map((one) => one.event));
    problem(scope, 'event-unknown', event.span, { event: event.name, trigger: trigger.name, suggestion: near });
  }
  return { kind: 'emits', event: event.name, data: data && demandConstant(dataOf(data, emitted?.data, scope), scope) };
}

function dataOf(data: Expression, emitted: Typed | undefined, scope: Scope): Typed {
  return emitted === undefined ? infer(data, scope) : demand(data, emitted.type, scope);
}

/** The decision or trigger of a path. Undefined where there is none (it is reported). */
export function findSubject(path: readonly Identifier[], scope: Scope): Decision | Trigger | undefined {
  const declared = findDeclared(path, scope.names);
  if (declared?.kind === 'decision') return declared.decision;
  if (declared?.kind === 'trigger') return declared.trigger;
  if (declared?.kind === 'unreadable') return undefined;
  const written = writtenPath(path);
  problem(scope, 'subject-unknown', spanOf(path), { name: written, suggestion: nearest(path, scope.names) });
  return undefined;
}

/** `class`, or `loan_classification.class` of an import. */
function findDeclared([first, second, ...rest]: readonly Identifier[], names: Names): Declared | undefined {
  const declared = first && names.use(first.name);
  if (second === undefined || declared === undefined) return declared;
  if (declared.kind === 'unreadable') return declared;
  if (declared.kind !== 'import' || rest.length > 0) return undefined;
  return declared.names === undefined ? { kind: 'unreadable' } : declared.names.find(second.name);
}

function nearest(path: readonly Identifier[], names: Names): string | undefined {
  const [first, second] = path;
  if (first === undefined) return undefined;
  const imported = second && importsOf(names).find(([name]) => name === first.name)?.[1];
  if (second === undefined || imported === undefined) return suggestion(first.name, names, isSubject);
  const near = closest(second.name, namesThat(imported, isSubject));
  return near === undefined ? undefined : `${first.name}.${near}`;
}

/** Every decision and trigger, those of imported policies with that policy's name before them. */
export function subjectsIn(names: Names): readonly string[] {
  return [...namesThat(names, isSubject), ...importsOf(names).flatMap(([policy, imported]) => namesThat(imported, isSubject).map((name) => `${policy}.${name}`))];
}

function isSubject(kind: Kind): boolean {
  return kind === 'decision' || kind === 'trigger';
}

/** An exception whose head cannot be read, which was reported. */
function isUnreadable({ name }: Identifier, { names }: Scope): boolean {
  return names.find(name)?.kind === 'unreadable';
}

/** A row or exception, spelled as answers do: `overdue_floor.F5`; a bare `F5` is of the decision expected. */
export function checkRule(rule: readonly Identifier[], subject: readonly Identifier[], scope: Scope): string {
  const owner = rule.length === 1 ? subject : rule.slice(0, -1);
  const last = rule.at(-1);
  const written = [...owner, ...rule.slice(-1)].map(({ name }) => name).join('.');
  const declared = findDeclared(owner, scope.names);
  // A subject that nothing is called was reported at its place.
  if (declared?.kind === 'unreadable' || last === undefined || (declared === undefined && owner === subject)) return written;
  const rules = declared?.kind === 'decision' ? rulesOf(declared.decision) : declared?.kind === 'function' ? rulesOf(declared.function) : [];
  const lost = declared?.kind === 'decision' && (declared.decision.bodies.length === 0 || isUnreadable(last, scope));
  if (rules.includes(last.name) || lost) return written;
  const near = rules.length > 0 ? closest(last.name, rules) : closest(written, rulesWithin(scope.names));
  problem(scope, 'rule-unknown', spanOf(rule), { name: written, suggestion: near === undefined || rules.length === 0 ? near : [...owner.map(({ name }) => name), near].join('.') });
  return written;
}

function rulesOf(owner: Decision | FunctionModel): readonly string[] {
  const rows = owner.bodies.flatMap((body) => (body.kind === 'table' ? body.rows.map(({ id }) => id) : []));
  return owner.kind === 'decision' ? [...rows, ...owner.exceptions.map(({ name }) => name)] : rows;
}

function rulesWithin(names: Names): readonly string[] {
  return names.all.flatMap((name) => {
    const declared = names.find(name);
    const owner = declared?.kind === 'decision' ? declared.decision : declared?.kind === 'function' ? declared.function : undefined;
    return owner === undefined ? [] : rulesOf(owner).map((rule) => `${name}.${rule}`);
  });
}
