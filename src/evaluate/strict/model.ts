import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Value } from '../../feel/values/value.ts';
import type { BusinessKnowledgeModel, DecisionService, InputData, ModelDecision, ModelTree, Requirement } from '../../read/dmn/tree.ts';
import { boxed, fittingType, functionOf } from './boxed.ts';
import { compilerFor, type Setting } from './expression.ts';
import { itemTypeOf, typeOf, type TypeSetting } from './item-types.ts';
import { TESTED } from './membership.ts';
import { declaredNames, type Names } from './names.ts';
import { bind, emptyScope, newRun, note, type Evaluate } from './scope.ts';
import { serviceOf } from './services.ts';
import { ANY, type FeelType } from './types.ts';

export type Element = InputData | ModelDecision | BusinessKnowledgeModel | DecisionService;

/** A model whose requirements are linked: every element can be read, and so evaluated. */
export interface Model {
  readonly tree: ModelTree;
  readonly imports: ReadonlyMap<string, Model>;
  /** The value of an element: of an input what is given, of a function or service a function. */
  readonly reading: (element: Element) => Evaluate;
  readonly element: (id: string) => Element | undefined;
  readonly definition: (name: string) => (() => FeelType) | undefined;
  /** The declared type of an input. */
  readonly typeOfInput: (input: InputData) => FeelType;
}

/** How many steps the test of a type's constraint may take. */
const WORK_OF_A_CONSTRAINT = 1_000_000;

/** Links models that may import one another. Elements and types that are not there are reported. */
export function linkModels(trees: readonly ModelTree[], report: Report): readonly Model[] {
  const linked = new Map<ModelTree, Model>();
  const linking = new Set<ModelTree>();
  const link = (tree: ModelTree): Model => {
    const known = linked.get(tree);
    if (known !== undefined) return known;
    linking.add(tree);
    const imports = new Map<string, Model>();
    for (const { name, namespace, span } of tree.imports) {
      const target = trees.find((one) => one.namespace === namespace);
      if (target === undefined) report(diagnostic('model-unknown', span, { namespace }));
      else if (linking.has(target)) report(diagnostic('model-import-cycle', span, { name: target.name.name }));
      else imports.set(name.name, link(target));
    }
    linking.delete(tree);
    const model = modelOf(tree, imports, report);
    linked.set(tree, model);
    return model;
  };
  const models = trees.map(link);
  // What an element names is looked up when it is first read: here, so that all that is wrong is told before any evaluation.
  for (const model of models) for (const element of elementsOf(model.tree)) model.reading(element);
  return models;
}

function elementsOf({ inputs, decisions, functions, services }: ModelTree): readonly Element[] {
  return [...inputs, ...decisions, ...functions, ...services];
}

function modelOf(tree: ModelTree, imports: ReadonlyMap<string, Model>, report: Report): Model {
  const byId = new Map(elementsOf(tree).flatMap((element) => (element.id === undefined ? [] : [[element.id, element] as const])));
  const readings = new Map<Element, Evaluate>();
  const types = new Map<string, FeelType>();

  const typeSetting: TypeSetting = {
    definition: ([first = '', second, ...rest]) => {
      if (second === undefined) return definition(first) ?? imports.get('')?.definition(first);
      return rest.length > 0 ? undefined : imports.get(first)?.definition(second);
    },
    constraint: (cell) => {
      const holds = compilerFor(declaredNames(), setting).within(TESTED).tests(cell);
      // It sees nothing but the value.
      return (value) => holds(bind(emptyScope(newRun(WORK_OF_A_CONSTRAINT)), value));
    },
    unknown: (written, name) => report(diagnostic('item-definition-unknown', written.span, { name })),
  };
  const setting: Setting = { report, type: (written) => typeOf(written, typeSetting) };

  function definition(name: string): (() => FeelType) | undefined {
    const found = tree.types.find((each) => each.name.name === name);
    return found && (() => {
      const known = types.get(name);
      if (known !== undefined) return known;
      types.set(name, ANY);
      const type = itemTypeOf(found.type, typeSetting);
      types.set(name, type);
      return type;
    });
  }

  function find({ namespace, id, span }: Requirement): { readonly model: Model; readonly alias: string | undefined; readonly element: Element } | undefined {
    const imported = [...imports].find(([, one]) => one.tree.namespace === namespace);
    const [alias, owner] = namespace === undefined || namespace === tree.namespace ? [undefined, model] : (imported ?? [undefined, undefined]);
    const element = owner?.element(id);
    if (element === undefined || owner === undefined) {
      report(diagnostic('requirement-unknown', span, { id }));
      return undefined;
    }
    return { model: owner, alias: alias === '' ? undefined : alias, element };
  }

  /** What an element may name: what it requires, by name, that of imported models within the import's. */
  function namesFor(requires: readonly Requirement[]): Names {
    const own = new Map<string, Evaluate>();
    const imported = new Map<string, Map<string, Evaluate>>();
    for (const requirement of requires) {
      const found = find(requirement);
      if (found === undefined) continue;
      const reading: Evaluate = (scope) => found.model.reading(found.element)(emptyScope(scope.run));
      if (found.alias === undefined) own.set(found.element.name.name, reading);
      else imported.set(found.alias, (imported.get(found.alias) ?? new Map<string, Evaluate>()).set(found.element.name.name, reading));
    }
    for (const [alias, members] of imported) {
      own.set(alias, (scope) => new Map<string, Value>([...members].map(([name, reading]) => [name, reading(scope)])));
    }
    return declaredNames((name) => own.get(name));
  }

  function readingOf(element: Element): Evaluate {
    if ('outputs' in element) return serviceOf(element, setting.type, (requirement) => find(requirement));
    if (!('requires' in element)) return given(element, typeOf(element.type, typeSetting));
    const compiler = compilerFor(namesFor(element.requires), setting);
    const type = typeOf(element.type, typeSetting);
    const { logic } = element;
    if (logic?.kind === 'function' && tree.functions.includes(element as BusinessKnowledgeModel)) return functionOf(logic, resultOf(type), compiler);
    return decided(element, fittingType(type, element.span, boxed(logic, compiler)));
  }

  const model: Model = {
    tree,
    imports,
    element: (id) => byId.get(id),
    definition,
    typeOfInput: ({ type }) => typeOf(type, typeSetting),
    reading: (element) => {
      const known = readings.get(element);
      if (known !== undefined) return known;
      const reading = readingOf(element);
      readings.set(element, reading);
      return reading;
    },
  };
  return model;
}

/** The type of a business knowledge model may be that of the function or, as many tools write it, of its result. */
function resultOf(type: FeelType): FeelType {
  return type.kind === 'function' ? type.result : type;
}

function given(element: Element, type: FeelType): Evaluate {
  return fittingType(type, element.span, ({ run }) => run.given.get(element) ?? null);
}

/** A decision is made once in an evaluation, unless its value is given. */
function decided(element: ModelDecision | BusinessKnowledgeModel, evaluate: Evaluate): Evaluate {
  return ({ run }) => {
    const value = run.given.get(element);
    if (value !== undefined) return value;
    const known = run.decided.get(element);
    if (known !== undefined) return known;
    if (run.decided.has(element)) {
      note(run, diagnostic('decision-cycle', element.span, { cycle: [element.name.name, element.name.name] }));
      return null;
    }
    run.decided.set(element, undefined);
    const made = evaluate(emptyScope(run));
    run.decided.set(element, made);
    return made;
  };
}
