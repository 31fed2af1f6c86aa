import { withNames } from '../text/builtin-names.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { readBoxedIn } from './boxed.ts';
import { declaredIn, graphElements, type Declared } from './declared.ts';
import { attributeOf, childrenNamed, childrenOf, identifierOf, reportUnknown, requiredIdentifier } from './elements.ts';
import { readDecision, readInputData, readKnowledgeModel, readService } from './graph.ts';
import { readItemDefinition } from './item-definitions.ts';
import type { Reading } from './reading.ts';
import type { ModelImport, ModelTree } from './tree.ts';

/** Children of `definitions` that say nothing of what is decided. */
const besideTheLogic = [
  'description', 'extensionElements', 'artifact', 'association', 'textAnnotation', 'group', 'elementCollection', 'performanceIndicator',
  'organizationUnit', 'knowledgeSource', 'businessContextElement',
]; // prettier-ignore
const definitionsHold = ['import', 'itemDefinition', ...graphElements, ...besideTheLogic];

/** Reads one DMN model that imports none. Undefined where it is no DMN model; every problem is reported with its place. */
export function readModel(file: SourceFile, report: Report): ModelTree | undefined {
  return readModels([file], report)[0];
}

/**
 * Reads DMN models (1.1 to 1.5) that may import one another: what a model declares must be known before an expression
 * that uses it can be read. Files that are no DMN models are reported and left out; in any other, what cannot be read
 * leaves the rest standing.
 */
export function readModels(files: readonly SourceFile[], report: Report): readonly ModelTree[] {
  const declared = files.flatMap((file) => declaredIn(file, report) ?? []);
  return declared.map((model) => readDeclared(model, declared, report));
}

function readDeclared(model: Declared, all: readonly Declared[], report: Report): ModelTree {
  const { file, root } = model;
  const imports = readImports(model, report);
  const reading = readingOf(model, imports, all, report);
  for (const child of childrenOf(root)) {
    if (!definitionsHold.includes(child.name)) reportUnknown(child, root, definitionsHold, report);
  }
  return {
    file,
    name: requiredIdentifier(root, report),
    namespace: requiredIdentifier(root, report, 'namespace').name,
    imports,
    types: childrenNamed(root, 'itemDefinition').map((element) => readItemDefinition(reading, element)),
    inputs: childrenNamed(root, 'inputData').map((element) => readInputData(reading, element)),
    decisions: childrenNamed(root, 'decision').map((element) => readDecision(reading, element)),
    functions: childrenNamed(root, 'businessKnowledgeModel').map((element) => readKnowledgeModel(reading, element)),
    services: childrenNamed(root, 'decisionService').map((element) => readService(reading, element)),
  };
}

/** Imports of models. Those of other things (`importType`: an XML schema, PMML) declare nothing that FEEL can name. */
function readImports({ root }: Declared, report: Report): readonly ModelImport[] {
  return childrenNamed(root, 'import')
    .filter((element) => (attributeOf(element, 'importType') ?? root.namespace).includes('/DMN/'))
    .map((element) => {
      const namespace = requiredIdentifier(element, report, 'namespace').name;
      return { name: identifierOf(element) ?? { name: '', span: element.span }, namespace, span: element.span };
    });
}

function readingOf(model: Declared, imports: readonly ModelImport[], all: readonly Declared[], report: Report): Reading {
  const imported = imports.flatMap(({ name, namespace }) => {
    const found = all.find((each) => each.namespace === namespace);
    return found === undefined ? [] : [{ alias: name.name, model: found }];
  });
  const members = new Set([model, ...imported.map((each) => each.model)].flatMap((each) => [...each.members]));
  const everything = new Set([...model.elements, ...imports.map(({ name }) => name.name)]);
  const types = new Set(model.types);
  for (const { alias, model: source } of imported) {
    for (const name of source.elements) (alias === '' ? everything : members).add(name);
    for (const type of source.types) types.add(type);
    types.add(alias);
  }
  const scopes = withNames(everything, members, types);
  const reading: Reading = {
    report,
    model,
    imported,
    members: scopes.members,
    types: scopes.types,
    everything: scopes.names,
    boxedIn: (parent, inScope) => readBoxedIn(reading, parent, inScope),
  };
  return reading;
}
