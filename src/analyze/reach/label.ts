import { FeelDate } from '../../feel/values/temporal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Fact } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';
import { single, stretchOf } from './domain.ts';
import type { Domain } from './domain.ts';
import { picksOf } from './picks.ts';
import { propagated } from './relations.ts';
import type { Store } from './store.ts';
import { domainIn, restricted } from './store.ts';
import type { Bound, Unknown } from './term.ts';
import { AS_OF, unknownOf } from './term.ts';

/** What a case must give, and where values that people have used can be found. */
export interface Facts {
  readonly needed: readonly Fact[];
  /** Values that tests of the policy give, by fact. */
  readonly used: ReadonlyMap<Fact, readonly Value[]>;
  /** A date within the time looked at, to be taken where nothing demands another. */
  readonly asOf: FeelDate;
}

/**
 * Cases within what is settled: each unknown is given a value, the relations narrowing the rest each time. `attempt` turns
 * through other values, so that one case after another can be tried. Undefined where an attempt runs into a contradiction.
 */
export function caseWithin(store: Store, { needed, used, asOf: usual }: Facts, attempt: number): Case | undefined {
  const labelling = new Labelling(store, usual, attempt);
  const asOf = labelling.give(AS_OF, []);
  if (!(asOf instanceof FeelDate)) return undefined;
  // What arithmetic ties to others comes before what stands by itself.
  const tied = [...store.domains.keys()].filter(({ kind }) => kind === 'item');
  for (const unknown of tied) labelling.give(unknown, []);
  const facts = new Map<Fact, Value>();
  for (const fact of needed) {
    const unknown = unknownOf(fact);
    const shape = store.lists.get(unknown);
    const value = shape === undefined ? labelling.give(unknown, used.get(fact) ?? []) : labelling.list(shape);
    if (value === undefined) return undefined;
    if (value !== MISSING) facts.set(fact, value);
  }
  return { facts, asOf };
}

/** Values given so far, and what they leave. */
class Labelling {
  private store: Store | undefined;
  private readonly given = new Map<Unknown, Value | Missing>();
  private turn = 0;

  constructor(store: Store, private readonly usual: FeelDate, private readonly attempt: number) {
    this.store = propagated(store);
  }

  give(unknown: Unknown, used: readonly Value[]): Value | Missing | undefined {
    const known = this.given.get(unknown);
    if (known !== undefined || this.store === undefined) return known;
    const domain = domainIn(this.store, unknown);
    const picks = picksOf(domain, unknown.type, this.usual);
    const all = this.attempt % 3 === 1 ? [...used.filter((value) => restrictedTo(domain, unknown, value) !== undefined), ...picks] : picks;
    const offset = this.offset(unknown, all.length);
    for (let tried = 0; tried < Math.min(all.length, 4); tried += 1) {
      const value = all[(tried + offset) % all.length];
      const only = value === undefined ? undefined : restrictedTo(domain, unknown, value);
      const left = only && restricted(this.store, unknown, only);
      const next = left && (this.store.relations.length === 0 ? left : propagated(left));
      if (next === undefined || value === undefined) continue;
      this.store = next;
      this.given.set(unknown, value);
      return value;
    }
    return undefined;
  }

  list(items: readonly Bound[]): Value | undefined {
    const values = items.map((item) => this.bound(item)).filter((value): value is Value => value !== undefined && value !== MISSING);
    return values.length === items.length ? values : undefined;
  }

  private bound(item: Bound): Value | Missing | undefined {
    if (item.kind === 'unknown') return this.give(item.unknown, []);
    if (item.kind !== 'record') return undefined;
    const entries = [...item.fields].map(([name, field]) => [name, this.bound(field)] as const);
    if (entries.some(([, value]) => value === undefined)) return undefined;
    return new Map(entries.flatMap(([name, value]) => (value === undefined || value === MISSING ? [] : [[name, value] as const])));
  }

  /** Which of the picks comes first: the first of all on the first attempt, then by a fixed scatter over unknowns and attempts. The date stays what it is as long as others can change. */
  private offset({ kind }: Unknown, count: number): number {
    this.turn += 1;
    return this.attempt < (kind === 'date' ? 4 : 1) ? 0 : ((this.attempt * 7919 + this.turn * 104_729) >>> 3) % count;
  }
}

/** The domain of one value of an unknown; undefined if the value is not in it. */
function restrictedTo(domain: Domain, { type }: Unknown, value: Value | Missing): Domain | undefined {
  if (value === MISSING) return domain.missing ? { ...domain, ...emptied(domain) } : undefined;
  switch (domain.kind) {
    case 'opaque':
      return { ...domain, missing: false };
    case 'values':
      return domain.values.includes(value) ? { ...domain, values: [value], missing: false } : undefined;
    case 'stretches':
      return domain.line.holds(value) ? { ...domain, stretches: stretchOf(domain.line, type, single(value)), missing: false } : undefined;
  }
}

function emptied(domain: Domain): Domain {
  if (domain.kind === 'opaque') return { ...domain, present: false };
  return domain.kind === 'values' ? { ...domain, values: [] } : { ...domain, stretches: [] };
}
