import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { demandThat, fails } from '../places/conditions.ts';
import { tellNotAnalysed } from '../places/not-analysed.ts';

const question = { en: 'whether it fires in some cases and not in others', zh: '是否有时触发、有时不触发' };

/** Triggers whose condition can never hold, and those whose condition always holds. */
export function triggers(policy: Policy, tools: Tools): void {
  for (const trigger of policy.triggers.values()) {
    const { name, when, inForce: during } = trigger;
    const asked = (condition: typeof when) => tools.reach({ policy, subject: trigger, demands: [demandThat(condition)], during });
    const [fires, stays] = [asked(when), asked(fails(when))];
    // One that is never even looked at rests on a decision that is never decided, which is told there.
    if (fires.kind === 'impossible' && stays.kind === 'impossible') continue;
    if (fires.kind === 'impossible') tools.report(diagnostic('trigger-never-fires', when.span, { name }));
    else if (stays.kind === 'impossible') {
      const example = fires.kind === 'reached' ? exampleTest(policy, `${name} fires always`, fires.case, trigger.emits.slice(0, 1).map(({ event }) => `${name} emits ${event}`)) : undefined;
      tools.report(diagnostic('trigger-always-fires', when.span, { name }, [], example));
    } else if (fires.kind === 'unknown') tellNotAnalysed(name, question, fires.at, tools);
    else if (stays.kind === 'unknown') tellNotAnalysed(name, question, stays.at, tools);
  }
}
