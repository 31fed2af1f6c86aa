import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { settingsFor } from '../findings/settings/find-settings.ts';
import { analyzed } from '../library/analyze.ts';
import { compile } from '../library/compile.ts';
import { addExamples } from './add-examples.ts';
import { listAccepted, listUnconfirmed } from './check/lists.ts';
import { printStage, type Stage } from './check/stages.ts';
import { printFindings } from './check/findings.ts';
import type { CheckFormat } from './formats/names.ts';
import type { CommonOptions } from './main.ts';
import { statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';

export interface CheckOptions extends CommonOptions<CheckFormat> {
  readonly print?: Stage;
  readonly list?: 'unconfirmed' | 'accepted';
  readonly asOf: string;
  readonly config?: string;
  readonly fix?: true;
}

/**
 * `plumbline check PATH…`: reads, checks and analyses policies and prints what is wrong, one of the stages on the way, or
 * what of a kind stands in them. With `--fix`, cases that show what is wrong are written into the policies as tests.
 */
export async function checkCommand(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<Status> {
  const compiled = await compile(paths);
  if (options.print !== undefined) return printStage(options.print, compiled, options.asOf, terminal);
  if (options.list === 'unconfirmed') return listUnconfirmed(compiled, options.format, terminal);
  const found: Diagnostic[] = [];
  const settings = await settingsFor(paths, options.config, (one) => found.push(one));
  const { diagnostics, accepted } = analyzed(compiled, settings);
  found.push(...diagnostics);
  if (options.list === 'accepted') return listAccepted(accepted, found, options.format, terminal);
  const added = options.fix === true ? await addExamples(compiled.trees, diagnostics, (one) => found.push(one)) : undefined;
  printFindings({ compiled, found, accepted, added }, options.format, terminal);
  return statusOf(found);
}
