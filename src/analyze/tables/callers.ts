import { readsOf } from '../../model/reads.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Fact, FunctionModel, Input, Policy } from '../../model/policy.ts';
import type { Shown } from './ask.ts';

type Caller = Omit<Shown, 'case'>;

/** Decisions that are tried when a case is looked for that calls a function. */
const MOST_TRIED = 3;

/** Some of the decisions that call a function themselves, in the policies that were read. */
export function callersOf(called: FunctionModel, set: readonly Policy[]): readonly Caller[] {
  const callers = set.flatMap((policy) => [...policy.decisions.values()].flatMap((decision) => (readsOf(decision).functions.has(called) ? [{ policy, decision }] : [])));
  return callers.slice(0, MOST_TRIED);
}

const anyCalls = new WeakMap<FunctionModel, Caller>();

/** A decision made up to call a function with whatever its parameters take: each argument is a fact of its own. */
export function calledWithAnything(policy: Policy, called: FunctionModel): Caller {
  const known = anyCalls.get(called);
  if (known !== undefined) return known;
  const inputs = called.parameters.map(({ name, type }): Input => {
    const argument = `argument ${name}`;
    const common = { policy: policy.name, label: undefined, type, optional: false, span: called.span };
    const fact: Fact = { path: argument, keys: [argument], ...common };
    return { kind: 'input', name: argument, ...common, facts: [fact] };
  });
  const given = inputs.flatMap(({ facts }): Typed[] => facts.map((fact) => ({ kind: 'fact', fact, type: fact.type, span: fact.span })));
  const { inForce, type, span } = called;
  const expression: Typed = { kind: 'call', function: called, arguments: given, type, span };
  const name = `call of ${called.name}`;
  const annotations = { inForce, cites: [], basis: undefined, note: undefined };
  const decision: Decision = { ...annotations, kind: 'decision', policy: policy.name, name, label: undefined, type, bodies: [{ kind: 'expression', expression, inForce, span }], exceptions: [], span };
  const extended: Policy = {
    ...policy,
    inputs: new Map([...policy.inputs, ...inputs.map((input): [string, Input] => [input.name, input])]),
    decisions: new Map([...policy.decisions, [name, decision]]),
  };
  const caller = { policy: extended, decision };
  anyCalls.set(called, caller);
  return caller;
}
