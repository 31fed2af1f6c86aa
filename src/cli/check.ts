import { diagnostic } from '../diagnostics/diagnostic.ts';
import { analyzed } from '../library/analyze.ts';
import type { Compiled } from '../library/compile.ts';
import { compile } from '../library/compile.ts';
import type { Policy } from '../model/policy.ts';
import { asOfDate } from './as-of.ts';
import type { CommonOptions } from './main.ts';
import { printedModel, printedPlan, printedTree } from './printed.ts';
import { diagnosticsJson, reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, UNUSABLE, say } from './terminal.ts';
import { unconfirmedIn } from './unconfirmed.ts';
import type { Unconfirmed } from './unconfirmed.ts';

interface CheckOptions extends CommonOptions {
  readonly print?: 'ast' | 'model' | 'plan';
  readonly list?: 'unconfirmed';
  readonly asOf: string;
}

/** `plumbline check PATH…`: reads, checks and analyses policies, prints what is wrong, or one of the stages on the way. */
export async function checkCommand(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<Status> {
  const checked = await compile(paths);
  if (options.print !== undefined) return printStage(options.print, checked, options, terminal);
  if (options.list !== undefined) return listUnconfirmed(checked, options, terminal);
  const compiled = analyzed(checked);
  const status = statusOf(compiled.diagnostics);
  if (options.format === 'json') {
    const policies = [...compiled.policies.values()].map(({ name, file, contentHash }) => ({ policy: name, file: file.path, content_hash: contentHash }));
    printJson(terminal, { policies, diagnostics: diagnosticsJson(terminal, compiled.diagnostics) });
    return status;
  }
  reportTo(terminal, compiled.diagnostics);
  if (status === CLEAN) terminal.out(`${summary(compiled, terminal)}\n`);
  return status;
}

function printStage(stage: 'ast' | 'model' | 'plan', compiled: Compiled, { asOf }: CheckOptions, terminal: Terminal): Status {
  const date = asOfDate(asOf);
  if (stage === 'plan' && date === undefined) {
    reportTo(terminal, [diagnostic('as-of-invalid', undefined, { given: asOf })]);
    return UNUSABLE;
  }
  const policies = [...compiled.policies.values()];
  const stages = {
    ast: () => compiled.trees.map(printedTree),
    model: () => policies.map(printedModel),
    plan: () => (date === undefined ? [] : policies.map((policy) => printedPlan(policy, date))),
  };
  printJson(terminal, stages[stage]());
  reportTo(terminal, compiled.diagnostics);
  return statusOf(compiled.diagnostics);
}

function listUnconfirmed(compiled: Compiled, { format }: CheckOptions, terminal: Terminal): Status {
  const found = [...compiled.policies.values()].flatMap(unconfirmedIn);
  if (format === 'json') printJson(terminal, { unconfirmed: found, diagnostics: diagnosticsJson(terminal, compiled.diagnostics) });
  else {
    reportTo(terminal, compiled.diagnostics);
    terminal.out(found.map((each) => `${unconfirmedLine(each)}\n`).join(''));
    terminal.out(`${say(terminal, { en: `${found.length} unconfirmed`, zh: `${found.length} 项待确认` })}\n`);
  }
  return statusOf(compiled.diagnostics);
}

function unconfirmedLine({ file, line, name, cites, note }: Unconfirmed): string {
  return [`${file}:${line}`, name, ...cites, ...(note === null ? [] : [note])].join('  ');
}

function summary({ policies }: Compiled, terminal: Terminal): string {
  const count = (of: (policy: Policy) => number): number => [...policies.values()].reduce((sum, policy) => sum + of(policy), 0);
  const decisions = count((policy) => policy.decisions.size);
  const tests = count((policy) => policy.tests.length);
  return say(terminal, {
    en: `checked: ${plural(policies.size, 'policy', 'policies')}, ${plural(decisions, 'decision', 'decisions')}, ${plural(tests, 'test', 'tests')}; no errors`,
    zh: `检查完成：${policies.size} 个政策，${decisions} 个决策，${tests} 个测试；没有错误`,
  });
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function printJson(terminal: Terminal, json: unknown): void {
  terminal.out(`${JSON.stringify(json, null, 2)}\n`);
}
