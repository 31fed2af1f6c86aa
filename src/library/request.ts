import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Answer } from '../evaluate/answer.ts';
import { UnknownDecision } from '../evaluate/asked.ts';
import type { EngineName, ImmediateEngine } from '../evaluate/engines.ts';
import type { Decided, EvaluateOptions } from '../evaluate/decide.ts';
import { decideAsync } from '../evaluate/decide.ts';
import { answerOf, evaluate } from '../evaluate/evaluate.ts';
import type { Decoded, Facts } from '../evaluate/facts/decode.ts';
import { decodeFacts } from '../evaluate/facts/decode.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { factProblem } from '../evaluate/facts/problem.ts';
import { parseDate } from '../feel/values/temporal.ts';
import type { Policy } from '../model/policy.ts';
import { revisionOf } from './compile.ts';

/** What is asked of a policy about one case. */
export interface Question<E extends EngineName = ImmediateEngine> {
  /** The date to decide for, `2024-01-31`. The clock is never asked. */
  readonly asOf: string;
  /** The caller's own id for the case, such as a loan number; it is carried into the receipt. */
  readonly subject?: string;
  /** Decisions and triggers to evaluate; all of the policy's own if left out. */
  readonly decisions?: readonly string[];
  readonly explain?: 'none' | 'fired' | 'full';
  readonly engine?: E;
}

/** Why a question was refused before anything was decided. */
export interface Refusal {
  readonly kind: 'malformed' | 'not found' | 'facts';
  readonly diagnostic: Diagnostic;
  /** All that is wrong, each with its place. */
  readonly problems: readonly FactProblem[];
}

export type Asked = { readonly answer: Answer } | { readonly refusal: Refusal };

/** The answer to a question about the facts of one case, or why it was refused. */
export function ask(policy: Policy, facts: ExactJson, question: Question): Asked {
  return answerFacts(policy, decodeFacts(policy, facts), question);
}

/** The same for facts that have been decoded. */
export function answerFacts(policy: Policy, decoded: Decoded, question: Question): Asked {
  const sound = soundQuestion(policy, decoded, question);
  if ('refusal' in sound) return sound;
  try {
    return { answer: evaluate(policy, sound.facts, sound.options) };
  } catch (error) {
    return { refusal: refusalFor(error) };
  }
}

/** The same by any evaluator: json-rules-engine cannot answer at once. */
export async function answerFactsAsync(policy: Policy, decoded: Decoded, question: Question<EngineName>): Promise<Asked> {
  const made = await decideFacts(policy, decoded, question, answerOf);
  return 'refusal' in made ? made : { answer: made.of };
}

/** What `use` makes of a case that is decided, or why the question was refused. `use` may be begun more than once, as `decideAsync` says. */
export async function decideFacts<T>(
  policy: Policy,
  decoded: Decoded,
  question: Question<EngineName>,
  use: (decided: Decided) => T,
): Promise<{ readonly of: T } | { readonly refusal: Refusal }> {
  const sound = soundQuestion(policy, decoded, question);
  if ('refusal' in sound) return sound;
  try {
    return { of: await decideAsync(policy, sound.facts, sound.options, use) };
  } catch (error) {
    return { refusal: refusalFor(error) };
  }
}

type Sound<E extends EngineName> = { readonly facts: Facts; readonly options: EvaluateOptions<E> };

function soundQuestion<E extends EngineName>(policy: Policy, decoded: Decoded, { asOf: date, ...rest }: Question<E>): Sound<E> | { readonly refusal: Refusal } {
  const asOf = parseDate(date);
  if (asOf === undefined) return { refusal: malformed([invalidDate()]) };
  if ('problems' in decoded) return { refusal: factsRejected(policy, decoded.problems) };
  return { facts: decoded.facts, options: { ...rest, asOf, git: revisionOf(policy) } };
}

/** What is thrown for a name that the policy does not have is a refusal; anything else is thrown again. */
function refusalFor(error: unknown): Refusal {
  if (!(error instanceof UnknownDecision)) throw error;
  return { kind: 'not found', diagnostic: error.diagnostic, problems: [] };
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
