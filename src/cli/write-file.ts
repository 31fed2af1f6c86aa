import { writeFile } from 'node:fs/promises';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';

/** Writes a file. What prevents it is reported. */
export async function writeTextFile(path: string, text: string, report: Report): Promise<boolean> {
  try {
    await writeFile(path, text);
    return true;
  } catch (error) {
    report(diagnostic('file-unwritable', undefined, { path, reason: error instanceof Error ? error.message : String(error) }));
    return false;
  }
}
