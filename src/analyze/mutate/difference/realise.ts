import type { Region } from '../../../boxes/partition.ts';
import type { Step } from '../../../evaluate/plan/plan.ts';
import type { Typed } from '../../../model/expression.ts';
import type { Decision, Fact } from '../../../model/policy.ts';
import type { Case, Tools } from '../../analysis.ts';
import type { Demand } from '../../reach/question.ts';
import type { Difference } from './difference.ts';
import { factsIn } from './facts.ts';
import { stepOf, type Reading, type Subject } from './step.ts';
import { keyOf, twinValue } from './twin.ts';

/** Whether facts bring about what was assumed of the decisions that a subject reads. */
export type Realised =
  | { readonly kind: 'case'; readonly case: Case }
  /** Never: these assumptions already exclude each other. */
  | { readonly kind: 'impossible'; readonly because: Reading }
  | { readonly kind: 'unknown' };

/** Looks for a case, of facts as the first of two readings knows them, in which they read what was assumed. */
export function realise(one: Subject, other: Subject, { asOf, reading }: Difference, reach: Tools['reach']): Realised {
  const [mine, its] = [stepOf(one, asOf), stepOf(other, asOf)];
  if (mine === undefined || its === undefined) return { kind: 'unknown' };
  if (mine.reads.length === 0 && its.reads.length === 0) return { kind: 'case', case: { asOf, facts: factsIn([...reading].map(([key, { value }]) => [key, value]), one.policy) } };
  // What must come to one list of many rows is not solved for in any time worth waiting.
  if ([...mine.reads, ...its.reads].some(({ decision }) => decision.type.kind === 'list')) return { kind: 'unknown' };
  const [subject, step] = readBy(mine).length < readBy(its).length ? [other, its] : [one, mine];
  const assumed = new Map<Demand, string>();
  for (const read of readBy(step)) {
    const assumption = reading.get(keyOf(read));
    if (assumption !== undefined) assumed.set({ expression: readOf(read, subject), within: [twinRegion(assumption.region, read)] }, keyOf(read));
  }
  const reached = reach({ policy: subject.policy, subject: subject.reader, demands: [...assumed.keys()], during: { from: asOf, to: asOf } });
  if (reached.kind === 'unknown') return { kind: 'unknown' };
  if (reached.kind === 'reached') {
    const { facts } = reached.case;
    return { kind: 'case', case: { asOf: reached.case.asOf, facts: factsIn([...facts].map(([fact, value]) => [keyOf(fact), value]), one.policy) } };
  }
  const keys = new Set(reached.because.map((demand) => assumed.get(demand)));
  return { kind: 'impossible', because: new Map([...reading].filter(([key]) => keys.has(key))) };
}

function readBy({ facts, reads }: Step): readonly (Fact | Decision)[] {
  return [...reads.map(({ decision }) => decision), ...facts.map(({ fact }) => fact)];
}

function readOf(read: Fact | Decision, { reader: { span } }: Subject): Typed {
  return 'path' in read ? { kind: 'fact', fact: read, type: read.type, span } : { kind: 'decision', decision: read, type: read.type, span };
}

function twinRegion(region: Region, { type }: Fact | Decision): Region {
  return region.kind === 'value' ? { kind: 'value', value: twinValue(region.value, type) } : region;
}
