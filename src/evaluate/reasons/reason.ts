import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { messageOf } from '../../diagnostics/message.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { Code, Parameters } from '../../diagnostics/registry.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Place, Reason } from '../answer.ts';

/** Makes a reason from a code of the registry; its message is the English one, since answers are the same everywhere. */
export function reason<C extends Code>(code: C, span: Span | undefined, parameters: Parameters<C>, more: Pick<Reason, 'missing' | 'decision' | 'rules'> = {}): Reason {
  return { ...reasonOf(diagnostic(code, span, parameters)), ...more };
}

/** What an error met at run time says for itself. */
export function reasonOf(found: Diagnostic): Reason {
  const said = { code: found.code, message: messageOf(found, 'en') };
  return found.span === undefined ? said : { ...said, at: placeOf(found.span) };
}

function placeOf({ file, start }: Span): Place {
  return { file: file.path, ...positionAt(file, start) };
}
