import { EnumMember } from '../../feel/values/enum.ts';
import { gathers } from '../../model/hit-policy.ts';
import type { Exception, Output, Period, Row, Table } from '../../model/policy.ts';
import { DATE_COLUMN, ruleNames } from '../../read/dmn/carried/rule-ids.ts';
import type { HitPolicy } from '../../read/tree/statement.ts';
import { annotationsOf } from './annotations.ts';
import { duringText, isNarrower, periodCell } from './dates.ts';
import { replacedText } from './exceptions.ts';
import { feelOf } from './feel/expression.ts';
import { membersListed } from './feel/order.ts';
import { choice, closed, NULL, type Feel } from './feel/pieces.ts';
import { cellText } from './feel/tests.ts';
import { keyText, valueText } from './feel/values.ts';
import { AS_OF, type Writing } from './feel/writing.ts';
import type { ItemDefinitions } from './item-definitions.ts';
import { element, textElement, type XmlNode } from './xml.ts';

const hitPolicies: Readonly<Record<HitPolicy, { readonly hitPolicy?: string; readonly aggregation?: string }>> = {
  // What DMN takes for granted is not written: modelers leave it out too.
  unique: {},
  any: { hitPolicy: 'ANY' },
  first: { hitPolicy: 'FIRST' },
  priority: { hitPolicy: 'PRIORITY' },
  'rule order': { hitPolicy: 'RULE ORDER' },
  'output order': { hitPolicy: 'OUTPUT ORDER' },
  collect: { hitPolicy: 'COLLECT' },
  'collect sum': { hitPolicy: 'COLLECT', aggregation: 'SUM' },
  'collect min': { hitPolicy: 'COLLECT', aggregation: 'MIN' },
  'collect max': { hitPolicy: 'COLLECT', aggregation: 'MAX' },
  'collect count': { hitPolicy: 'COLLECT', aggregation: 'COUNT' },
};

/** A decision table about to be written. `outer` is the period in which it is asked: only rows in force for less test the date. */
export interface TableWriting {
  readonly id: string;
  readonly table: Table;
  readonly outer: Period;
  readonly exceptions: readonly Exception[];
  readonly types: ItemDefinitions;
  readonly writing: Writing;
}

/** A table as a decision table. Dated rows have a column for the date; exceptions at a row stand in its output. */
export function decisionTable(given: TableWriting): XmlNode {
  const { id, table, outer, types } = given;
  const rows = table.rows.filter(({ otherwise }) => !otherwise);
  const dated = rows.some(({ inForce }) => isNarrower(inForce, outer));
  const annotations = annotationsOf(rows);
  const names = ruleNames(rows.map((row) => row.id));
  return element(
    'decisionTable',
    { id, ...hitPolicies[table.hitPolicy] },
    dated ? input(`${id}${DATE_COLUMN}`, undefined, 'date', AS_OF) : undefined,
    ...table.columns.map(({ expression, text }, index) => {
      const feel = feelOf(expression, given.writing).text;
      return input(`${id}_input_${index + 1}`, labelOf(expression) ?? (text === feel ? undefined : text), types.plainReference(expression.type), feel);
    }),
    ...table.outputs.map((output, index) => outputClause(given, output, index)),
    ...annotations.map(({ name }) => element('annotation', { name })),
    ...rows.map((row, index) => rule(given, row, dated, names[index] ?? '', annotations.map(({ of }) => of(row)))),
  );
}

function labelOf(expression: Table['columns'][number]['expression']): string | undefined {
  if (expression.kind === 'fact') return expression.fact.label;
  return expression.kind === 'decision' ? expression.decision.label : undefined;
}

function input(id: string, label: string | undefined, typeRef: string | undefined, text: string): XmlNode {
  return element('input', { id, label }, element('inputExpression', { id: `${id}_expression`, typeRef }, textElement('text', text)));
}

