import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { FeelDateTime } from '../feel/values/temporal.ts';
import { findFolders } from './folders.ts';
import { runFolder, type FolderResult } from './run-folder.ts';

export interface KitOptions {
  /** What `now()` and `today()` answer; null if left out. */
  readonly now?: FeelDateTime | undefined;
  /** Only the folders of which the name holds this. */
  readonly only?: string | undefined;
}

/** Runs the kit's folders in a directory, at any depth: a clone of dmn-tck/tck, a level of it, a single folder. Problems of its files are reported. */
export async function runKit(directory: string, { now, only = '' }: KitOptions, report: Report): Promise<readonly FolderResult[]> {
  const all = await findFolders(directory, report);
  const folders = all.filter(({ name }) => name.includes(only));
  if (folders.length === 0) report(diagnostic('kit-folders-missing', undefined, { path: directory }));
  const results: FolderResult[] = [];
  for (const folder of folders) results.push(await runFolder(folder, now, report));
  return results;
}
