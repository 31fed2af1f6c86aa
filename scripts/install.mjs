// Installs the dependencies if they are missing or are not those of package-lock.json. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `npm ci` where it is needed. Ends the process if that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('installing dependencies (npm ci) …');
  const npm = process.env.npm_execpath;
  const command = ['ci', '--no-audit', '--no-fund'];
  const { status } =
    npm === undefined
      ? spawnSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...command], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm keeps a copy of the lock file beside what it has installed; packages for other machines are not in it. */
function isInstalled() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version);
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}
