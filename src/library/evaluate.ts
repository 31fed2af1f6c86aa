import type { Language } from '../diagnostics/message.ts';
import { messageOf, remedyOf } from '../diagnostics/message.ts';
import type { Answer } from '../evaluate/answer.ts';
import type { EngineName } from '../evaluate/engines.ts';
import { decodeFacts } from '../evaluate/facts/decode.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import { JsonProblem, parseExactJson } from '../evaluate/facts/exact-json.ts';
import type { PlainJson } from '../evaluate/facts/plain-json.ts';
import { exactJsonOf } from '../evaluate/facts/plain-json.ts';
import type { Policy } from '../model/policy.ts';
import type { Asked, Question, Refusal } from './request.ts';
import { answerFactsAsync, ask, malformed } from './request.ts';

/** A question that was refused: facts that do not fit the policy's inputs, a name that it does not have, no such date. */
export class RefusedError extends Error {
  readonly problems: readonly { readonly path: string; readonly code: string; readonly message: string; readonly remedy: string }[];

  constructor(
    readonly refusal: Refusal,
    language: Language = 'en',
  ) {
    const problems = refusal.problems.map(({ path, diagnostic }) => ({
      path,
      code: diagnostic.code,
      message: messageOf(diagnostic, language),
      remedy: remedyOf(diagnostic, language),
    }));
    super([messageOf(refusal.diagnostic, language), ...problems.map(({ message }) => `  ${message}`)].join('\n'));
    this.name = 'RefusedError';
    this.problems = problems;
  }
}

/**
 * Decides one case: the decisions with their reasons, events and a receipt. `facts` is JSON text, of which every digit
 * counts, or plain data; in plain data a number must be one that JavaScript holds exactly (else send it as a string).
 * Throws RefusedError where the question does not fit the policy; what could not be decided is an answer.
 */
export function evaluate(policy: Policy, facts: string | PlainJson, question: Question): Answer {
  return answered(ask(policy, jsonOf(facts), question));
}

/** The same by any evaluator: `engine: 'json-rules-engine'` cannot answer at once. Rejects where `evaluate` throws. */
export async function evaluateAsync(policy: Policy, facts: string | PlainJson, question: Question<EngineName>): Promise<Answer> {
  return answered(await answerFactsAsync(policy, decodeFacts(policy, jsonOf(facts)), question));
}

function answered(asked: Asked): Answer {
  if ('refusal' in asked) throw new RefusedError(asked.refusal);
  return asked.answer;
}

function jsonOf(facts: string | PlainJson): ExactJson {
  return typeof facts === 'string' ? parsed(facts) : exactJsonOf(facts);
}

function parsed(text: string): ExactJson {
  try {
    return parseExactJson(text);
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    throw new RefusedError(malformed([{ path: problem.path, diagnostic: problem.diagnostic }]));
  }
}
