import type { Run } from '../../boxes/atom-set.ts';
import { intersection, union } from '../../boxes/atom-set.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, FunctionModel, Policy } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case, Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { allHold } from '../places/conditions.ts';
import { tellNotAnalysed } from '../places/not-analysed.ts';
import { placesIn, type Place } from '../places/places.ts';
import { questionAbout, subjectsOf, type Subject } from '../places/subjects.ts';
import { daysInForce, daysOf, daysPhrase, holes, periodOf, type Days } from './days.ts';

/**
 * Where something reads a decision, or calls a function or parameter, on days on which that is not in force: what begins
 * later than what rests on it, or ends before. Holes within its own period are told there.
 */
export function readsOutOfForce(policy: Policy, tools: Tools): void {
  for (const reader of [...policy.decisions.values(), ...policy.functions.values(), ...policy.triggers.values()]) {
    const told = new Set<Decision | FunctionModel>();
    const subjects = subjectsOf(reader, policy, tools.set);
    for (const place of placesIn(reader)) {
      const read = readBy(place.node);
      if (read === undefined || told.has(read)) continue;
      const claimed = intersection(daysOf(place.during), askedOf(reader, subjects));
      const [hole] = holes(claimed, union([daysInForce(read), holes(daysOf(read.inForce), daysInForce(read))]));
      if (hole !== undefined && report(reader, read, place, hole, policy, tools)) told.add(read);
    }
  }
}

function readBy(node: Typed): Decision | FunctionModel | undefined {
  if (node.kind === 'call') return node.function;
  return node.kind === 'decision' || node.kind === 'decision call' ? node.decision : undefined;
}

/** The days on which a reader is evaluated: a function whenever something that calls it is. */
function askedOf(reader: Reader, subjects: readonly Subject[]): Days {
  const own = daysOf(reader.inForce);
  return reader.kind === 'function' || reader.kind === 'parameter' ? intersection(own, union(subjects.map(({ subject }) => daysOf(subject.inForce)))) : own;
}

/** Whether it comes to that, and it has been reported. */
function report(reader: Reader, read: Decision | FunctionModel, place: Place, hole: Run, policy: Policy, tools: Tools): boolean {
  const found = met(reader, place, hole, policy, tools);
  if (found.kind === 'never') return false;
  const { node } = place;
  if (found.kind === 'unknown') {
    tellNotAnalysed(reader.name, { en: `whether \`${read.name}\` is read on days on which it is not in force`, zh: `是否会在 \`${read.name}\` 未生效的日期用到它` }, found.at, tools);
  } else {
    const example = found.case && exampleTest(policy, `${found.case.name}: ${read.name} is not in force`, found.case.found, [`${found.case.name} no_match`]);
    tools.report(diagnostic('read-out-of-force', node.span, { name: reader.name, read: read.name, days: daysPhrase(hole) }, [{ span: read.span, note }], example));
  }
  return true;
}

const note = { en: 'it is declared here', zh: '其声明在此' };

type Met =
  | { readonly kind: 'met'; readonly case: { readonly name: string; readonly found: Case } | undefined }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown'; readonly at: Span };

/** Whether a case on those days comes to the place. What a decision reads is settled before it begins, whatever its conditions are. */
function met(reader: Reader, place: Place, hole: Run, policy: Policy, { reach, set }: Tools): Met {
  const { node } = place;
  if (node.kind === 'decision') return { kind: 'met', case: undefined };
  const demands = place.when(allHold([], node.span));
  if (demands === undefined) return { kind: 'unknown', at: node.span };
  let unknown: Span | undefined;
  for (const subject of subjectsOf(reader, policy, set)) {
    const answer = reach({ ...questionAbout(reader, subject, periodOf(hole)), demands, outcome: 'no_match' });
    if (answer.kind === 'reached') return { kind: 'met', case: subject.policy === policy ? { name: subject.subject.name, found: answer.case } : undefined };
    if (answer.kind === 'unknown') unknown ??= answer.at;
  }
  if (unknown === undefined) return { kind: 'never' };
  return place.always ? { kind: 'met', case: undefined } : { kind: 'unknown', at: unknown };
}
