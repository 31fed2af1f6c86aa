import type { Question, Reached } from './question.ts';

/** Answers a question by solving its demands for the facts, and evaluating what was found. */
export function reach({ subject }: Question): Reached {
  return { kind: 'unknown', at: subject.span };
}
