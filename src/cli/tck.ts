import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { runKit } from '../tck/run-kit.ts';
import { scoreOf } from '../tck/score.ts';
import { clockTime } from './as-of.ts';
import type { CommonOptions } from './main.ts';
import { reportTo, statusOf } from './report.ts';
import { kitJson } from './tck-json.ts';
import { failuresText, scoresText } from './tck-text.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS } from './terminal.ts';

interface KitCommandOptions extends CommonOptions {
  readonly failures?: true;
  readonly folder?: string;
}

/** `plumbline tck DIR`: runs the test cases of the DMN Technology Compatibility Kit. A case that does not pass is a problem. */
export async function tckCommand(directory: string, { failures, folder, format }: KitCommandOptions, terminal: Terminal): Promise<Status> {
  const found: Diagnostic[] = [];
  const results = await runKit(directory, { now: clockTime(), only: folder }, (one) => found.push(one));
  if (format === 'json') terminal.out(`${JSON.stringify(kitJson(results, found, terminal), null, 2)}\n`);
  else {
    reportTo(terminal, found);
    if (failures === true) terminal.out(failuresText(results, terminal));
    if (results.length > 0) terminal.out(scoresText(results, terminal));
  }
  const status = statusOf(found);
  const { passed, total } = scoreOf(results.flatMap(({ cases }) => cases));
  return status === CLEAN && passed < total ? PROBLEMS : status;
}
