import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { messageOf } from '../../diagnostics/message.ts';
import { locationOf } from '../../diagnostics/position.ts';
import type { Accepted } from '../../findings/settle.ts';
import type { Compiled } from '../../library/compile.ts';
import type { CheckFormat } from '../formats/names.ts';
import { diagnosticsJson, printJson, reportTo, statusOf } from '../report.ts';
import type { Status, Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { acceptedJson } from './accepted.ts';
import { unconfirmedIn, type Unconfirmed } from './unconfirmed.ts';

/** Lists what rests on an unconfirmed basis, and the tests that no person has confirmed. */
export function listUnconfirmed(compiled: Compiled, format: CheckFormat, terminal: Terminal): Status {
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

/** Lists the findings that the policies accept, each with the reason given. */
export function listAccepted(accepted: readonly Accepted[], found: readonly Diagnostic[], format: CheckFormat, terminal: Terminal): Status {
  if (format === 'json') printJson(terminal, { accepted: acceptedJson(accepted, terminal), diagnostics: diagnosticsJson(terminal, found) });
  else {
    reportTo(terminal, found);
    terminal.out(accepted.map((each) => `${acceptedLine(each, terminal)}\n`).join(''));
    terminal.out(`${say(terminal, { en: `${accepted.length} accepted`, zh: `已接受 ${accepted.length} 项` })}\n`);
  }
  return statusOf(found);
}

function acceptedLine({ finding, acceptance }: Accepted, { language }: Terminal): string {
  const { file, start } = locationOf(acceptance.span);
  return [`${file}:${start.line}`, finding.code, messageOf(finding, language), acceptance.reason].join('  ');
}
