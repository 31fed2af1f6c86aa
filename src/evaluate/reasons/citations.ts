import type { Annotated } from '../../model/policy.ts';
import type { CitationAnswer } from '../answer.ts';
import type { PlannedException, PlannedRow, Step } from '../plan/plan.ts';

/** Something that fired: a row or an exception, and the citations that come with it. */
export interface Rule {
  readonly name: string;
  readonly cites: readonly CitationAnswer[];
}

const rules = new WeakMap<PlannedRow | PlannedException, Rule>();

/** A row with its own citations, its table's, and those of the decision or parameter it belongs to. */
export function ruleOfRow(planned: PlannedRow): Rule {
  const known = rules.get(planned);
  if (known !== undefined) return known;
  const { name, row, table } = planned;
  const ofTable = citationsOf(table.of, table.table, table.owner);
  const rule = { name, cites: [...citationsOf(name, row, table.table, table.owner), ...ofTable, ...citationsOf(table.of, table.owner)] };
  rules.set(planned, rule);
  return rule;
}

export function ruleOfException(planned: PlannedException): Rule {
  const known = rules.get(planned);
  if (known !== undefined) return known;
  const rule = { name: planned.name, cites: citationsOf(planned.name, planned.exception) };
  rules.set(planned, rule);
  return rule;
}

/** What a decision or trigger cites as a whole, its body included: of one without a table, all that there is. */
export function citationsOfStep(step: Step): readonly CitationAnswer[] {
  const known = citationsOfSteps.get(step);
  if (known !== undefined) return known;
  const cites = citationsOf(step.name, step.kind === 'trigger' ? step.trigger : step.decision);
  citationsOfSteps.set(step, cites);
  return cites;
}

const citationsOfSteps = new WeakMap<Step, readonly CitationAnswer[]>();

/** The citations of what carries them. The basis is its own, or that of what it stands in. */
function citationsOf(of: string, carrier: Annotated, ...within: readonly Annotated[]): readonly CitationAnswer[] {
  const basis = [carrier, ...within].find((each) => each.basis !== undefined)?.basis;
  return carrier.cites.map(({ text, source }) => ({
    citation: text,
    source: source.title ?? source.name,
    of,
    ...(basis === undefined ? {} : { basis }),
  }));
}

/** Each once, in the order of first mention. */
export function distinct(cites: Iterable<CitationAnswer>): readonly CitationAnswer[] {
  const found = new Map<string, CitationAnswer>();
  for (const cite of cites) {
    const key = `${cite.citation}\n${cite.of}`;
    if (!found.has(key)) found.set(key, cite);
  }
  return [...found.values()];
}

