import { diagnosticToJson } from '../../diagnostics/json.ts';
import { locationOf } from '../../diagnostics/position.ts';
import type { Accepted } from '../../findings/settle.ts';
import type { Terminal } from '../terminal.ts';

/** Findings that the policies accept, as JSON: with the reason, and where it is given. */
export function acceptedJson(accepted: readonly Accepted[], { language }: Terminal): readonly object[] {
  return accepted.map(({ finding, acceptance }) => {
    const { file, start } = locationOf(acceptance.span);
    return { ...diagnosticToJson(finding, language), reason: acceptance.reason, accepted_in: { file, line: start.line, column: start.column } };
  });
}
