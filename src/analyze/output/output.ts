import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Decision, Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Tools } from '../analysis.ts';
import { literalOf } from '../tables/literal-of.ts';
import { givenBy } from './given-by.ts';
import { isMadeOnlyBy, outcomeType } from './makers.ts';

/**
 * Values that a decision's type has for it alone and that nothing in it gives: members of an enum that no other decision,
 * function or fact has as its type, and `true` or `false`. A decision that shares its type with others, such as a floor that
 * others may be worse than, need not come to all of it.
 */
export function outputsNeverGiven(policy: Policy, { report, set }: Tools): void {
  for (const decision of policy.decisions.values()) {
    const type = outcomeType(decision);
    if (!hasTable(decision) || (type.kind !== 'boolean' && !isMadeOnlyBy(decision, type, set))) continue;
    const given = givenBy(decision);
    const never = given === undefined ? [] : valuesOf(type).filter((value) => !given.has(value));
    if (never.length === 0) continue;
    const values = never.map((value) => literalOf(value, type));
    report(diagnostic('output-never-given', decision.span, { decision: decision.name, values, type: type.kind === 'enum' ? type.vocabulary.name : undefined }));
  }
}

/** A decision of one row says itself that it always comes to the same. */
function hasTable({ bodies }: Decision): boolean {
  return bodies.some((body) => body.kind === 'table' && body.rows.length > 1);
}

function valuesOf(type: Type): readonly Value[] {
  if (type.kind === 'boolean') return [true, false];
  return type.kind === 'enum' ? type.vocabulary.members : [];
}
