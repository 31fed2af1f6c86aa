import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Language } from '../diagnostics/message.ts';
import { messageOf, remedyOf } from '../diagnostics/message.ts';
import type { Code, Parameters } from '../diagnostics/registry.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import type { Refusal } from '../library/request.ts';

/** A request that is not answered: the status and what is wrong, in any language until it is sent. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly diagnostic: Diagnostic,
    readonly problems: readonly FactProblem[] = [],
  ) {
    super(diagnostic.code);
  }
}

/** A failure with one code of the registry and no list of problems. */
export function failure<C extends Code>(status: number, code: C, parameters: Parameters<C>): Failure {
  return new Failure(status, diagnostic(code, undefined, parameters));
}

const statuses = { malformed: 400, 'not found': 404, facts: 422 } as const;

export function failureOf({ kind, diagnostic, problems }: Refusal): Failure {
  return new Failure(statuses[kind], diagnostic, problems);
}

interface Explained {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The body of every response that is not an answer. */
export interface ErrorBody {
  readonly error: Explained & { readonly problems: readonly (Explained & { readonly path: string })[] };
}

export function errorBody({ diagnostic, problems }: Failure, language: Language): ErrorBody {
  const explained = (found: Diagnostic): Explained => ({ code: found.code, message: messageOf(found, language), remedy: remedyOf(found, language) });
  return { error: { ...explained(diagnostic), problems: problems.map(({ path, diagnostic: found }) => ({ path, ...explained(found) })) } };
}
