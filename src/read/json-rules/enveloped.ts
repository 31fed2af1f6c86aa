import { isMap, type ParsedNode } from 'yaml';
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Expression, Identifier } from '../tree/expression.ts';
import { expressionText } from '../tree/expression-text.ts';
import type { SourceFile } from '../tree/span.ts';
import type { Annotations, DecisionStatement, PolicyTree, TableTree } from '../tree/statement.ts';
import { readAnnotations } from '../yaml/annotations.ts';
import { entriesOf, entryOf, spanOfNode } from '../yaml/nodes.ts';
import { readDocument } from '../yaml/read-yaml-policy.ts';
import type { YamlReading } from '../yaml/reading.ts';
import type { Envelope, FactColumn, OutputValues } from './document.ts';
import { reportPriorities } from './priorities.ts';
import { readRows } from './rows.ts';
import { rulesByEvent, type Rule } from './rules.ts';
import { readValue } from './values.ts';

type Carried = Pick<Envelope, 'facts' | 'outputs'>;

/** A document that Plumbline wrote: the policy, with the rules as the rows of its tables. */
export function readEnveloped(file: SourceFile, policy: ParsedNode, carried: Carried, rules: readonly Rule[], report: Report): PolicyTree {
  const reading: YamlReading = { file, report, unreadable: [], refused: new Set(), scalars: new Map(), comments: [] };
  const tree = readDocument(reading, policy, []);
  const groups = rulesByEvent(rules);
  const tables = new Set(tree.statements.flatMap((each) => (each.kind === 'decision' && each.bodies[0]?.kind === 'table' ? [each.name.name] : [])));
  for (const [type, [first]] of groups) {
    if (first === undefined || tables.has(type)) continue;
    report(diagnostic('rule-decision-unknown', first.event.span, { event: type, known: [...tables], suggestion: closest(type, tables) }));
  }
  const statements = tree.statements.map((each) => (each.kind === 'decision' ? withRows(reading, each, carried, groups.get(each.name.name) ?? []) : each));
  return { ...tree, statements };
}

function withRows(reading: YamlReading, decision: DecisionStatement, carried: Carried, rules: readonly Rule[]): DecisionStatement {
  const [table, ...others] = decision.bodies;
  if (table?.kind !== 'table') return decision;
  return { ...decision, bodies: [{ ...table, rows: rowsOf(reading, decision.name.name, table, carried, rules) }, ...others] };
}

function rowsOf(reading: YamlReading, decision: string, table: TableTree, { facts, outputs }: Carried, rules: readonly Rule[]): TableTree['rows'] {
  const { file, report } = reading;
  const columns = table.columns.map(({ expression, span }): FactColumn | undefined => {
    const column = expressionText(expression);
    const found = facts.find((each) => each.column === column);
    if (found === undefined) reportAbsent(report, span, 'facts', column);
    return found;
  });
  const values = table.outputs.map(({ name, span }): OutputValues | undefined => {
    const found = (Object.hasOwn(outputs, decision) ? outputs[decision] : undefined)?.find(({ output }) => output === name);
    if (found === undefined) reportAbsent(report, span, 'outputs', `${decision}.${name}`);
    return found;
  });
  if (!columns.every((each) => each !== undefined) || !values.every((each) => each !== undefined)) return [];
  reportPriorities(table.hitPolicy, values[0], rules, report);
  return readRows({ file, report, decision, columns, idOf: (rule) => idOf(rule, report), outputsOf: (rule) => outputsOf(file, rule, values, report), annotationsOf: (rule) => annotationsOf(reading, rule) }, rules);
}

function reportAbsent(report: Report, span: Identifier['span'], key: 'facts' | 'outputs', name: string): void {
  const problem = { en: `\`${key}\` says nothing of \`${name}\``, zh: `\`${key}\` 中没有 \`${name}\`` };
  report(diagnostic('rule-json-shape', span, { problem, instead: { en: `add an entry for it to \`${key}\``, zh: `在 \`${key}\` 中补上此项` } }));
}

/** A rule is named `decision.row`. */
function idOf({ name, event, span }: Rule, report: Report): Identifier | undefined {
  const prefix = `${event.type}.`;
  if (name?.text.startsWith(prefix) === true && name.text.length > prefix.length) return { name: name.text.slice(prefix.length), span: name.span };
  report(diagnostic('rule-name-differs', name?.span ?? { ...span, end: span.start + 1 }, { name: name?.text ?? '', event: event.type }));
  return undefined;
}

/** What the row gives: `value`, by output where there are several. */
function outputsOf(file: SourceFile, { params, event }: Rule, outputs: readonly OutputValues[], report: Report): readonly (Expression | undefined)[] {
  const value = entryOf(params, 'value');
  const refuse = (at: ParsedNode | undefined, what: Phrase, instead: Phrase): undefined =>
    void report(diagnostic('rule-event-unsupported', at === undefined ? event.span : spanOfNode(file, at), { event: event.type, what, instead }));
  const stray = entriesOf(params).find(({ name }) => !known.includes(name));
  if (stray !== undefined) refuse(stray.key, { en: `has \`${stray.name}\` in its params, which is no part of a row`, zh: `的 params 含有 \`${stray.name}\`，它不属于表的一行` }, { en: `its params are ${known.map((each) => `\`${each}\``).join(', ')}`, zh: `只使用 ${known.map((each) => `\`${each}\``).join('、')}` });
  const [only, another] = outputs;
  return outputs.map((output) => {
    const node = output === only && another === undefined ? value : isMap(value) ? entryOf(value, output.output) : undefined;
    if (node !== undefined) return readValue(file, node, output.kind, report);
    return refuse(value, { en: `gives no \`${output.output}\``, zh: `没有给出 \`${output.output}\`` }, { en: `add it to \`value\` in its params`, zh: `在 params 的 \`value\` 中补上` });
  });
}

const known: readonly string[] = ['value', 'cites', 'basis', 'note'];

function annotationsOf(reading: YamlReading, { params }: Rule): Annotations {
  const none: Annotations = { inForce: undefined, cites: [], basis: undefined, note: undefined };
  return params === undefined ? none : readAnnotations(reading, params);
}
