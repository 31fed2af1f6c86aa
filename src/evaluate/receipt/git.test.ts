import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitState } from './git.ts';

let folder: string;

function git(...command: string[]): string {
  const identity = ['-c', 'user.name=Auditor', '-c', 'user.email=auditor@bank.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...command], { cwd: folder, encoding: 'utf8' }).trim();
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function commitAll(): string {
  git('add', '-A');
  git('commit', '-qm', 'policies');
  return git('rev-parse', 'HEAD');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-git-'));
  mkdirSync(join(folder, '政策'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('outside a repository there is nothing to say', async () => {
  expect(await gitState([write('a.policy', 'policy a')])).toBeNull();
});

test('a repository without a commit has none to name', async () => {
  git('init', '-q');
  expect(await gitState([write('a.policy', 'policy a')])).toBeNull();
});

test('committed files are clean, whatever else is changed beside them', async () => {
  git('init', '-q');
  const files = [write('a.policy', 'policy a'), write('政策/分类 [1].policy', 'policy b')];
  const commit = commitAll();
  write('notes.txt', 'unrelated');
  expect(await gitState(files)).toEqual({ commit, dirty: false });
});

test('a file that is changed, staged or untracked makes its policy dirty, and only its own', async () => {
  git('init', '-q');
  write('.gitignore', 'ignored.policy');
  const [clean, changed, staged] = [write('a.policy', 'a'), write('b.policy', 'b'), write('c.policy', 'c')];
  const commit = commitAll();
  write('b.policy', 'changed');
  write('c.policy', 'staged');
  git('add', 'c.policy');
  const [untracked, ignored] = [write('d.policy', 'd'), write('ignored.policy', 'e')];

  expect(await gitState([clean])).toEqual({ commit, dirty: false });
  for (const file of [changed, staged, untracked, ignored]) {
    expect(await gitState([clean, file])).toEqual({ commit, dirty: true });
  }
});

test('a file of another place makes its policy dirty: the commit does not hold it', async () => {
  const elsewhere = write('elsewhere.policy', 'policy elsewhere');
  folder = join(folder, '政策');
  git('init', '-q');
  const file = write('a.policy', 'policy a');
  const commit = commitAll();
  expect(await gitState([file, elsewhere])).toEqual({ commit, dirty: true });
  folder = join(folder, '..');
});

test('a file that does not exist has no state', async () => {
  expect(await gitState([join(folder, 'absent.policy')])).toBeNull();
});
