import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { attributeOf, childNamed, childrenNamed, childrenOf, identifierOf } from './elements.ts';
import { dmnVersions } from './versions.ts';
import type { XmlElement } from './xml/element.ts';
import { readXml } from './xml/read-xml.ts';

/** What a model declares, known before any of its expressions is read. */
export interface Declared {
  readonly file: SourceFile;
  readonly root: XmlElement;
  readonly namespace: string;
  /** Inputs, decisions, functions and services. */
  readonly elements: readonly { readonly id: string | undefined; readonly name: string }[];
  /** Item definitions. */
  readonly types: readonly string[];
  /** What can stand after a dot: components of item definitions, entries of contexts, columns, outputs, parameters. */
  readonly members: readonly string[];
}

/** The children of `definitions` that other elements can require. */
export const graphElements = ['inputData', 'decision', 'businessKnowledgeModel', 'decisionService'] as const;

/** Elements whose names can stand after a dot, or name an argument. */
const withMembers: ReadonlySet<string> = new Set(['itemComponent', 'column', 'output', 'formalParameter', 'parameter', 'parameters']);

/** Reads what a file declares. Undefined, with the reason reported, where it is no DMN model. */
export function declaredIn(file: SourceFile, report: Report): Declared | undefined {
  const root = readXml(file, report);
  if (root === undefined) return undefined;
  if (root.name !== 'definitions' || !dmnVersions.has(root.namespace)) {
    report(diagnostic('dmn-version-unknown', root.span, { element: root.name, namespace: root.namespace }));
    return undefined;
  }
  const elements = childrenOf(root)
    .filter(({ name }) => graphElements.some((kind) => kind === name))
    .map((element) => ({ id: attributeOf(element, 'id'), name: identifierOf(element)?.name ?? '' }));
  const types = childrenNamed(root, 'itemDefinition').flatMap((element) => identifierOf(element)?.name ?? []);
  const members = new Set<string>();
  gatherMembers(root, members);
  return { file, root, namespace: attributeOf(root, 'namespace') ?? '', elements, types, members: [...members] };
}

function gatherMembers(element: XmlElement, members: Set<string>): void {
  for (const child of childrenOf(element)) {
    const named = child.name === 'contextEntry' ? childNamed(child, 'variable') : withMembers.has(child.name) ? child : undefined;
    const name = identifierOf(named)?.name;
    if (name !== undefined) members.add(name);
    gatherMembers(child, members);
  }
}
