import type { Decision, Period } from '../../model/policy.ts';
import type { DecisionStatement } from '../../read/tree/statement.ts';
import { annotated } from '../declarations/annotations.ts';
import type { Draft } from '../declarations/drafts.ts';
import type { Scope } from '../expressions/scope.ts';
import { checkBodies } from '../tables/bodies.ts';
import { checkExceptions } from './exceptions.ts';

/** Checks what a decision says and completes its draft. */
export function checkDecision(statement: DecisionStatement, draft: Draft<Decision>, outer: Period, scope: Scope, unread: () => void): void {
  const carried = annotated(statement, outer, scope.names, scope.body.report);
  Object.assign(draft, carried);
  draft.bodies = checkBodies(statement.bodies, draft.type, carried.inForce, scope, unread);
  draft.exceptions = checkExceptions(statement.exceptions, draft, scope, unread);
}
