import type { Typed } from '../../../model/expression.ts';
import type { Case, Tools } from '../../analysis.ts';
import type { Demand } from '../../reach/question.ts';
import { factsIn, type Difference } from './difference.ts';
import { stepOf, type Reading, type Subject } from './step.ts';
import { keyOf } from './twin.ts';

/** Whether facts bring about what was assumed of the decisions that a subject reads. */
export type Realised =
  | { readonly kind: 'case'; readonly case: Case }
  /** Never: these assumptions already exclude each other. */
  | { readonly kind: 'impossible'; readonly because: Reading }
  | { readonly kind: 'unknown' };

/** Looks for a case in which a subject reads what was assumed. */
export function realise(subject: Subject, { asOf, reading }: Difference, reach: Tools['reach']): Realised {
  const step = stepOf(subject, asOf);
  if (step === undefined) return { kind: 'unknown' };
  if (step.reads.length === 0) return { kind: 'case', case: { asOf, facts: factsIn(reading, new Map(step.facts.map(({ fact }) => [keyOf(fact), fact]))) } };
  // What must come to one list of many rows is not solved for in any time worth waiting.
  if (step.reads.some(({ decision }) => decision.type.kind === 'list')) return { kind: 'unknown' };
  const { span } = subject.reader;
  const assumed = new Map<Demand, string>();
  const demand = (key: string, expression: Typed): void => {
    const assumption = reading.get(key);
    if (assumption !== undefined) assumed.set({ expression, within: [assumption.region] }, key);
  };
  for (const { decision } of step.reads) demand(keyOf(decision), { kind: 'decision', decision, type: decision.type, span });
  for (const { fact } of step.facts) demand(keyOf(fact), { kind: 'fact', fact, type: fact.type, span });
  const reached = reach({ policy: subject.policy, subject: subject.reader, demands: [...assumed.keys()], during: { from: asOf, to: asOf } });
  if (reached.kind === 'reached') return { kind: 'case', case: reached.case };
  if (reached.kind === 'unknown') return { kind: 'unknown' };
  const keys = reached.because.flatMap((one) => assumed.get(one) ?? []);
  return { kind: 'impossible', because: new Map([...reading].filter(([key]) => keys.includes(key))) };
}
