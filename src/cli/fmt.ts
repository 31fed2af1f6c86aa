import { format as formatted } from '../convert/rewrite.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSourceFiles } from '../read/policy-set.ts';
import type { SourceFile } from '../read/tree/span.ts';
import type { CommonOptions } from './main.ts';
import { diagnosticsJson, reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, UNUSABLE, say } from './terminal.ts';
import { writeTextFile } from './write-file.ts';

interface FormatOptions extends CommonOptions {
  readonly check?: true;
}

/**
 * `plumbline fmt PATH…`: puts policy files into their standard form, in either spelling. With `--check` nothing is
 * written: files that are not in that form are named, and are a problem. A file that cannot be read stays as it is.
 */
export async function fmtCommand(paths: readonly string[], { check, format }: FormatOptions, terminal: Terminal): Promise<Status> {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): void => void found.push(one);
  const files = await readSourceFiles(paths, report);
  const changed: SourceFile[] = [];
  let unwritten = false;
  for (const file of files) {
    const text = formatted(file, report);
    if (text === undefined || text === file.text) continue;
    if (check === true || (await writeTextFile(file.path, text, report))) changed.push(file);
    else unwritten = true;
  }
  if (format === 'json') {
    const names = changed.map(({ path }) => path);
    terminal.out(`${JSON.stringify({ files: files.length, [check === true ? 'unformatted' : 'formatted']: names, diagnostics: diagnosticsJson(terminal, found) }, null, 2)}\n`);
  } else {
    reportTo(terminal, found);
    terminal.out(changed.map(({ path }) => `${path}\n`).join(''));
    terminal.out(`${summary(files.length, changed.length, check === true, terminal)}\n`);
  }
  if (unwritten) return UNUSABLE;
  const status = statusOf(found);
  return status === CLEAN && check === true && changed.length > 0 ? PROBLEMS : status;
}

function summary(files: number, changed: number, check: boolean, terminal: Terminal): string {
  const all = { en: `${files} ${files === 1 ? 'file' : 'files'}`, zh: `${files} 个文件` };
  if (check) return say(terminal, { en: `${all.en}, ${changed} not in standard form`, zh: `${all.zh}，其中 ${changed} 个不是标准格式` });
  return say(terminal, { en: `${all.en}, ${changed} formatted`, zh: `${all.zh}，已格式化 ${changed} 个` });
}
