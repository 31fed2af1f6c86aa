import type { Type } from '../../model/type.ts';

/**
 * The type of what was reported as wrong. It is an `any`, so that nothing follows from it, and told by its identity from
 * an `any` that is meant: beside it even an unknown name is passed over, since it may be a member of a lost enum.
 */
export const BROKEN: Type = { kind: 'any' };

/** Whether a type is that of something wrong, or of a list or range of it. */
export function isBroken(type: Type | undefined): boolean {
  return type?.kind === 'list' || type?.kind === 'range' ? isBroken(type.item) : type === BROKEN;
}
