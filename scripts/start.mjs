// `npm start`: installs if needed, builds, checks and tests the shipped policies, tells the story of a sub-branch by them, serves
// them, and prints a request to try.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { build } = await import('./build.mjs');
await build(join(root, 'dist'));

const plumbline = join(root, 'dist', 'plumbline.js');
must('check', 'rules');
must('test', 'rules');
console.log('\na year of a sub-branch, as these policies see it (npm run story):\n');
spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/story.ts'], { cwd: root, stdio: 'inherit' });

const port = await freePort(Number(process.env.PORT ?? 8080));
const service = spawn(process.execPath, [plumbline, 'serve', 'rules', '--port', String(port)], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
service.on('exit', (status) => process.exit(status ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));

const origin = `http://127.0.0.1:${port}`;
await untilReady();
console.log(`\nserving the policies in rules/ on ${origin} (its interface: ${origin}/openapi.json)\n\ntry:\n\n${await request()}\n`);

/** Runs a command on the shipped policies: its last line if all is well, everything and an end if not. */
function must(command, path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [plumbline, command, path], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exit(status ?? 1);
  }
  console.log(`${command} ${path}: ${stdout.trim().split('\n').at(-1)}`);
}

/** The port asked for, or the next that no one listens on. */
async function freePort(wanted) {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (await isFree(port)) return port;
  }
  return 0;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function untilReady() {
  for (;;) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A request from the policy's own tests, as the interface description gives it. */
async function request() {
  const { paths } = await (await fetch(`${origin}/openapi.json`)).json();
  const examples = Object.entries(paths).flatMap(([path, { post }]) => {
    const example = post?.requestBody.content['application/json'].example;
    return example === undefined ? [] : [{ path, example }];
  });
  const { path, example } = examples.find((each) => each.path.includes('/loan_classification/')) ?? examples[0];
  const body = JSON.stringify(example).replaceAll("'", "'\\''");
  return `curl -s ${origin}${path} -H 'content-type: application/json' -d '${body}'`;
}
