import { typeText } from '../../model/type-text.ts';
import type { Property } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { PropertyClaim, PropertyStatement } from '../../read/tree/statement.ts';
import { inferConditionOf } from '../expressions/conditions.ts';
import { infer, inferOptional } from '../expressions/infer.ts';
import { presentWhen } from '../expressions/presence.ts';
import { problem, withPresent, type Scope } from '../expressions/scope.ts';
import { hasOrder } from '../types/order.ts';

/** A property whose claim makes sense. Undefined where the reader gave up on the claim. */
export function checkProperty({ title, claim, span }: PropertyStatement, scope: Scope): Property | undefined {
  return claim === undefined ? undefined : { title: title.text, span, claim: checkClaim(claim, scope) };
}

function checkClaim(claim: PropertyClaim, scope: Scope): Property['claim'] {
  if (claim.kind === 'always') {
    const when = claim.when && inferConditionOf(claim.when, scope);
    const guarded = when === undefined ? scope : withPresent(scope, presentWhen(when, true));
    return { kind: 'always', condition: inferConditionOf(claim.condition, guarded), when };
  }
  const subject = infer(claim.subject, scope);
  if (!canMove(claim.never, subject.type)) problem(scope, 'property-subject-invalid', claim.subject.span, { claim: claim.never, found: typeText(subject.type) });
  const driver = inferOptional(claim.driver, scope);
  const moves = driver.kind === 'fact' && canMove(claim.moves, driver.type);
  if (!moves && driver.type.kind !== 'any') problem(scope, 'property-driver-invalid', claim.driver.span, { found: typeText(driver.type) });
  return { kind: 'monotone', subject, never: claim.never, driver, moves: claim.moves };
}

/** Only a member of an ordered enum gets better or worse; whatever has an order increases and decreases, except text. */
function canMove(direction: (PropertyClaim & { kind: 'monotone' })['never'], type: Type): boolean {
  if (type.kind === 'any') return true;
  if (direction === 'improves' || direction === 'worsens') return type.kind === 'enum' && type.vocabulary.order !== undefined;
  return hasOrder(type) && type.kind !== 'text';
}
