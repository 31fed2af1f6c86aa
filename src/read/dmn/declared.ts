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
  /** The names of inputs, decisions, functions and services. */
  readonly elements: readonly string[];
  /** The same by their ids, which requirements point at. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** Item definitions. */
  readonly types: ReadonlySet<string>;
  /** What can stand after a dot: components of item definitions, entries of contexts, columns, outputs, parameters. */
  readonly members: ReadonlySet<string>;
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
  const elements: string[] = [];
  const nameOf = new Map<string, string>();
  for (const element of childrenOf(root)) {
    const name = identifierOf(element)?.name;
    if (name === undefined || !graphElements.some((kind) => kind === element.name)) continue;
    elements.push(name);
    nameOf.set(attributeOf(element, 'id') ?? '', name);
  }
  const types = new Set(childrenNamed(root, 'itemDefinition').flatMap((element) => identifierOf(element)?.name ?? []));
  const members = new Set<string>();
  gatherMembers(root, members);
  return { file, root, namespace: attributeOf(root, 'namespace') ?? '', elements, nameOf, types, members };
}

function gatherMembers(element: XmlElement, members: Set<string>): void {
  for (const child of childrenOf(element)) {
    const named = child.name === 'contextEntry' ? childNamed(child, 'variable') : withMembers.has(child.name) ? child : undefined;
    const name = identifierOf(named)?.name;
    if (name !== undefined) members.add(name);
    gatherMembers(child, members);
  }
}
