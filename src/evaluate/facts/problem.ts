import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Code, Parameters } from '../../diagnostics/registry.ts';

/** One thing wrong with the facts of one case, and where: `loan.overdue_days`, `loans[2].balance`. */
export interface FactProblem {
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

/** Makes a problem of one of the codes of `diagnostics/codes/facts.ts`, which all name the path. */
export function factProblem<C extends Code>(code: C, path: string, parameters: Parameters<C>): FactProblem {
  return { path, diagnostic: diagnostic(code, undefined, parameters) };
}
