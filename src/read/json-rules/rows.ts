import { isDeepStrictEqual } from 'node:util';
import type { ParsedNode } from 'yaml';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Cell, Expression, Identifier } from '../tree/expression.ts';
import type { SourceFile } from '../tree/span.ts';
import type { Annotations, RowTree } from '../tree/statement.ts';
import { readCell } from './cells.ts';
import { testsIn, type Condition } from './conditions.ts';
import type { FactColumn } from './document.ts';
import { plainJson } from './json-nodes.ts';
import type { Rule } from './rules.ts';

/** What the rows of one table are read by. */
export interface RowReading {
  readonly file: SourceFile;
  readonly report: Report;
  readonly decision: string;
  readonly columns: readonly FactColumn[];
  readonly idOf: (rule: Rule, index: number) => Identifier | undefined;
  readonly outputsOf: (rule: Rule) => readonly (Expression | undefined)[];
  readonly annotationsOf: (rule: Rule) => Annotations;
}

/** The rows that a table's rules are. One that cannot be said is left out; that is reported. */
export function readRows(reading: RowReading, rules: readonly Rule[]): readonly RowTree[] {
  return rules.flatMap((rule, index): RowTree[] => {
    const id = reading.idOf(rule, index);
    const otherwise = isOtherwise(reading.file, rule, rules);
    const cells = otherwise ? reading.columns.map((): Cell => ({ tests: [{ kind: 'any', span: rule.span }], span: rule.span })) : readCells(reading, rule);
    if (id === undefined || cells === undefined) return [];
    return [{ id, otherwise, cells, outputs: reading.outputsOf(rule), ...reading.annotationsOf(rule), span: rule.span }];
  });
}

/** Whether a rule holds where none of the others does: `{ "not": { "any": [their conditions] } }`. */
function isOtherwise(file: SourceFile, rule: Rule, rules: readonly Rule[]): boolean {
  const { conditions } = rule;
  if (conditions.kind !== 'not' || conditions.of.kind !== 'any') return false;
  const plain = ({ node }: { readonly node: ParsedNode }): unknown => plainJson(file, node);
  return isDeepStrictEqual(conditions.of.of.map(plain), rules.filter((each) => each !== rule).map((each) => plain(each.conditions)));
}

function readCells({ file, report, decision, columns }: RowReading, rule: Rule): readonly Cell[] | undefined {
  const byColumn = new Map<FactColumn, Condition[]>();
  for (const condition of conjuncts(rule.conditions)) {
    const column = columnOf(condition, { file, report, decision, columns });
    if (column === undefined) return undefined;
    byColumn.set(column, [...(byColumn.get(column) ?? []), condition]);
  }
  const cells = columns.map((column): Cell | undefined => {
    const conditions = byColumn.get(column);
    return conditions === undefined ? { tests: [{ kind: 'any', span: rule.span }], span: rule.span } : readCell(file, column, conditions, report);
  });
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

/** Conditions that all must hold. An empty group always holds, as the engine has it. */
function conjuncts(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all') return condition.of.flatMap(conjuncts);
  return condition.kind === 'any' && condition.of.length === 0 ? [] : [condition];
}

/** The column that a condition speaks of. A cell speaks of one. */
function columnOf(condition: Condition, { report, decision, columns }: Pick<RowReading, 'file' | 'report' | 'decision' | 'columns'>): FactColumn | undefined {
  const tests = testsIn(condition);
  const [first] = tests;
  const other = tests.find(({ fact, path }) => fact !== first?.fact || path !== first.path);
  if (first === undefined || other !== undefined) {
    const what = { en: 'one condition on several facts', zh: '一个条件涉及多个事实' };
    const instead = { en: 'make a rule of each alternative, or write it as a policy, where a column may be `a or b`', zh: '把每种情况写成单独的规则，或改写为政策，其中列可以写成 `a or b`' };
    report(diagnostic('rule-condition-unsupported', condition.span, { what, instead }));
    return undefined;
  }
  const column = columns.find(({ fact, path }) => fact === first.fact && path === first.path);
  if (column === undefined) report(diagnostic('rule-fact-unknown', first.factSpan, { fact: factText(first), decision, columns: columns.map((each) => each.column) }));
  return column;
}

/** A fact as a reader of the rules knows it: `loan $.overdue_days`. */
export function factText({ fact, path }: { readonly fact: string; readonly path?: string | undefined }): string {
  return path === undefined ? fact : `${fact} ${path}`;
}
