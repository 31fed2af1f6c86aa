import type { DecisionService, ModelDecision, Requirement } from '../../read/dmn/tree.ts';
import type { TypeExpression } from '../../read/tree/expression.ts';
import type { Value } from '../../feel/values/value.ts';
import { fittingType } from './boxed.ts';
import type { Element, Model } from './model.ts';
import { emptyScope, type Evaluate, type Run } from './scope.ts';
import { ANY, TypedFunction, type FeelType } from './types.ts';

interface Member {
  readonly model: Model;
  readonly element: Element;
}

/** A decision service as a function of its input data and input decisions (DMN 1.5, clause 10.4): it makes its decisions anew from them. */
export function serviceOf(service: DecisionService, type: (written: TypeExpression) => FeelType, find: (requirement: Requirement) => Member | undefined): Evaluate {
  const members = (requirements: readonly Requirement[]): readonly Member[] => requirements.flatMap((requirement) => find(requirement) ?? []);
  const inputs = members([...service.inputData, ...service.inputDecisions]);
  const outputs = members(service.outputs);
  const names = inputs.map(({ element }) => element.name.name);
  const declared = service.type === undefined ? ANY : type(service.type);
  const result = declared.kind === 'function' ? declared.result : declared;
  const evaluate = fittingType(result, service.span, (scope) => {
    const [only] = outputs;
    if (only !== undefined && outputs.length === 1) return only.model.reading(only.element)(scope);
    return new Map<string, Value>(outputs.map(({ model, element }) => [element.name.name, model.reading(element)(scope)]));
  });
  return ({ run }) =>
    new TypedFunction(
      names,
      inputs.map(({ element }) => typeOfInput(element, type)),
      result,
      (values) => evaluate(emptyScope(serviceRun(run, inputs, values))),
    );
}

function typeOfInput(element: Element, type: (written: TypeExpression) => FeelType): FeelType {
  const written = (element as ModelDecision).type;
  return written === undefined ? ANY : type(written);
}

/** The same evaluation, seeing nothing of the inputs and decisions around. */
function serviceRun(run: Run, inputs: readonly Member[], values: readonly Value[]): Run {
  return { ...run, given: new Map(inputs.map(({ element }, index) => [element, values[index] ?? null])), decided: new Map() };
}
