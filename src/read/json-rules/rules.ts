import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { entriesOf, entryOf, scalarName, spanOfNode } from '../yaml/nodes.ts';
import { readCondition, type Condition } from './conditions.ts';

/** A rule as it was read. */
export interface Rule {
  readonly name: { readonly text: string; readonly span: Span } | undefined;
  readonly priority: number;
  /** Where its priority stands; without one, its beginning. */
  readonly prioritySpan: Span;
  readonly conditions: Condition;
  readonly event: { readonly type: string; readonly span: Span };
  readonly params: ParsedNode | undefined;
  readonly span: Span;
}

/** Reads rules whose shape the schema has found right. One with a condition that cannot be said is left out; that is reported. */
export function readRules(file: SourceFile, node: ParsedNode | undefined, report: Report): readonly Rule[] {
  const nodes = isSeq(node) ? node.items.filter((item) => isMap(item)) : [];
  return nodes.flatMap((each) => readRule(file, each, report) ?? []);
}

function readRule(file: SourceFile, node: ParsedNode, report: Report): Rule | undefined {
  const name = entryOf(node, 'name');
  const priority = entryOf(node, 'priority');
  const event = entryOf(node, 'event');
  const type = entryOf(event, 'type');
  const conditionsNode = entryOf(node, 'conditions');
  const conditions = conditionsNode && readCondition(file, conditionsNode, report);
  if (conditions === undefined || !isScalar(type)) return undefined;
  return {
    name: isScalar(name) ? { text: scalarName(name), span: spanOfNode(file, name) } : undefined,
    priority: isScalar(priority) ? Number(scalarName(priority)) : 1,
    prioritySpan: spanOfNode(file, priority ?? entriesOf(node)[0]?.key ?? node),
    conditions,
    event: { type: scalarName(type), span: spanOfNode(file, type) },
    params: entryOf(event, 'params'),
    span: spanOfNode(file, node),
  };
}

/** The rules of each event, events in the order in which they first come. */
export function rulesByEvent(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.event.type) ?? [];
    group.push(rule);
    groups.set(rule.event.type, group);
  }
  return groups;
}