/** DMN gives names to the outputs of a table only where there are several. */
function outputClause(given: TableWriting, output: Output, index: number): XmlNode {
  const { id, table, types } = given;
  const several = table.outputs.length > 1;
  const own = `${id}_output_${index + 1}`;
  const values = table.hitPolicy === 'priority' || table.hitPolicy === 'output order' ? priorityText(output, table) : undefined;
  const otherwise = gathers(table) || !table.rows.some((row) => row.otherwise) ? undefined : otherwiseText(given, index).text;
  return element(
    'output',
    { id: own, label: several ? undefined : output.name, name: several ? output.name : undefined, typeRef: types.plainReference(output.type) },
    values === undefined ? undefined : element('outputValues', { id: `${own}_values` }, textElement('text', values)),
    otherwise === undefined ? undefined : element('defaultOutputEntry', { id: `${own}_default` }, textElement('text', otherwise)),
  );
}

/** The values of an output, the one that wins first. */
function priorityText({ type }: Output, { preference }: Table): string | undefined {
  if (type.kind === 'enum') {
    const { order, members } = type.vocabulary;
    const reversed = preference !== undefined && (preference === 'worst first') !== (order === 'worst first');
    return membersListed(reversed ? [...members].reverse() : members);
  }
  const listed = 'allowed' in type && type.allowed !== undefined ? type.allowed.alternatives.flatMap(({ low }) => (low === undefined ? [] : [low])) : [];
  return listed.length === 0 ? undefined : listed.map((value) => (value instanceof EnumMember ? value.name : valueText(value).text)).join(', ');
}

/** What a table that gathers comes to where no row matches: what its `otherwise` rows give, or nothing gathered. */
export function emptyText(given: TableWriting): Feel {
  const { hitPolicy, rows, outputs } = given.table;
  const hasOtherwise = rows.some(({ otherwise }) => otherwise);
  if (hitPolicy === 'collect sum') return hasOtherwise ? otherwiseText(given, 0) : closed('0');
  if (hitPolicy === 'collect count') return closed(hasOtherwise ? '1' : '0');
  if (!hasOtherwise) return closed('[]');
  const [only] = outputs;
  if (only !== undefined && outputs.length === 1) return closed(`[${otherwiseText(given, 0).text}]`);
  return closed(`[{${outputs.map(({ name }, index) => `${keyText(name)}: ${otherwiseText(given, index).text}`).join(', ')}}]`);
}

/** An output of the `otherwise` rows. */
function otherwiseText(given: TableWriting, output: number): Feel {
  const { table, outer, writing } = given;
  const rows = table.rows.filter(({ otherwise }) => otherwise);
  const [, second] = rows.filter(({ inForce }) => !isNarrower(inForce, outer));
  if (second !== undefined) writing.refuse(second.span, second.id, { en: 'a decision table has one default output', zh: '决策表只有一个默认输出' });
  return rows.reduceRight<Feel>((rest, row) => {
    const value = outputText(given, row, output);
    return isNarrower(row.inForce, outer) ? choice(duringText(row.inForce), value, rest) : value;
  }, NULL);
}

function rule(given: TableWriting, row: Row, dated: boolean, name: string, annotations: readonly string[]): XmlNode {
  const { table, outer, writing } = given;
  const id = `${given.id}_${name}`;
  const cells = row.cells.map((cell, index) => {
    const { expression, mayBeMissing } = table.columns[index] ?? { expression: undefined, mayBeMissing: false };
    return cellText(cell, { type: expression?.type ?? { kind: 'any' }, mayBeMissing }, writing);
  });
  const date = isNarrower(row.inForce, outer) ? periodCell(row.inForce) : '-';
  return element(
    'rule',
    { id },
    ...[...(dated ? [date] : []), ...cells].map((text, index) => element('inputEntry', { id: `${id}_in_${index + 1}` }, textElement('text', text))),
    ...row.outputs.map((_, index) => element('outputEntry', { id: `${id}_out_${index + 1}` }, textElement('text', outputText(given, row, index).text))),
    ...annotations.map((text) => element('annotationEntry', {}, textElement('text', text))),
  );
}

/** An output of a row, replaced where an exception at the row is active. */
function outputText({ table, exceptions, outer, writing }: TableWriting, row: Row, output: number): Feel {
  const expression = row.outputs[output];
  const value = expression === undefined ? NULL : feelOf(expression, writing);
  const field = table.outputs.length > 1 ? table.outputs[output]?.name : undefined;
  return replacedText(value, exceptions, { kind: 'row', id: row.id }, { outer, field, writing });
}
