/** The namespaces of DMN's versions. What they say differs little; every version is read alike. */
export const dmnVersions: ReadonlyMap<string, string> = new Map([
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', '1.1'],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', '1.2'],
  ['https://www.omg.org/spec/DMN/20191111/MODEL/', '1.3'],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', '1.4'],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', '1.5'],
]);

/** The versions that are written. The usual modelers of the bpmn.io family open 1.3 and nothing later. */
export const writtenVersions = ['1.5', '1.3'] as const;
export type WrittenVersion = (typeof writtenVersions)[number];

const writtenAs: Readonly<Record<WrittenVersion, string>> = { '1.5': '20230324', '1.3': '20191111' };

/** The namespaces of a version's elements, of its diagrams, and of its FEEL. */
export function namespacesOf(version: WrittenVersion): { readonly model: string; readonly diagram: string; readonly feel: string } {
  const base = `https://www.omg.org/spec/DMN/${writtenAs[version]}`;
  return { model: `${base}/MODEL/`, diagram: `${base}/DMNDI/`, feel: `${base}/FEEL/` };
}

/** The namespace of what a policy says and DMN cannot. */
export const EXTENSIONS = 'urn:plumbline:dmn:1';

const feelNamespaces: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/FEEL/20140401',
  'http://www.omg.org/spec/DMN/20180521/FEEL/',
  'https://www.omg.org/spec/DMN/20191111/FEEL/',
  'https://www.omg.org/spec/DMN/20211108/FEEL/',
  'https://www.omg.org/spec/DMN/20230324/FEEL/',
]);

export function isFeelNamespace(namespace: string): boolean {
  return feelNamespaces.has(namespace);
}

/** Whether an `expressionLanguage` is FEEL; some modelers write its name and not its namespace. */
export function isFeel(language: string): boolean {
  return isFeelNamespace(language.trim()) || language.trim().toLowerCase() === 'feel';
}
