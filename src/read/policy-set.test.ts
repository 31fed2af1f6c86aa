import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messageOf } from '../diagnostics/message.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readPolicySet } from './policy-set.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-set-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(...names: readonly string[]): Promise<{ policies: readonly (string | undefined)[]; problems: readonly Diagnostic[] }> {
  const problems: Diagnostic[] = [];
  const trees = await readPolicySet(names.map((name) => join(folder, name)), (one) => problems.push(one));
  return { policies: trees.map(({ policy }) => policy?.name.name), problems };
}

test('a folder is read with all that is below it, in the order of the paths', async () => {
  await mkdir(join(folder, 'retail'));
  await writeFile(join(folder, 'retail', 'a.policy'), 'policy a');
  await writeFile(join(folder, 'b.policy'), 'policy b');
  await writeFile(join(folder, 'notes.txt'), 'not a policy');
  expect(await read('.')).toEqual({ policies: ['b', 'a'], problems: [] });
});

test('a file that is named twice is read once', async () => {
  await writeFile(join(folder, 'a.policy'), 'policy a');
  expect(await read('a.policy', 'a.policy')).toEqual({ policies: ['a'], problems: [] });
});

test('a folder without a policy file is a problem, so that nothing checked is not taken for nothing wrong', async () => {
  await writeFile(join(folder, 'notes.txt'), 'not a policy');
  expect((await read('.')).problems).toMatchObject([{ code: 'no-policy-files' }]);
});

test('a path that does not exist is a problem, and the others are read', async () => {
  await writeFile(join(folder, 'a.policy'), 'policy a');
  const { policies, problems } = await read('nowhere.policy', 'a.policy');
  expect(policies).toEqual(['a']);
  expect(problems.map((one) => messageOf(one, 'en'))).toEqual([`cannot read \`${join(folder, 'nowhere.policy')}\`: there is no such file or folder`]);
});
