import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Receipt } from '../answer.ts';

export type GitState = Receipt['git'];

/**
 * The commit that a policy was read from, given the files that it and its imports stand in: `dirty` if one of them is
 * not, byte for byte, what the commit holds (changed, staged, untracked, ignored, or in another repository). Null where
 * there is no repository, no commit, or no git.
 */
export async function gitState(files: readonly string[]): Promise<GitState> {
  try {
    const paths = await Promise.all(files.map((file) => realpath(file)));
    const [first] = paths;
    if (first === undefined) return null;
    const [commit = '', root = ''] = (await git(dirname(first), 'rev-parse', 'HEAD', '--show-toplevel')).split(/\r?\n/);
    const named = paths.map((path) => relative(root, path).split(sep).join('/'));
    const inside = named.filter((path) => !path.startsWith('../'));
    const tracked = new Set(await pathsFrom(root, 'ls-files', '-z', '--', ...inside));
    const changed = new Set(await pathsFrom(root, 'diff', '--no-ext-diff', '--name-only', '-z', 'HEAD', '--', ...inside));
    return { commit, dirty: named.some((path) => !tracked.has(path) || changed.has(path)) };
  } catch {
    return null;
  }
}

const run = promisify(execFile);

/** What git prints. A repository's own settings must not make it run anything: no file-system monitor. */
async function git(folder: string, ...command: readonly string[]): Promise<string> {
  const settings = ['-c', 'core.fsmonitor=false', '--literal-pathspecs', '--no-optional-locks'];
  const { stdout } = await run('git', [...settings, ...command], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function pathsFrom(folder: string, ...command: readonly string[]): Promise<readonly string[]> {
  return (await git(folder, ...command)).split('\0').filter((path) => path !== '');
}
