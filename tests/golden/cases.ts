import { readdirSync } from 'node:fs';

/** A golden case: one policy file or DMN model, or a folder that is read as a policy set. Paths are from the project's root. */
export interface GoldenCase {
  readonly name: string;
  readonly path: string;
  /** The path of its golden file without the ending. */
  readonly golden: string;
}

export function goldenCases(folder: string): readonly GoldenCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.(policy(\.yaml)?|rules\.json|dmn)$/.test(entry.name))
    .map((entry) => {
      const name = entry.name.replace(/\.(policy(\.yaml)?|rules\.json|dmn)$/, '');
      return { name, path: `${folder}/${entry.name}`, golden: `${folder}/${name}` };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
