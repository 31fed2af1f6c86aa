import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Phrase } from '../diagnostics/define.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from './tree/span.ts';
import type { PolicyTree } from './tree/statement.ts';
import { decode } from './text/decode.ts';
import { isPolicyPath, readSource } from './read-source.ts';

/**
 * Reads every policy file named, and those in the folders named and below them, in the order of their paths. Files
 * that cannot be opened or decoded are reported.
 */
export async function readPolicySet(paths: readonly string[], report: Report): Promise<readonly PolicyTree[]> {
  return (await readSourceFiles(paths, report)).map((file) => readSource(file, report));
}

/** The texts of the same files, each once. */
export async function readSourceFiles(paths: readonly string[], report: Report): Promise<readonly SourceFile[]> {
  const found = (await Promise.all(paths.map((path) => policyFiles(path, report)))).flat();
  const files: SourceFile[] = [];
  for (const path of new Set(found)) {
    const bytes = await readBytes(path, report);
    const file = bytes && decode(path, bytes, report);
    if (file !== undefined) files.push(file);
  }
  return files;
}

async function policyFiles(path: string, report: Report): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true });
    const found = names.filter((name) => isPolicyPath(name)).sort().map((name) => join(path, name).replaceAll('\\', '/'));
    if (found.length === 0) report(diagnostic('no-policy-files', wholeFile(path), { path }));
    return found;
  } catch (error) {
    reportUnreadable(path, error, report);
    return [];
  }
}

async function readBytes(path: string, report: Report): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    reportUnreadable(path, error, report);
    return undefined;
  }
}

/** Reports what kept the system from reading a path. */
export function reportUnreadable(path: string, error: unknown, report: Report): void {
  report(diagnostic('file-unreadable', wholeFile(path), { path, reason: reasonOf(error) }));
}

/** What keeps the system from reading a path, in words. */
export function reasonOf(error: unknown): Phrase {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons.get(code) ?? { en: code, zh: code };
}

const reasons: ReadonlyMap<string, Phrase> = new Map([
  ['ENOENT', { en: 'there is no such file or folder', zh: '文件或文件夹不存在' }],
  ['EACCES', { en: 'access is denied', zh: '没有访问权限' }],
  ['EISDIR', { en: 'it is a folder', zh: '它是文件夹' }],
]);

function wholeFile(path: string): { file: { path: string; text: string }; start: number; end: number } {
  return { file: { path, text: '' }, start: 0, end: 0 };
}
