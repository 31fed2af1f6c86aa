import { walk } from '../../model/children.ts';
import type { Typed } from '../../model/expression.ts';
import type { Fact, FunctionModel, Policy, Property } from '../../model/policy.ts';
import { expressionsOf, readsIn, readsOf, type Reader } from '../../model/reads.ts';

/** What decides, fires or is proved: everything that stands in a policy is there for one of these. */
export interface Read {
  readonly facts: ReadonlySet<Fact>;
  readonly functions: ReadonlySet<FunctionModel>;
}

/** What the decisions, triggers and properties of policies read, themselves and through functions and calls. */
export function readBy(policies: readonly Policy[]): Read {
  const facts = new Set<Fact>();
  const functions = new Set<FunctionModel>();
  const readers = policies.flatMap((policy): readonly Reader[] => [...policy.decisions.values(), ...policy.triggers.values()]);
  const waiting = [...readers.map(readsOf), ...policies.flatMap(({ properties }) => properties.map((property) => readsIn(expressionsOfProperty(property))))];
  for (const reads of waiting) {
    reads.facts.forEach((fact) => facts.add(fact));
    for (const called of reads.functions) {
      if (functions.has(called)) continue;
      functions.add(called);
      waiting.push(readsOf(called));
    }
  }
  return { facts, functions };
}

function expressionsOfProperty({ claim }: Property): readonly Typed[] {
  if (claim.kind === 'monotone') return [claim.subject, claim.driver];
  return claim.when === undefined ? [claim.condition] : [claim.condition, claim.when];
}

/** The names of variables that a function's bodies read. */
export function variablesIn(called: FunctionModel): ReadonlySet<string> {
  const names = new Set<string>();
  walk(expressionsOf(called), (node) => {
    if (node.kind === 'variable') names.add(node.name);
  });
  return names;
}
