import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { reportUnreadable } from '../read/policy-set.ts';

/** A folder of the kit: models and test cases for them. */
export interface KitFolder {
  readonly name: string;
  readonly path: string;
  /** The compliance level of DMN that it belongs to; undefined outside the kit's folders for levels. */
  readonly level: number | undefined;
  readonly modelFiles: readonly string[];
  readonly testFiles: readonly string[];
}

/** The folders with models and tests in a directory, however deep, by level and name. Those the kit calls non-compliant are not scored and left out. */
export async function findFolders(directory: string, report: Report): Promise<readonly KitFolder[]> {
  const found = await foldersIn(directory, report);
  return found.sort((a, b) => (a.level ?? 0) - (b.level ?? 0) || (a.name < b.name ? -1 : 1));
}

async function foldersIn(path: string, report: Report): Promise<KitFolder[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    reportUnreadable(path, error, report);
    return [];
  });
  const files = (extension: string): string[] => entries.filter((entry) => entry.isFile() && entry.name.endsWith(extension)).map(({ name }) => join(path, name)).sort();
  const [modelFiles, testFiles] = [files('.dmn'), files('.xml')];
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'non-compliant');
  const deeper = (await Promise.all(below.map(({ name }) => foldersIn(join(path, name), report)))).flat();
  if (modelFiles.length === 0 || testFiles.length === 0) return deeper;
  return [{ name: basename(resolve(path)), path, level: levelOf(path), modelFiles, testFiles }, ...deeper];
}

function levelOf(path: string): number | undefined {
  const digits = /.*[/\\]compliance-level-(\d+)(?:[/\\]|$)/.exec(resolve(path))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
