import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { readSourceFiles } from '../../read/policy-set.ts';
import { readSettings } from './read-settings.ts';
import { standardSettings, type Settings } from './settings.ts';

const NAME = 'plumbline.yaml';

/**
 * The settings for policies at these paths: those in the file named, else in the nearest `plumbline.yaml`, in the folder
 * of each path or above it, as far as the root of its repository, or without one the folder that Plumbline runs in.
 * What is wrong is reported.
 */
export async function settingsFor(paths: readonly string[], named: string | undefined, report: Report): Promise<Settings> {
  const [first, second] = named === undefined ? [...new Set(paths.flatMap((path) => nearest(path) ?? []))] : [named];
  if (first !== undefined && second !== undefined) report(diagnostic('settings-several', undefined, { first, second }));
  const [file] = first === undefined ? [] : await readSourceFiles([first], report);
  return file === undefined ? standardSettings : readSettings(file, report);
}

/** The nearest settings file for a path, as seen from the folder that Plumbline runs in. Undefined where there is none. */
export function nearest(path: string): string | undefined {
  const found = foldersFor(path).map((folder) => join(folder, NAME)).find((candidate) => existsSync(candidate));
  return found === undefined ? undefined : relative(process.cwd(), found).replaceAll('\\', '/');
}

/** The folder of a path and those above it, as far as settings are looked for. */
function foldersFor(path: string): readonly string[] {
  const whole = resolve(path);
  const folders = [statSync(whole, { throwIfNoEntry: false })?.isDirectory() === true ? whole : dirname(whole)];
  for (let above = dirname(folders[0] ?? whole); above !== folders.at(-1); above = dirname(above)) folders.push(above);
  const repository = folders.findIndex((folder) => existsSync(join(folder, '.git')));
  const outermost = repository === -1 ? folders.indexOf(process.cwd()) : repository;
  return folders.slice(0, Math.max(outermost, 0) + 1);
}
