import type { DecisionCall, Typed } from '../../model/expression.ts';
import type { Decision } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import { idOf } from '../../read/dmn/ids.ts';
import { feelOf } from './feel/expression.ts';
import { call, closed, NULL, type Feel } from './feel/pieces.ts';
import { neededText, type Writing } from './feel/writing.ts';
import { hrefTo, inputIdOf } from './hrefs.ts';
import { element, type XmlNode } from './xml.ts';

/**
 * A decision called as a function of its inputs is a decision service, in the model that calls it. The service takes all
 * inputs that the decision rests on: those of its own policy come from the call, the date, answers of people and inputs of
 * other policies from the caller.
 */
export function serviceText({ decision, arguments: given }: DecisionCall, writing: Writing): Feel {
  const values = writing.needs.behind(decision).inputs.map((needed): Feel => {
    if (needed.kind !== 'input' || needed.policy !== decision.policy) return closed(neededText(needed, writing));
    const argument = given.find(({ input }) => input.name === needed.name);
    return argument === undefined ? NULL : feelOf(completed(argument.value, argument.input.type), writing);
  });
  return call(serviceName(decision, writing), ...values);
}

export function serviceElement(decision: Decision, writing: Writing): XmlNode {
  const name = serviceName(decision, writing);
  const id = idOf('service', name);
  const { inputs, decisions } = writing.needs.behind(decision);
  const reference = (tag: string, policy: string, target: string): XmlNode => element(tag, { href: hrefTo(policy, target, writing) });
  return element(
    'decisionService',
    { id, name, label: decision.label },
    element('variable', { id: `${id}_variable`, name }),
    reference('outputDecision', decision.policy, idOf('decision', decision.name)),
    ...decisions.map((each) => reference('encapsulatedDecision', each.policy, idOf('decision', each.name))),
    ...inputs.map((each) => reference('inputData', each.policy, inputIdOf(each))),
  );
}

/** A name that nothing else in the model has. */
export function serviceName({ policy, name }: Pick<Decision, 'policy' | 'name'>, { policy: { inputs, decisions, functions } }: Writing): string {
  let found = `${policy}_${name}`;
  while (inputs.has(found) || decisions.has(found) || functions.has(found)) found += '_';
  return found;
}

/** A context that leaves out optional fields gives them as null: to FEEL a record has all its entries. */
function completed(value: Typed, type: Type): Typed {
  if (value.kind !== 'context' || type.kind !== 'record') return value;
  const entries = value.entries.map((entry) => ({ ...entry, value: completed(entry.value, type.fields.get(entry.name)?.type ?? { kind: 'any' }) }));
  const absent = [...type.fields.keys()].filter((name) => !entries.some((entry) => entry.name === name));
  const nothing: Typed = { kind: 'constant', value: null, type: { kind: 'null' }, span: value.span };
  return { ...value, entries: [...entries, ...absent.map((name) => ({ name, variable: `${name}~absent`, value: nothing }))] };
}
