import type { Decision, FunctionModel, Period, Policy, Trigger } from '../../model/policy.ts';
import { readsOf, type Reader } from '../../model/reads.ts';
import type { Question } from '../reach/question.ts';

/** Something that can be evaluated, seen from a policy whose facts it takes. */
export interface Subject {
  readonly policy: Policy;
  readonly subject: Decision | Trigger;
}

/** So many decisions and triggers are asked about what stands in a function that all of them call. */
const MOST_CALLERS = 6;

/** What evaluates the expressions that stand in a decision, trigger or function: itself, or those that call it. */
export function subjectsOf(reader: Reader, policy: Policy, set: readonly Policy[]): readonly Subject[] {
  if (reader.kind === 'decision' || reader.kind === 'trigger') return [{ policy, subject: reader }];
  const all = set.flatMap((each) => [...each.decisions.values(), ...each.triggers.values()].map((subject): Subject => ({ policy: each, subject })));
  return all.filter(({ subject }) => calls(subject, reader)).slice(0, MOST_CALLERS);
}

/** Whether a reader calls a function, itself or through others. */
function calls(reader: Reader, called: FunctionModel): boolean {
  const functions = new Set<FunctionModel>(readsOf(reader).functions);
  for (const each of functions) readsOf(each).functions.forEach((inner) => functions.add(inner));
  return functions.has(called);
}

/** The part of a question that says where an expression of a reader stands. */
export function questionAbout(reader: Reader, { policy, subject }: Subject, during: Period): Pick<Question, 'policy' | 'subject' | 'during' | 'within'> {
  return { policy, subject, during, ...(reader.kind === 'decision' || reader.kind === 'trigger' ? {} : { within: reader }) };
}
