// `npm test`: installs if needed, type-checks, lints, runs all tests, and ends with one plain line of counts.
// Arguments go to vitest: `npm test -- tests/service`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();

const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const report = join(folder, 'vitest.json');

const checks = await Promise.all([
  run('type-check', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  run('lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'),
]);
const tests = await run('tests', 'vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2));

console.log(counts());
rmSync(folder, { recursive: true });
process.exit([...checks, tests].find((status) => status !== 0) ?? 0);

function run(name, script, ...given) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...given], { cwd: root, stdio: 'inherit' });
    child.on('exit', (status) => {
      if (status !== 0) console.log(`${name} failed`);
      resolve(status ?? 1);
    });
  });
}

/** A file that cannot be run has no tests to count, and counts as one that failed. */
function counts() {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readReport();
  const unrunnable = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${numFailedTests + unrunnable} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
