import type { Span } from '../read/tree/span.ts';
import type { Code, Parameters } from './registry.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A second place that explains the first: where the twin stands, where the name was declared. */
export interface Related {
  readonly span: Span;
  readonly note: { readonly en: string; readonly zh: string };
}

/** A problem found: its code and what fills the code's message. Rendering picks the language. */
export interface Diagnostic {
  readonly code: Code;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Undefined only for a problem of a whole file that has no text, such as one that cannot be opened. */
  readonly span: Span | undefined;
  readonly related: readonly Related[];
  /** A case that shows the problem, as a `test` ready to stand in the policy. */
  readonly example?: string | undefined;
  /** Where settings give it another severity than its code has. */
  readonly severity?: Severity;
}

/** Makes a diagnostic. An unknown code or a missing parameter is a compile error. */
export function diagnostic<C extends Code>(code: C, span: Span | undefined, parameters: Parameters<C>, related: readonly Related[] = [], example?: string): Diagnostic {
  return { code, parameters, span, related, ...(example === undefined ? {} : { example }) };
}

/** Where a stage puts what it finds. */
export type Report = (found: Diagnostic) => void;
