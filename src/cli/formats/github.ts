import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../diagnostics/message.ts';
import { messageOf, remedyOf, severityOf } from '../../diagnostics/message.ts';
import { inOrder } from '../../diagnostics/order.ts';
import { locationOf } from '../../diagnostics/position.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** What was found as GitHub's workflow commands, one a line: they become annotations of a pull request. */
export function githubCommands(found: readonly Diagnostic[], language: Language): string {
  return inOrder(found).map((one) => `${command(one, language)}\n`).join('');
}

function command(found: Diagnostic, language: Language): string {
  const place = found.span === undefined ? undefined : locationOf(found.span);
  const properties = {
    ...(place === undefined ? {} : { file: place.file, line: place.start.line, endLine: place.end.line, col: place.start.column, endColumn: place.end.column }),
    title: found.code,
  };
  const said = [messageOf(found, language), remedyOf(found, language), ...(found.example === undefined ? [] : [found.example.trimEnd()])].join('\n');
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${commands[severityOf(found)]} ${given.join(',')}::${escaped(said)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
