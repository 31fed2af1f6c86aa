import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync('docs/architecture.md', 'utf8');
const named = new Set([...page.matchAll(/`((?:src|grammar)\/[a-z/-]*)`/g)].map((match) => (match[1] ?? '').replace(/\/$/, '')));
/** From the table, in its order. */
const rooms = [...page.matchAll(/^\| `((?:src|grammar)\/[a-z/]*)\/?` \|/gm)].map((match) => (match[1] ?? '').replace(/\/$/, ''));
const folders = [...foldersIn('src'), ...foldersIn('grammar')];

test('every folder of src and grammar is named', () => {
  const unnamed = folders.filter((folder) => folder !== 'src' && !folder.startsWith('grammar/railroad/') && !named.has(folder));
  expect(unnamed).toEqual([]);
});

test('no folder is named that does not exist', () => {
  const unknown = [...named].filter((folder) => folder !== 'src' && !existsSync(folder));
  expect(unknown).toEqual([]);
});

test('every file named exists', () => {
  const files = [...page.matchAll(/`((?:src|grammar)\/[a-z/-]+\.ts)`/g)].map((match) => match[1] ?? '');
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('a room uses only rooms above it in the table, but for their types', () => {
  const backwards = folders.flatMap(sourcesIn).flatMap((file) =>
    valuesUsedBy(file)
      .filter((used) => placeOf(used) > placeOf(file))
      .map((used) => `${file} uses ${used}`),
  );
  expect(backwards).toEqual([]);
});

/** Folders that hold a file themselves. */
function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => foldersIn(`${folder}/${name}`));
  return entries.some((entry) => entry.isFile()) ? [folder, ...below] : below;
}

/** The files of a folder that are shipped: no tests, and nothing that only tests use. */
function sourcesIn(folder: string): readonly string[] {
  if (folder.endsWith('/fixtures')) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'testing.ts')
    .map((name) => `${folder}/${name}`);
}

function valuesUsedBy(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)';/gm);
  return [...imports].map((match) => normalize(join(dirname(file), match[1] ?? '')));
}

/** The place in the table of the room that a file lies in. The entries at the top of src come last. */
function placeOf(file: string): number {
  const own = rooms.filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
  if (own === undefined) return rooms.length;
  return rooms.indexOf(own === 'src/read/tree' ? 'grammar' : own);
}
