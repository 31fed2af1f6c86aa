import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../read/tree/span.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Code, Parameters } from '../../diagnostics/registry.ts';

/**
 * Where FEEL would answer null for an error (a bad argument, x/0, comparing different types), our operators and
 * functions throw this. The policy dialect ends the decision as `error`; the strict dialect turns it back into null
 * and keeps the diagnostic. Evaluators add the span of the operator that failed.
 */
export class FeelError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    // Nobody reads where in our code it was thrown, and noting that would take five times as long as all the rest.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(diagnostic.code);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** The same error, placed, unless an inner operator has placed it already. */
  at(span: Span): FeelError {
    return this.diagnostic.span === undefined ? new FeelError({ ...this.diagnostic, span }) : this;
  }
}

/** Makes the error for a code of `diagnostics/codes/running.ts`. */
export function feelError<C extends Code>(code: C, parameters: Parameters<C>): FeelError {
  return new FeelError(diagnostic(code, undefined, parameters));
}
