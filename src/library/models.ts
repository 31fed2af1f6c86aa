import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { beyondTheMachine } from '../evaluate/run/machine-limits.ts';
import { DEFAULT_WORK } from '../evaluate/run/work.ts';
import { linkModels, type Element, type Model } from '../evaluate/strict/model.ts';
import { valueOfJson } from '../evaluate/strict/input-json.ts';
import { emptyScope, newRun } from '../evaluate/strict/scope.ts';
import { isContext } from '../feel/functions/shapes.ts';
import { ANY } from '../evaluate/strict/types.ts';
import type { ExactObject } from '../evaluate/facts/exact-json.ts';
import { FeelError } from '../feel/values/error.ts';
import { FeelFunction } from '../feel/values/function.ts';
import type { Value } from '../feel/values/value.ts';
import { readModels } from '../read/dmn/read-models.ts';
import type { SourceFile } from '../read/tree/span.ts';
import type { FeelOptions, FeelResult } from './feel.ts';

export type { Model };

export interface CompiledModels {
  /** Those that could be read, in the order given. */
  readonly models: readonly Model[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and links DMN models (1.1 to 1.5), which may import one another. What is wrong with them is in `diagnostics`. */
export function compileModels(files: readonly SourceFile[]): CompiledModels {
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic): void => void diagnostics.push(found);
  const models = linkModels(readModels(files, report), report);
  return { models, diagnostics };
}

/** A name in a model, or in the imported model of a namespace. */
export interface ModelName {
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** What a model is asked for: a decision's value, or what a service or function comes to for its inputs. */
export interface ModelTarget extends ModelName {
  readonly kind: 'decision' | 'service' | 'function';
}

/** The value given to an input, to a decision that is not to be made, or to a parameter of a function. */
export interface ModelInput extends ModelName {
  readonly value: Value;
}

/**
 * What a model answers (DMN 1.5): null where FEEL has null for an error, with the reasons in `diagnostics`. Undefined
 * where the model has no such element. Inputs that the model does not have are passed over, as DMN does.
 */
export function evaluateModel(model: Model, target: ModelTarget, inputs: readonly ModelInput[], { now, work = DEFAULT_WORK }: FeelOptions = {}): FeelResult | undefined {
  const found = elementNamed(model, target);
  if (found === undefined) return undefined;
  const given = new Map<Element, Value>();
  for (const input of inputs) give(model, input, given);
  const run = newRun(work, now, given);
  try {
    const value = found.model.reading(found.element)(emptyScope(run));
    const called = target.kind !== 'decision' && value instanceof FeelFunction ? value.call(value.parameters.map((name) => inputs.find((input) => input.name === name)?.value ?? null)) : value;
    return { value: called, diagnostics: run.notes };
  } catch (thrown) {
    const error = beyondTheMachine(thrown, run.work);
    if (!(error instanceof FeelError)) throw error;
    return { value: null, diagnostics: [...run.notes, error.diagnostic] };
  }
}

/** What JSON gives to the inputs of a model, by their names. What is not an input is passed over, as DMN does. */
export function inputsOf(model: Model, facts: ExactObject): readonly ModelInput[] {
  const inputs = new Map(modelsWithin(model).flatMap((owner) => owner.tree.inputs.map((input) => [input.name.name, owner.typeOfInput(input)] as const)));
  return [...facts].map(([name, json]) => ({ name, value: valueOfJson(json, inputs.get(name) ?? ANY) }));
}

function elementNamed(model: Model, { kind, name, namespace }: ModelTarget): { readonly model: Model; readonly element: Element } | undefined {
  for (const owner of modelsWithin(model)) {
    if (namespace !== undefined && owner.tree.namespace !== namespace) continue;
    const { decisions, services, functions } = owner.tree;
    const element = { decision: decisions, service: services, function: functions }[kind].find((one) => one.name.name === name);
    if (element !== undefined) return { model: owner, element };
  }
  return undefined;
}

/**
 * Gives a value to every input and decision of that name, in imported models too, unless a namespace says which. What is
 * imported may also be given as this model names it: by a path, `rates.Base rate`, or as an entry of a context `rates`.
 */
function give(model: Model, { name, namespace, value }: ModelInput, given: Map<Element, Value>): void {
  for (const { tree } of modelsWithin(model)) {
    if (namespace !== undefined && tree.namespace !== namespace) continue;
    for (const element of [...tree.inputs, ...tree.decisions]) if (element.name.name === name) given.set(element, value);
  }
  for (const [alias, imported] of model.imports) {
    if (name.startsWith(`${alias}.`)) give(imported, { name: name.slice(alias.length + 1), value }, given);
    else if (name === alias && isContext(value)) for (const [entry, part] of value) give(imported, { name: entry, value: part }, given);
  }
}

/** The model and all that it imports, itself first. */
function modelsWithin(model: Model): readonly Model[] {
  const found = new Set<Model>([model]);
  for (const one of found) for (const imported of one.imports.values()) found.add(imported);
  return [...found];
}
