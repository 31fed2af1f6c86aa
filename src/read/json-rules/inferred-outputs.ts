import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Expression } from '../tree/expression.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { entriesOf, entryOf, spanOfNode } from '../yaml/nodes.ts';
import { several } from './inferred-facts.ts';
import type { Rule } from './rules.ts';
import { kindOf, readValue } from './values.ts';

export interface InferredOutputs {
  readonly names: readonly { readonly name: string; readonly kind: 'number' | 'boolean' | 'text'; readonly span: Span }[];
  readonly of: (rule: Rule) => readonly (Expression | undefined)[];
}

/**
 * What the rules of one event give: each of its params is an output, and an event without params gives `true`. All rules
 * must give the same. Undefined where they do not; that is reported.
 */
export function inferOutputs(file: SourceFile, event: string, rules: readonly Rule[], report: Report): InferredOutputs | undefined {
  const [first] = rules;
  const keysOf = ({ params }: Rule): readonly string[] => entriesOf(params).map(({ name }) => name);
  const keys = first === undefined ? [] : keysOf(first);
  const odd = rules.find((rule) => keysOf(rule).length !== keys.length || !keysOf(rule).every((key) => keys.includes(key)));
  if (odd !== undefined || first === undefined) {
    const what = { en: 'has other params in this rule than in the first', zh: '在此规则中的 params 与第一条规则不同' };
    const instead = { en: 'give all rules of one event the same params, or give this one another type', zh: '让同一事件的规则使用相同的 params，或改用另一个 type' };
    report(diagnostic('rule-event-unsupported', odd?.event.span, { event, what, instead }));
    return undefined;
  }
  if (keys.length === 0) {
    const { span } = first.event;
    return { names: [{ name: event, kind: 'boolean', span }], of: (rule) => [{ kind: 'boolean', value: true, span: rule.event.span }] };
  }
  const names = keys.map((name) => {
    const kinds = new Set(rules.map(({ params }) => kindOfEntry(params, name)));
    const [kind, another] = kinds;
    const span = entriesOf(first.params).find((entry) => entry.name === name)?.key;
    if (kind !== undefined && another === undefined && span !== undefined) return { name, kind, span: spanOfNode(file, span) };
    const problem = kinds.has(undefined) ? { en: 'some of its values are lists, objects or null', zh: '其中有列表、对象或 null' } : several;
    report(diagnostic('rule-type-unclear', span && spanOfNode(file, span), { name: `${event}.${name}`, problem }));
    return undefined;
  });
  if (!names.every((each) => each !== undefined)) return undefined;
  const valueOf = ({ params }: Rule, { name, kind }: (typeof names)[number]): Expression | undefined => {
    const node = entryOf(params, name);
    return node && readValue(file, node, kind, report);
  };
  return { names, of: (rule) => names.map((output) => valueOf(rule, output)) };
}

function kindOfEntry(params: Rule['params'], name: string): ReturnType<typeof kindOf> {
  const node = entryOf(params, name);
  return node && kindOf(node);
}
