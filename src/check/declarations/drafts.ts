import type { Annotated, Decision, FunctionModel, Manual, SharedFacts, Trigger } from '../../model/policy.ts';
import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { DecisionStatement, FactsStatement, FunctionStatement, ManualStatement, ParameterStatement, TriggerStatement } from '../../read/tree/statement.ts';

/**
 * A part of the model while it is being checked. References hold the object itself, so it exists, with its name and
 * type, before its body does; nobody but the checker sees it unfinished.
 */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

const plain: Annotated = { inForce: { from: undefined, to: undefined }, cites: [], basis: undefined, note: undefined };

export function draftDecision({ name, label }: DecisionStatement, type: Type, policy: string): Draft<Decision> {
  return { kind: 'decision', policy, name: name.name, label: label?.text, type, bodies: [], exceptions: [], span: name.span, ...plain };
}

export function draftFunction(
  { kind, name, label }: FunctionStatement | ParameterStatement,
  parameters: FunctionModel['parameters'],
  type: Type,
  policy: string,
): Draft<FunctionModel> {
  return { kind, policy, name: name.name, label: label?.text, parameters, type, bodies: [], span: name.span, ...plain };
}

export function draftTrigger({ name, label }: TriggerStatement, policy: string): Draft<Trigger> {
  const never: Typed = { kind: 'constant', value: false, type: { kind: 'boolean' }, span: name.span };
  return { kind: 'trigger', policy, name: name.name, label: label?.text, when: never, emits: [], span: name.span, ...plain };
}

export function draftManual({ name, question, use }: ManualStatement, type: Type, policy: string): Draft<Manual> {
  const keys = ['manual', name.name];
  const fact = { path: keys.join('.'), keys, policy, label: question?.text, type, optional: use.optional, span: name.span };
  return { kind: 'manual', name: name.name, question: question?.text, type, span: name.span, fact, ...plain };
}

export function draftSharedFacts({ name, label }: FactsStatement): Draft<SharedFacts> {
  return { name: name.name, label: label?.text, span: name.span, givens: new Map() };
}
