import { closest } from '../../diagnostics/closest.ts';
import type { DecisionCall, Typed } from '../../model/expression.ts';
import type { Decision, Input } from '../../model/policy.ts';
import { inputsRequired } from '../../model/reads.ts';
import type { Call, Expression } from '../../read/tree/expression.ts';
import type { Names } from '../names/names.ts';
import { placeOnce } from './arguments.ts';
import { demand } from './demand.ts';
import { problem, textOf, type Scope } from './scope.ts';

/**
 * `loan_classification.class(loan: l)`: a decision as a function of its inputs, given by name. Which of them it needs is
 * known only when all bodies have been checked, so that part of the check waits.
 */
export function callDecision(decision: Decision, names: Names, call: Call, scope: Scope): Typed {
  const inputs = inputsOf(names);
  const placed = new Map<string, Expression>();
  const values: { readonly input: Input; readonly value: Typed }[] = [];
  let complete = true;
  for (const { name, value } of call.arguments) {
    const input = inputs.find((one) => one.name === name?.name);
    if (name === undefined) {
      problem(scope, 'arguments-unnamed', value.span, { decision: textOf(call.callee.span), inputs: inputs.map((one) => one.name) });
      complete = false;
      break;
    }
    if (input === undefined) {
      problem(scope, 'argument-unknown', name.span, { function: textOf(call.callee.span), name: name.name, suggestion: closest(name.name, inputs.map((one) => one.name)) });
      complete = false;
    } else if (placeOnce(placed, name, value, call, scope)) {
      values.push({ input, value: demand(value, input.type, scope) });
    }
  }
  if (complete) scope.body.afterwards(() => demandInputs(decision, inputs, placed, call, scope));
  return { kind: 'decision call', decision, arguments: values, type: decision.type, span: call.span } satisfies DecisionCall;
}

function demandInputs(decision: Decision, inputs: readonly Input[], given: ReadonlyMap<string, Expression>, call: Call, scope: Scope): void {
  for (const { name } of inputsRequired(decision, inputs)) {
    if (!given.has(name)) problem(scope, 'argument-missing', call.span, { function: textOf(call.callee.span), name });
  }
}

function inputsOf(names: Names): readonly Input[] {
  return names.all.flatMap((name) => {
    const declared = names.find(name);
    return declared?.kind === 'input' ? [declared.input] : [];
  });
}
