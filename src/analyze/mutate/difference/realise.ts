import type { Region } from '../../../boxes/partition.ts';
import type { Missing, Value } from '../../../feel/values/value.ts';
import { MISSING } from '../../../feel/values/value.ts';
import type { Typed } from '../../../model/expression.ts';
import type { Fact } from '../../../model/policy.ts';
import type { Case, Tools } from '../../analysis.ts';
import type { Demand } from '../../reach/question.ts';
import type { Difference } from './difference.ts';
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
  if (step.reads.length === 0) return { kind: 'case', case: { asOf, facts: factsIn(reading, step.facts.map(({ fact }) => fact)) } };
  const { span } = subject.reader;
  const assumed = new Map<Demand, string>();
  const demand = (key: string, expression: Typed): void => {
    const value = reading.get(key);
    if (value !== undefined) assumed.set({ expression, within: [regionOf(value)] }, key);
  };
  for (const { decision } of step.reads) demand(keyOf(decision), { kind: 'decision', decision, type: decision.type, span });
  for (const { fact } of step.facts) demand(keyOf(fact), { kind: 'fact', fact, type: fact.type, span });
  const reached = reach({ policy: subject.policy, subject: subject.reader, demands: [...assumed.keys()], during: { from: asOf, to: asOf } });
  if (reached.kind === 'reached') return { kind: 'case', case: reached.case };
  if (reached.kind === 'unknown') return { kind: 'unknown' };
  const keys = reached.because.flatMap((one) => assumed.get(one) ?? []);
  return { kind: 'impossible', because: new Map([...reading].filter(([key]) => keys.includes(key))) };
}

function regionOf(value: Value | Missing): Region {
  return value === MISSING ? { kind: 'missing' } : { kind: 'value', value };
}

function factsIn(reading: Reading, facts: readonly Fact[]): ReadonlyMap<Fact, Value> {
  const given = new Map<Fact, Value>();
  for (const fact of facts) {
    const value = reading.get(keyOf(fact));
    if (value !== undefined && value !== MISSING) given.set(fact, value);
  }
  return given;
}
