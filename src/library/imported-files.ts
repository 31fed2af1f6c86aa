import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../findings/settings/find-settings.ts';
import { readPolicySet, readSourceFiles } from '../read/policy-set.ts';
import { isDmnPath } from '../read/read-source.ts';
import type { PolicyTree } from '../read/tree/statement.ts';

/**
 * The trees and those of the policies they import that are not among them but stand in the same folders, or else anywhere
 * below the folder of their `plumbline.yaml`: so that one file or folder of a policy set can be named alone. Only what is
 * imported is read into the set, and only its problems are reported.
 */
export async function withImportedFiles(trees: readonly PolicyTree[], report: Report): Promise<readonly PolicyTree[]> {
  if (missingImports(trees).size === 0) return trees;
  const folders = [...new Set(trees.map(({ file }) => dirname(file.path)))];
  const beside = await withImportsIn(folders, trees, report);
  if (missingImports(beside).size === 0) return beside;
  const roots = folders.flatMap((folder) => nearest(folder) ?? []).map((settings) => dirname(settings));
  return roots.length === 0 ? beside : withImportsIn([...new Set(roots)], beside, report);
}

/** Whether the trees are all of their policy set, so that what nothing of them uses is not used at all. Without a root nothing else is known of. */
export async function isWholeSet(trees: readonly PolicyTree[]): Promise<boolean> {
  const roots = [...new Set(trees.flatMap(({ file }) => nearest(file.path) ?? []).map((settings) => dirname(settings)))];
  if (roots.length === 0) return true;
  const given = new Set(trees.map(({ file }) => resolve(file.path)));
  return (await readSourceFiles(roots, () => undefined)).every(({ path }) => given.has(resolve(path)));
}

async function withImportsIn(folders: readonly string[], trees: readonly PolicyTree[], report: Report): Promise<readonly PolicyTree[]> {
  const known = new Set(trees.map(({ file }) => file.path));
  const problems: Diagnostic[] = [];
  const note: Report = (found) => void problems.push(found);
  const policies = await readPolicySet(folders, note);
  // A model's imports may lie beside it as models only.
  const models = trees.some(isModel) ? await readPolicySet((await Promise.all(folders.map(modelsIn))).flat(), note) : [];
  const beside = [...policies, ...models].filter(({ file }) => !known.has(file.path));
  const chosen = [...trees];
  for (let missing = missingImports(chosen); missing.size > 0; missing = missingImports(chosen)) {
    const found = beside.filter((tree) => !chosen.includes(tree) && tree.policy !== undefined && missing.has(tree.policy.name.name));
    const once = found.filter((tree, index) => !isModel(tree) || !found.slice(0, index).some((other) => other.policy?.name.name === tree.policy?.name.name));
    if (once.length === 0) break;
    chosen.push(...once);
  }
  const added = new Set(chosen.slice(trees.length).map(({ file }) => file));
  problems.filter(({ span }) => span !== undefined && added.has(span.file)).forEach(report);
  return chosen;
}

function missingImports(trees: readonly PolicyTree[]): ReadonlySet<string> {
  const present = new Set(trees.map(({ policy }) => policy?.name.name));
  const imported = trees.flatMap(({ statements }) => statements.flatMap((each) => (each.kind === 'import' ? [each.name.name] : [])));
  return new Set(imported.filter((name) => !present.has(name)));
}

function isModel({ file }: PolicyTree): boolean {
  return isDmnPath(file.path);
}

async function modelsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter(isDmnPath).sort().map((name) => join(folder, name).replaceAll('\\', '/'));
}
