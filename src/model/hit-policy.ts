import type { HitPolicy } from './policy.ts';

/** Whether a table has an outcome where no row matches: it gathers those of all that do, and nothing gathered is `[]` or 0. */
export function gathers({ hitPolicy }: { readonly hitPolicy: HitPolicy }): boolean {
  return hitPolicy === 'collect' || hitPolicy === 'rule order' || hitPolicy === 'output order' || hitPolicy === 'collect count' || hitPolicy === 'collect sum';
}
