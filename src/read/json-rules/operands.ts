import { isSeq, type ParsedNode } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { ComparisonOperator, Expression } from '../tree/expression.ts';
import type { SourceFile } from '../tree/span.ts';
import { spanOfNode, written } from '../yaml/nodes.ts';
import type { FactTest } from './conditions.ts';
import type { FactColumn, Operator } from './document.ts';
import { readValue } from './values.ts';

/** What the reading of one column's cells needs. */
export interface ColumnReading {
  readonly file: SourceFile;
  readonly column: FactColumn;
  readonly report: Report;
}

/** The operators of order, which compare numbers only. */
export const comparisons: ReadonlyMap<Operator, ComparisonOperator> = new Map([
  ['lessThan', '<'],
  ['lessThanInclusive', '<='],
  ['greaterThan', '>'],
  ['greaterThanInclusive', '>='],
]);

/** What a test compares with: one value, or those of a list. Undefined where they do not fit the operator or the fact; that is reported. */
export function readOperands({ file, column, report }: ColumnReading, { operator, value }: FactTest): readonly Expression[] | undefined {
  const refuse = (what: Phrase, instead: Phrase): undefined => void report(diagnostic('rule-value-unsupported', spanOfNode(file, value), { written: written(file, value), what, instead }));
  const isList = operator === 'in' || operator === 'notIn';
  if (isList !== isSeq(value)) {
    return isList
      ? refuse({ en: `is no list, which \`${operator}\` needs`, zh: `不是列表，而 \`${operator}\` 需要列表` }, { en: 'write `[ … ]`', zh: '写成 `[ … ]`' })
      : refuse({ en: `is a list, and \`${operator}\` compares with one value`, zh: `是列表，而 \`${operator}\` 只与一个值比较` }, { en: 'use `in` or `notIn`', zh: '改用 `in` 或 `notIn`' });
  }
  if (comparisons.has(operator) && column.kind !== 'number') {
    return refuse({ en: `stands behind \`${operator}\`, and only numbers have an order in json-rules-engine`, zh: `用于 \`${operator}\`，而 json-rules-engine 中只有数字有大小` }, { en: 'name the values with `in`', zh: '用 `in` 列出各值' });
  }
  const nodes: readonly ParsedNode[] = isSeq(value) ? (value.items) : [value];
  const read = nodes.map((node) => readValue(file, node, column.kind, report));
  return read.every((each) => each !== undefined) ? read : undefined;
}
