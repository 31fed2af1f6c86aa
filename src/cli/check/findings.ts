import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Accepted } from '../../findings/settle.ts';
import type { Compiled } from '../../library/compile.ts';
import type { Policy } from '../../model/policy.ts';
import type { AddedTests } from '../add-examples.ts';
import type { CheckFormat } from '../formats/names.ts';
import { githubCommands } from '../formats/github.ts';
import { junitOfFindings } from '../formats/junit.ts';
import { sarifLog } from '../formats/sarif.ts';
import { diagnosticsJson, printJson, reportTo, statusOf } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { CLEAN, say } from '../terminal.ts';
import { acceptedJson } from './accepted.ts';

/** What a check came to. */
export interface Findings {
  readonly compiled: Compiled;
  readonly found: readonly Diagnostic[];
  readonly accepted: readonly Accepted[];
  /** The tests written into policies, where that was asked for. */
  readonly added: readonly AddedTests[] | undefined;
}

/** Prints what was found: for a person, for a program, or for what shows it to people elsewhere. */
export function printFindings({ compiled, found, accepted, added }: Findings, format: CheckFormat, terminal: Terminal): void {
  const { language } = terminal;
  switch (format) {
    case 'json': {
      const policies = [...compiled.policies.values()].map(({ name, file, contentHash }) => ({ policy: name, file: file.path, content_hash: contentHash }));
      printJson(terminal, { policies, ...(added === undefined ? {} : { added }), accepted: acceptedJson(accepted, terminal), diagnostics: diagnosticsJson(terminal, found) });
      return;
    }
    case 'sarif':
      printJson(terminal, sarifLog(found, accepted, language));
      break;
    case 'junit':
      terminal.out(junitOfFindings(compiled.trees.map(({ file }) => file.path), found, accepted, language));
      break;
    case 'github':
      terminal.out(githubCommands(found, language));
      break;
    case 'text':
      reportTo(terminal, found);
      if (statusOf(found) === CLEAN) terminal.out(`${summary(compiled, accepted.length, terminal)}\n`);
  }
  // Where standard output is for a program, what was written is said beside it.
  const tell = format === 'text' ? terminal.out : terminal.error;
  if (added !== undefined) tell(addedText(added, terminal));
}

function summary({ policies }: Compiled, accepted: number, terminal: Terminal): string {
  const count = (of: (policy: Policy) => number): number => [...policies.values()].reduce((sum, policy) => sum + of(policy), 0);
  const decisions = count((policy) => policy.decisions.size);
  const tests = count((policy) => policy.tests.length);
  return say(terminal, {
    en: `checked: ${plural(policies.size, 'policy', 'policies')}, ${plural(decisions, 'decision', 'decisions')}, ${plural(tests, 'test', 'tests')}; no errors${accepted === 0 ? '' : `, ${accepted} accepted`}`,
    zh: `检查完成：${policies.size} 个政策，${decisions} 个决策，${tests} 个测试；没有错误${accepted === 0 ? '' : `，已接受 ${accepted} 项`}`,
  });
}

function addedText(added: readonly AddedTests[], terminal: Terminal): string {
  if (added.length === 0) return `${say(terminal, { en: 'no tests to add', zh: '没有可添加的测试' })}\n`;
  return added.map(({ file, titles }) => {
    const count = say(terminal, { en: `${plural(titles.length, 'test', 'tests')} added, to be confirmed`, zh: `已添加 ${titles.length} 个测试，待确认` });
    return [`${file}: ${count}`, ...titles.map((title) => `  ${title}`)].map((line) => `${line}\n`).join('');
  }).join('');
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
