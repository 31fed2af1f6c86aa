import type { FunctionModel, Period } from '../../model/policy.ts';
import type { FunctionStatement, ParameterStatement } from '../../read/tree/statement.ts';
import { annotated } from '../declarations/annotations.ts';
import type { Draft } from '../declarations/drafts.ts';
import { withLocal, type Scope } from '../expressions/scope.ts';
import { checkBodies } from '../tables/bodies.ts';

/** Checks what a function or parameter says and completes its draft. Its parameters come before all that is declared. */
export function checkFunction(statement: FunctionStatement | ParameterStatement, draft: Draft<FunctionModel>, outer: Period, scope: Scope, unread: () => void): void {
  const carried = annotated(statement, outer, scope.names, scope.body.report);
  Object.assign(draft, carried);
  const inside = draft.parameters.reduce<Scope>((around, { name, type }) => {
    return withLocal(around, name, { variable: around.body.fresh(name), type, implicit: false });
  }, scope);
  draft.bodies = checkBodies(statement.bodies, draft.type, carried.inForce, inside, unread);
}
