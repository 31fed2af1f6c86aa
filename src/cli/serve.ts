import { once } from 'node:events';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { settingsFor } from '../findings/settings/find-settings.ts';
import { analyzed } from '../library/analyze.ts';
import { compile } from '../library/compile.ts';
import type { Policy } from '../model/policy.ts';
import { createService } from '../service/service.ts';
import type { CommonOptions } from './main.ts';
import { reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, UNUSABLE, say } from './terminal.ts';

interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly log?: boolean;
  readonly config?: string;
}

/**
 * `plumbline serve [PATH]`: listens at once, answers 503 until the policies are compiled, and ends when it is told to
 * (SIGTERM, SIGINT), after the requests under way. Policies with errors are not served, be they found by analysis: the command ends.
 */
export async function serveCommand(path: string, { port, host, log, config }: ServeOptions, terminal: Terminal): Promise<Status> {
  let policies: ReadonlyMap<string, Policy> | undefined;
  const service = createService({
    policies: () => policies,
    onInternalError: (error) => terminal.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    log: log === true,
  });
  try {
    await service.listen({ port, host });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    reportTo(terminal, [diagnostic('port-in-use', undefined, { port })]);
    return UNUSABLE;
  }
  const found: Diagnostic[] = [];
  const settings = await settingsFor([path], config, (one) => found.push(one));
  const compiled = analyzed(await compile([path]), settings);
  found.push(...compiled.diagnostics);
  reportTo(terminal, found);
  const status = statusOf(found);
  if (status === CLEAN) {
    policies = compiled.policies;
    terminal.out(`${listening(service.listeningOrigin, [...policies.keys()], terminal)}\n`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  }
  await service.close();
  return status;
}

function listening(origin: string, names: readonly string[], terminal: Terminal): string {
  return say(terminal, {
    en: `listening on ${origin}\n${names.map((name) => `  POST ${origin}/v1/policies/${name}/evaluate`).join('\n')}`,
    zh: `服务地址 ${origin}\n${names.map((name) => `  POST ${origin}/v1/policies/${name}/evaluate`).join('\n')}`,
  });
}
