import type { Decision, Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';

/** The type of what a decision gives, one by one where it is a list. */
export function outcomeType({ type }: Decision): Type {
  return type.kind === 'list' ? type.item : type;
}

/** Whether values of an enum come from this decision alone: no other decision, function, fact or manual answer of the policies has it in its type. */
export function isMadeOnlyBy(decision: Decision, type: Type, set: readonly Policy[]): boolean {
  return type.kind === 'enum' && set.every((policy) => !makersIn(policy).some((maker) => maker !== decision && hasInside(maker.type, type)));
}

function makersIn({ decisions, functions, inputs, manuals }: Policy): readonly { readonly type: Type }[] {
  return [decisions, functions, inputs, manuals].flatMap((each): { readonly type: Type }[] => [...each.values()]);
}

function hasInside(type: Type, wanted: Type & { readonly kind: 'enum' }): boolean {
  if (type.kind === 'enum') return type.vocabulary === wanted.vocabulary;
  if (type.kind === 'list') return hasInside(type.item, wanted);
  return type.kind === 'record' && [...type.fields.values()].some((field) => hasInside(field.type, wanted));
}
