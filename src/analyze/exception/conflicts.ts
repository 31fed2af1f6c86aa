import { constantOf } from '../../boxes/constant.ts';
import { commonPeriod } from '../../check/declarations/periods.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { sameValue } from '../../evaluate/run/same-value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Exception, Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case, Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { demandThat } from '../places/conditions.ts';
import { compares } from '../places/made-up.ts';
import { tellNotAnalysed } from '../places/not-analysed.ts';
import { aimedAt } from '../places/places.ts';
import { waysOf } from './ways.ts';

/** Two exceptions that aim at one target and can act together with different results, neither being an exception to the other. */
export function exceptionConflicts(policy: Policy, tools: Tools): void {
  for (const decision of policy.decisions.values()) {
    for (const [first, second] of rivals(decision)) {
      const verdict = conflictOf(first, second, decision, policy, tools);
      const names = [first.name, second.name] as const;
      if (verdict.kind === 'conflict') {
        const title = `${decision.name}: ${names.join(' and ')} contradict each other`;
        const related = [{ span: first.span, note: { en: 'the other one stands here', zh: '另一处在此' } }];
        tools.report(diagnostic('exceptions-conflict', second.span, { decision: decision.name, names }, related, exampleTest(policy, title, verdict.case, [`${decision.name} conflict`])));
      } else if (verdict.kind === 'unknown') {
        tellNotAnalysed(decision.name, { en: `whether the exceptions \`${names[0]}\` and \`${names[1]}\` contradict each other`, zh: `的例外 \`${names[0]}\` 与 \`${names[1]}\` 是否矛盾` }, verdict.at, tools);
      }
    }
  }
}

/** Exceptions with one target, two by two. */
function rivals({ exceptions }: Decision): readonly (readonly [Exception, Exception])[] {
  return exceptions.flatMap((second, index) =>
    exceptions.slice(0, index).flatMap((first): readonly (readonly [Exception, Exception])[] => (sameTarget(first, second) && commonPeriod(first.inForce, second.inForce) !== undefined ? [[first, second]] : [])),
  );
}

function sameTarget({ target: a }: Exception, { target: b }: Exception): boolean {
  if (a.kind === 'row') return b.kind === 'row' && a.id === b.id;
  if (a.kind === 'exception') return b.kind === 'exception' && a.name === b.name;
  return b.kind === 'decision';
}

type Verdict = { readonly kind: 'conflict'; readonly case: Case } | { readonly kind: 'unknown'; readonly at: Span } | { readonly kind: 'none' };

function conflictOf(first: Exception, second: Exception, decision: Decision, policy: Policy, { reach }: Tools): Verdict {
  let unknown: Span | undefined;
  for (const one of waysOf(first, decision)) {
    for (const other of waysOf(second, decision)) {
      const differs = difference(one.result, other.result);
      const together = commonPeriod(one.during, other.during);
      if (differs === undefined || together === undefined) continue;
      for (const aimed of aimedAt(first, decision)) {
        const during = commonPeriod(aimed.during, together);
        if (during === undefined) continue;
        const demands = [...aimed.conditions, ...one.conditions, ...other.conditions, ...differs].map(demandThat);
        const answer = reach({ policy, subject: decision, demands, during, outcome: 'conflict' });
        if (answer.kind === 'reached') return { kind: 'conflict', case: answer.case };
        if (answer.kind === 'unknown') unknown ??= answer.at;
      }
    }
  }
  return unknown === undefined ? { kind: 'none' } : { kind: 'unknown', at: unknown };
}

/** What must hold for two results to differ: nothing, if they always do; undefined if they never do. */
function difference(a: Typed, b: Typed): readonly Typed[] | undefined {
  const [one, other] = [constantOf(a), constantOf(b)];
  if (one === undefined || other === undefined) return [compares(a, '!=', b)];
  return sameValue(one, other) ? undefined : [];
}
