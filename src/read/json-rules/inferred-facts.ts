import { isSeq, type ParsedNode } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../tree/span.ts';
import { testsIn, type FactTest } from './conditions.ts';
import type { FactColumn } from './document.ts';
import { factText } from './rows.ts';
import type { Rule } from './rules.ts';
import { kindOf } from './values.ts';

/** A fact that rules test, as a column of a table. */
export interface InferredFact {
  readonly column: FactColumn;
  /** Where it is tested first. */
  readonly span: Span;
  /** The types of the events whose rules test it. */
  readonly usedBy: ReadonlySet<string>;
}

/** The facts of rules in the order in which they are met. Undefined where the type of one cannot be told; that is reported. */
export function inferFacts(rules: readonly Rule[], report: Report): readonly InferredFact[] | undefined {
  const found = new Map<string, { readonly tests: FactTest[]; readonly usedBy: Set<string> }>();
  for (const { conditions, event } of rules) {
    for (const test of testsIn(conditions)) {
      const key = JSON.stringify([test.fact, test.path]);
      const fact = found.get(key) ?? { tests: [], usedBy: new Set() };
      fact.tests.push(test);
      fact.usedBy.add(event.type);
      found.set(key, fact);
    }
  }
  const facts = [...found.values()].map(({ tests, usedBy }) => inferFact(tests, usedBy, report));
  return facts.every((fact) => fact !== undefined) ? facts : undefined;
}

function inferFact(tests: readonly FactTest[], usedBy: ReadonlySet<string>, report: Report): InferredFact | undefined {
  const [first] = tests;
  if (first === undefined) return undefined;
  const kinds = new Set(tests.flatMap(({ value }) => (isSeq(value) ? (value.items as readonly ParsedNode[]) : [value])).flatMap((node) => kindOf(node) ?? []));
  const [kind, another] = kinds;
  const name = factText(first);
  if (kind !== undefined && another === undefined) {
    return { column: { column: name, fact: first.fact, ...(first.path === undefined ? {} : { path: first.path }), kind }, span: first.factSpan, usedBy };
  }
  report(diagnostic('rule-type-unclear', first.factSpan, { name, problem: kind === undefined ? untold : several }));
  return undefined;
}

export const several: Phrase = { en: 'its values are of several kinds', zh: '它的值属于不同种类' };
const untold: Phrase = { en: 'no number, text or boolean is compared with it', zh: '没有与它比较的数字、文字或布尔值' };
