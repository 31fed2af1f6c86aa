import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { build } from '../../scripts/build.mjs';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export interface Workplace {
  /** Runs the built program in the folder of the files, and waits for its end. */
  readonly plumbline: (given: readonly string[], input?: string | Uint8Array) => Promise<Ended>;
  /** The same with so many megabytes for what lives long in memory. */
  readonly plumblineWithin: (megabytes: number, given: readonly string[]) => Promise<Ended>;
  /** The built program itself. */
  readonly program: () => string;
  /** Starts it without waiting. */
  readonly start: (...given: readonly string[]) => ChildProcess;
  /** Writes a file into the folder. */
  readonly write: (name: string, content: string | Uint8Array) => void;
  /** Where a file of the folder lies, for other programs. */
  readonly path: (name: string) => string;
}

/** The program as it is built for users, and a folder with files for it, while a file's tests run. */
export function workplace(files: Readonly<Record<string, string>>): Workplace {
  let program = '';
  let folder = '';
  const write: Workplace['write'] = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  beforeAll(async () => {
    const base = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
    folder = join(base, 'bank');
    mkdirSync(folder);
    await build(join(base, 'dist'));
    program = join(base, 'dist', 'plumbline.js');
    for (const [name, text] of Object.entries(files)) write(name, text);
  });
  afterAll(() => rmSync(dirname(folder), { recursive: true }));
  const node = (...given: readonly string[]): ChildProcess => spawn(process.execPath, given, { cwd: folder, env: { PATH: process.env['PATH'], LANG: 'C' } });
  const start = (...given: readonly string[]): ChildProcess => node(program, ...given);
  return {
    start,
    write,
    path: (name) => join(folder, name),
    program: () => program,
    plumbline: (given, input) => ended(start(...given), input),
    plumblineWithin: (megabytes, given) => ended(node(`--max-old-space-size=${megabytes}`, program, ...given)),
  };
}

export function ended(child: ChildProcess, input?: string | Uint8Array): Promise<Ended> {
  let [out, error] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
  child.stdin?.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, error })));
}
