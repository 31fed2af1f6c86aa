import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Answer } from '../evaluate/answer.ts';
import { UnknownDecision } from '../evaluate/asked.ts';
import type { EngineName } from '../evaluate/engines.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Decoded } from '../evaluate/facts/decode.ts';
import { decodeFacts } from '../evaluate/facts/decode.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { factProblem } from '../evaluate/facts/problem.ts';
import { parseDate } from '../feel/values/temporal.ts';
import type { Policy } from '../model/policy.ts';
import { revisionOf } from './compile.ts';

/** What is asked of a policy about one case. */
export interface Question {
  /** The date to decide for, `2024-01-31`. The clock is never asked. */
  readonly asOf: string;
  /** The caller's own id for the case, such as a loan number; it is carried into the receipt. */
  readonly subject?: string;
  /** Decisions and triggers to evaluate; all of the policy's own if left out. */
  readonly decisions?: readonly string[];
  readonly explain?: 'none' | 'fired' | 'full';
  readonly engine?: EngineName;
}

/** Why a question was refused before anything was decided. */
export interface Refusal {
  readonly kind: 'malformed' | 'not found' | 'facts';
  readonly diagnostic: Diagnostic;
  /** All that is wrong, each with its place. */
  readonly problems: readonly FactProblem[];
}

type Asked = { readonly answer: Answer } | { readonly refusal: Refusal };

/** The answer to a question about the facts of one case, or why it was refused. */
export function ask(policy: Policy, facts: ExactJson, question: Question): Asked {
  return answerFacts(policy, decodeFacts(policy, facts), question);
}

/** The same for facts that have been decoded. */
export function answerFacts(policy: Policy, decoded: Decoded, { asOf: date, ...rest }: Question): Asked {
  const asOf = parseDate(date);
  if (asOf === undefined) return { refusal: malformed([invalidDate()]) };
  if ('problems' in decoded) return { refusal: factsRejected(policy, decoded.problems) };
  try {
    return { answer: evaluate(policy, decoded.facts, { ...rest, asOf, git: revisionOf(policy) }) };
  } catch (error) {
    if (!(error instanceof UnknownDecision)) throw error;
    return { refusal: { kind: 'not found', diagnostic: error.diagnostic, problems: [] } };
  }
}

/** A refusal for what is wrong with the question itself. */
export function malformed(problems: readonly FactProblem[]): Refusal {
  return { kind: 'malformed', diagnostic: diagnostic('request-malformed', undefined, { count: problems.length }), problems };
}

/** A refusal for facts that do not fit the policy. */
export function factsRejected(policy: Policy, problems: readonly FactProblem[]): Refusal {
  const parameters = { policy: policy.name, count: problems.length };
  return { kind: 'facts', diagnostic: diagnostic('facts-rejected', undefined, parameters), problems };
}

function invalidDate(): FactProblem {
  const expected = { en: 'a date that exists, as `2024-01-31`', zh: '真实存在的日期，例如 `2024-01-31`' };
  return factProblem('request-key-invalid', 'as_of', { key: 'as_of', expected });
}
