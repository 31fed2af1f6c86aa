import { constantOf } from '../../boxes/constant.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { sameValue } from '../../evaluate/run/same-value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Exception, Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { demandThat, fails } from '../places/conditions.ts';
import { tellNotAnalysed } from '../places/not-analysed.ts';
import { aimedAt } from '../places/places.ts';
import type { Reached } from '../reach/question.ts';
import { exceptionsTo } from './ways.ts';

/** Exceptions that never act, that act whenever their target comes about, and that say what their target says. */
export function idleExceptions(policy: Policy, tools: Tools): void {
  for (const decision of policy.decisions.values()) {
    for (const exception of decision.exceptions) {
      if (saysTheSame(exception, decision)) {
        tools.report(diagnostic('exception-changes-nothing', exception.span, { name: exception.name, target: targetText(exception, decision) }));
      }
      reportActivity(exception, decision, policy, tools);
    }
  }
}

function reportActivity(exception: Exception, decision: Decision, policy: Policy, tools: Tools): void {
  const { name, when, span } = exception;
  const acts = asked([when], exception, decision, policy, tools);
  const rests = asked([fails(when)], exception, decision, policy, tools);
  const told = { name, target: targetText(exception, decision) };
  if (acts.kind === 'impossible') {
    tools.report(diagnostic('exception-never-acts', span, { ...told, aimless: rests.kind === 'impossible' }));
  } else if (rests.kind === 'impossible') {
    tools.report(diagnostic('exception-always-acts', span, told));
  } else if (acts.kind === 'unknown') {
    tellNotAnalysed(decision.name, { en: `whether the exception \`${name}\` ever acts`, zh: `的例外 \`${name}\` 是否会起作用` }, acts.at, tools);
  } else if (rests.kind === 'unknown') {
    tellNotAnalysed(decision.name, { en: `whether the exception \`${name}\` ever rests`, zh: `的例外 \`${name}\` 是否总起作用` }, rests.at, tools);
  }
}

/** Whether, in some case, what an exception aims at has come about and more conditions hold. */
function asked(conditions: readonly Typed[], exception: Exception, decision: Decision, policy: Policy, { reach }: Tools): Reached {
  let unknown: Reached | undefined;
  for (const { during, conditions: aimed } of aimedAt(exception, decision)) {
    const answer = reach({ policy, subject: decision, demands: [...aimed, ...conditions].map(demandThat), during });
    if (answer.kind === 'reached') return answer;
    if (answer.kind === 'unknown') unknown = answer;
  }
  return unknown ?? { kind: 'impossible', because: [] };
}

/** Whether an exception gives, whenever it acts, what its target gives anyway. Others may aim at it, and then it is not idle. */
function saysTheSame(exception: Exception, decision: Decision): boolean {
  const says = constantOf(exception.then);
  if (says === undefined || exceptionsTo(exception, decision).length > 0) return false;
  const targets = resultsAimedAt(exception, decision).map(constantOf);
  return targets.length > 0 && targets.every((result) => result !== undefined && sameValue(result, says));
}

/** What the rows or the exception at which one aims give; nothing where it aims at the decision. */
function resultsAimedAt({ target }: Exception, { bodies, exceptions }: Decision): readonly Typed[] {
  switch (target.kind) {
    case 'decision':
      return [];
    case 'exception':
      return exceptions.flatMap(({ name, then }) => (name === target.name ? [then] : []));
    case 'row':
      return bodies.flatMap((body) => (body.kind === 'table' && body.outputs.length === 1 ? body.rows.flatMap(({ id, outputs }) => (id === target.id ? outputs : [])) : []));
  }
}

function targetText({ target }: Exception, decision: Decision): string {
  return target.kind === 'decision' ? decision.name : target.kind === 'row' ? `${decision.name}.${target.id}` : target.name;
}
