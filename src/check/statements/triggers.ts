import type { Period, Trigger } from '../../model/policy.ts';
import type { TriggerStatement } from '../../read/tree/statement.ts';
import { annotated } from '../declarations/annotations.ts';
import type { Draft } from '../declarations/drafts.ts';
import { inferConditionOf } from '../expressions/conditions.ts';
import { infer } from '../expressions/infer.ts';
import { presentWhen } from '../expressions/presence.ts';
import { failed, withPresent, type Scope } from '../expressions/scope.ts';

/** Checks what a trigger says and completes its draft. Its condition guards the data of its events. */
export function checkTrigger(statement: TriggerStatement, draft: Draft<Trigger>, outer: Period, scope: Scope, unread: () => void): void {
  Object.assign(draft, annotated(statement, outer, scope.names, scope.body.report));
  if (statement.when === undefined) unread();
  draft.when = statement.when === undefined ? failed(statement.span) : inferConditionOf(statement.when, scope);
  const fired = withPresent(scope, presentWhen(draft.when, true));
  draft.emits = statement.emits.map(({ event, data, span }) => ({ event: event.name, data: data && infer(data, fired), span }));
}
