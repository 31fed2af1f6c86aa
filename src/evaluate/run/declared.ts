import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { DecisionStep, Plan, PlannedBody, PlannedFunction } from '../plan/plan.ts';
import type { Conformance } from './conform.ts';
import { conformanceTo, isWithin } from './conform.ts';

/** Tests of results and arguments against declared types; undefined where the expressions themselves guarantee them. */
export interface DeclaredTypes {
  /** By step; undefined for triggers too. */
  readonly steps: readonly (Conformance | undefined)[];
  /** By function. */
  readonly functions: readonly { readonly parameters: readonly Conformance[]; readonly result: Conformance | undefined }[];
}

export function declaredTypesOf(plan: Plan): DeclaredTypes {
  return {
    steps: plan.steps.map((step) => (step.kind === 'trigger' ? undefined : needed(step.decision.type, sourcesOfDecision(step)))),
    functions: plan.functions.map((planned) => ({
      parameters: planned.function.parameters.map(({ type }) => conformanceTo(type)),
      result: needed(planned.function.type, sourcesOfFunction(planned)),
    })),
  };
}

/** The expressions of which one is the result; undefined where the result is made from them. */
type Sources = readonly Typed[] | undefined;

function sourcesOfDecision({ body, exceptions }: DecisionStep): Sources {
  const own = body === undefined ? [] : sourcesOfBody(body);
  return own && [...own, ...exceptions.map(({ exception }) => exception.then)];
}

function sourcesOfFunction({ body }: PlannedFunction): Sources {
  return body === undefined ? [] : sourcesOfBody(body);
}

function sourcesOfBody(body: PlannedBody): Sources {
  if (body.kind === 'expression') return [body.expression];
  const { hitPolicy, outputs, rounding } = body.table;
  const oneRow = hitPolicy === 'unique' || hitPolicy === 'any' || hitPolicy === 'first' || hitPolicy === 'priority';
  return oneRow && outputs.length === 1 && rounding === undefined ? body.rows.flatMap(({ row }) => row.outputs) : undefined;
}

function needed(declared: Type, sources: Sources): Conformance | undefined {
  const conforms = conformanceTo(declared);
  const guaranteed = sources?.every((source) => (source.kind === 'constant' ? conforms(source.value) : isWithin(source.type, declared)));
  return guaranteed === true ? undefined : conforms;
}
