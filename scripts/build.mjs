// Bundles the command (dist/plumbline.js) and the library (dist/index.js) with all that they depend on: one file read
// starts faster than hundreds. The pages about diagnostics lie beside them. Run with --types it writes the library's type declarations too.
import { spawnSync } from 'node:child_process';
import { chmod, cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundles into a folder, which is emptied first. */
export async function build(folder) {
  await rm(folder, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: { plumbline: 'src/cli/plumbline.ts', index: 'src/index.ts' },
    outdir: folder,
    bundle: true,
    // What only one command needs (Fastify, above all) goes into chunks that are read when they are imported.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    // jsonc-parser's CommonJS cannot be bundled, its module form can.
    mainFields: ['module', 'main'],
    target: 'node20',
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    // Dependencies written as CommonJS call `require` for Node's own modules.
    banner: { js: "import { createRequire as plumblineRequire } from 'node:module'; const require = plumblineRequire(import.meta.url);" },
  });
  await chmod(join(folder, 'plumbline.js'), 0o755);
  await cp(join(root, 'docs', 'diagnostics'), join(folder, 'docs', 'diagnostics'), { recursive: true });
}

function declareTypes(folder) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--rewriteRelativeImportExtensions', '--outDir', folder];
  const { status } = spawnSync(process.execPath, [compiler, '-p', root, ...options], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(join(root, 'dist'));
  if (process.argv.includes('--types')) declareTypes(join(root, 'dist', 'types'));
}
