import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SharedFacts } from '../../model/policy.ts';
import type { Drafts } from '../declarations/declare.ts';
import type { Scope } from '../expressions/scope.ts';
import { ordering } from '../graph.ts';
import { checkGivens } from './givens.ts';
import { findShared } from './taken-facts.ts';

/** Completes the facts that tests share, none before those that it takes over. Circles are reported. */
export function checkSharedFacts(drafts: Drafts['sharedFacts'], scope: () => Scope): void {
  const { names, body } = scope();
  const own = new Map<SharedFacts | 'unreadable' | undefined, Drafts['sharedFacts'][number]>(drafts.map((each) => [each[1], each]));
  const { order, cycles } = ordering(drafts, ([{ taken }]) => taken.map(({ path }) => own.get(findShared(path, names))).filter((each) => each !== undefined));
  for (const cycle of cycles) {
    const [first] = cycle;
    if (first !== undefined) body.report(diagnostic('facts-cycle', first[0].name.span, { cycle: cycle.map(([{ name }]) => name.name) }));
  }
  for (const [statement, draft] of order) draft.givens = checkGivens(statement, scope());
}
