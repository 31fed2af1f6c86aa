import type { NameScope } from '../../../grammar/name-scope.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { HitPolicy } from '../tree/statement.ts';
import { childNamed, childrenNamed, identifierOf, requiredChild } from './elements.ts';
import { readCell, readExpression } from './feel.ts';
import type { Reading } from './reading.ts';
import type { BoxedTable, ModelRow, OutputClause } from './tree.ts';
import { readTypeRef } from './types.ts';
import { readWord } from './words.ts';
import type { XmlElement } from './xml/element.ts';

const hitPolicies: ReadonlyMap<string, HitPolicy> = new Map([
  ['UNIQUE', 'unique'],
  ['ANY', 'any'],
  ['FIRST', 'first'],
  ['PRIORITY', 'priority'],
  ['RULE ORDER', 'rule order'],
  ['OUTPUT ORDER', 'output order'],
  ['COLLECT', 'collect'],
]);

const aggregations: ReadonlyMap<string, HitPolicy> = new Map([
  ['SUM', 'collect sum'],
  ['MIN', 'collect min'],
  ['MAX', 'collect max'],
  ['COUNT', 'collect count'],
]);

export function readTable(reading: Reading, element: XmlElement, names: NameScope): BoxedTable {
  const inputs = childrenNamed(element, 'input');
  const outputs = childrenNamed(element, 'output');
  return {
    kind: 'table',
    type: readTypeRef(reading, element),
    hitPolicy: readHitPolicy(reading, element),
    columns: inputs.map((input) => readColumn(reading, input, names)),
    outputs: outputs.map((output) => readOutput(reading, output, names)),
    rows: childrenNamed(element, 'rule').map((rule) => readRow(reading, rule, { inputs: inputs.length, outputs: outputs.length }, names)),
    span: element.span,
  };
}

function readHitPolicy(reading: Reading, element: XmlElement): HitPolicy {
  const policy = readWord(element, 'hitPolicy', hitPolicies, reading.report) ?? 'unique';
  const aggregation = readWord(element, 'aggregation', aggregations, reading.report);
  return policy === 'collect' ? (aggregation ?? policy) : policy;
}

function readColumn(reading: Reading, input: XmlElement, names: NameScope): BoxedTable['columns'][number] {
  const expression = requiredChild(input, 'inputExpression', reading.report);
  const values = childNamed(input, 'inputValues');
  return {
    expression: readExpression(reading, expression, names),
    type: readTypeRef(reading, expression),
    values: values && readCell(reading, values, names),
    span: expression?.span ?? input.span,
  };
}

function readOutput(reading: Reading, output: XmlElement, names: NameScope): OutputClause {
  const values = childNamed(output, 'outputValues');
  return {
    name: identifierOf(output),
    type: readTypeRef(reading, output),
    values: values && readCell(reading, values, names),
    otherwise: readExpression(reading, childNamed(output, 'defaultOutputEntry'), names),
    span: output.span,
  };
}

function readRow(reading: Reading, rule: XmlElement, columns: { readonly inputs: number; readonly outputs: number }, names: NameScope): ModelRow {
  const cells = childrenNamed(rule, 'inputEntry');
  const outputs = childrenNamed(rule, 'outputEntry');
  if (cells.length !== columns.inputs || outputs.length !== columns.outputs) {
    const found = { inputs: cells.length, outputs: outputs.length };
    reading.report(diagnostic('dmn-row-width', rule.span, { found, expected: columns }));
  }
  return {
    cells: cells.map((cell) => readCell(reading, cell, names)),
    outputs: outputs.map((output) => readExpression(reading, output, names)),
    annotations: childrenNamed(rule, 'annotationEntry').map((entry) => childNamed(entry, 'text')?.text.text.trim() ?? ''),
    span: rule.span,
  };
}
