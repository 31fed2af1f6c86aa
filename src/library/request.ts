import { closest } from '../diagnostics/closest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Answer } from '../evaluate/answer.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Decoded } from '../evaluate/facts/decode.ts';
import { decodeFacts } from '../evaluate/facts/decode.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { factProblem } from '../evaluate/facts/problem.ts';
import { importsOf } from '../evaluate/facts/shape.ts';
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
  readonly engine?: 'compiled' | 'closures';
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

/** The same for facts that have been decoded; problems with the question come before problems with the facts. */
export function answerFacts(policy: Policy, decoded: Decoded, question: Question): Asked {
  const { asOf: date, decisions, ...rest } = question;
  const asOf = parseDate(date);
  if (asOf === undefined) return { refusal: malformed([invalidDate()]) };
  const absent = (decisions ?? []).map((name, index) => absence(policy, name, index)).filter((found) => found !== undefined);
  const [first] = absent;
  if (first !== undefined) return { refusal: { kind: 'not found', diagnostic: first.diagnostic, problems: absent } };
  if ('problems' in decoded) return { refusal: factsRejected(policy, decoded.problems) };
  const asked = decisions === undefined ? {} : { decisions };
  return { answer: evaluate(policy, decoded.facts, { ...rest, ...asked, asOf, git: revisionOf(policy) }) };
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

/** What can be asked for by name: the policy's own decisions and triggers, and `P.name` for those of policies it imports. */
export function askable(policy: Policy): readonly string[] {
  const own = [...policy.decisions.keys(), ...policy.triggers.keys()];
  const imported = importsOf(policy).flatMap(({ name, decisions, triggers }) => [...decisions.keys(), ...triggers.keys()].map((each) => `${name}.${each}`));
  return [...own, ...imported];
}

function invalidDate(): FactProblem {
  const expected = { en: 'a date that exists, as `2024-01-31`', zh: '真实存在的日期，例如 `2024-01-31`' };
  return factProblem('request-key-invalid', 'as_of', { key: 'as_of', expected });
}

function absence(policy: Policy, name: string, index: number): FactProblem | undefined {
  const known = askable(policy);
  if (known.includes(name)) return undefined;
  return factProblem('decision-not-found', `decisions[${index}]`, { name, policy: policy.name, known, suggestion: closest(name, known) });
}
