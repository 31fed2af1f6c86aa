import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ModelBody, Policy } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Typed } from '../../model/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case, Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { tellNotAnalysed } from '../places/not-analysed.ts';
import { placesIn, type Place } from '../places/places.ts';
import { questionAbout, subjectsOf, type Subject } from '../places/subjects.ts';
import { spanText } from '../tables/span-text.ts';
import { neverHolds } from './never-fails.ts';
import { failuresOf, outsideOf, type Failure } from './failures.ts';

/** Expressions that have no value for some facts that a caller may send, so that a decision or trigger ends in an error. */
export function errors(policy: Policy, tools: Tools): void {
  for (const reader of [...policy.decisions.values(), ...policy.functions.values(), ...policy.triggers.values()]) {
    const results = resultsOf(reader);
    for (const place of placesIn(reader)) {
      for (const failure of [...failuresOf(place.node), ...(results.get(place.node) ?? [])]) settle(reader, place, failure, policy, tools);
    }
  }
}

function settle(reader: Reader, place: Place, { when, how }: Failure, policy: Policy, tools: Tools): void {
  if (neverHolds(when, place)) return;
  const { node, during } = place;
  const text = spanText(node.span);
  const demands = place.when(when);
  let unseen: Span | undefined = demands === undefined ? node.span : undefined;
  for (const subject of demands === undefined ? [] : subjectsOf(reader, policy, tools.set)) {
    const answer = tools.reach({ ...questionAbout(reader, subject, during), demands: demands ?? [], outcome: 'error' });
    if (answer.kind === 'reached') {
      tools.report(diagnostic('error-reachable', node.span, { name: reader.name, text, how }, [], exampleFor(policy, subject, answer.case, text)));
      return;
    }
    if (answer.kind === 'unknown') unseen ??= answer.at;
  }
  if (unseen !== undefined) {
    const question = { en: `whether \`${text}\` always has a value`, zh: `中 \`${text}\` 是否总有值` };
    tellNotAnalysed(reader.name, question, unseen, tools);
  }
}

/** None where the case is of another policy: its test cannot stand in this one. */
function exampleFor(policy: Policy, { policy: caller, subject }: Subject, found: Case, text: string): string | undefined {
  if (caller !== policy) return undefined;
  return exampleTest(policy, `${subject.name}: ${text} has no value`.replaceAll('"', "'"), found, [`${subject.name} error`]);
}

/** What a decision or function comes to, and the limits of its type that it may break. */
function resultsOf(reader: Reader): ReadonlyMap<Typed, readonly Failure[]> {
  if (reader.kind === 'trigger') return new Map();
  const { type } = reader;
  const results = [...reader.bodies.flatMap(resultsOfBody), ...(reader.kind === 'decision' ? reader.exceptions.map(({ then }) => then) : [])];
  return new Map(
    results.flatMap((expression) => {
      const outside = outsideOf(expression, type);
      const how = outside && { en: `comes to a value outside \`${outside.allowed}\``, zh: `的值超出 \`${outside.allowed}\`` };
      return outside === undefined || how === undefined ? [] : [[expression, [{ when: outside.when, how }]] as const];
    }),
  );
}

function resultsOfBody(body: ModelBody): readonly Typed[] {
  if (body.kind === 'expression') return [body.expression];
  const single = body.hitPolicy === 'unique' || body.hitPolicy === 'any' || body.hitPolicy === 'first' || body.hitPolicy === 'priority';
  return single && body.rounding === undefined && body.outputs.length === 1 ? body.rows.flatMap(({ outputs }) => outputs) : [];
}
