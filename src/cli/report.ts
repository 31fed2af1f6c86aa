import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnosticToJson } from '../diagnostics/json.ts';
import type { DiagnosticJson } from '../diagnostics/json.ts';
import { severityOf } from '../diagnostics/message.ts';
import { inOrder } from '../diagnostics/order.ts';
import { renderAll } from '../diagnostics/render.ts';
import type { Code } from '../diagnostics/registry.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, UNUSABLE } from './terminal.ts';

const unusable: ReadonlySet<Code> = new Set<Code>(['file-unreadable', 'file-unwritable', 'no-policy-files', 'kit-folders-missing']);

/** How a command ends that found these: warnings alone are clean; a path that holds nothing to read is wrong usage. */
export function statusOf(found: readonly Diagnostic[]): Status {
  if (found.some(({ code }) => unusable.has(code))) return UNUSABLE;
  return found.some((one) => severityOf(one) === 'error') ? PROBLEMS : CLEAN;
}

/** The diagnostics for a person, on standard error. */
export function reportTo(terminal: Terminal, found: readonly Diagnostic[]): void {
  terminal.error(renderAll(found, { language: terminal.language, colour: terminal.colour }));
}

export function diagnosticsJson(terminal: Terminal, found: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return inOrder(found).map((one) => diagnosticToJson(one, terminal.language));
}

/** What a command answers, for a program. */
export function printJson(terminal: Terminal, json: unknown): void {
  terminal.out(`${JSON.stringify(json, null, 2)}\n`);
}
