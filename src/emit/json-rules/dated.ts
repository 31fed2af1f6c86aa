import type { FeelDate } from '../../feel/values/temporal.ts';
import { includesDate } from '../../evaluate/plan/period.ts';
import type { Decision, Period, Policy, Row, Table } from '../../model/policy.ts';
import type { DecisionStatement, PolicyTree, RowTree, TableTree } from '../../read/tree/statement.ts';
import type { Refuse } from './refusal.ts';

/** A table with the rows that are to become rules, as checked and as written. */
export interface RuleTable {
  readonly decision: Decision;
  readonly table: Table;
  readonly statement: DecisionStatement;
  readonly tree: TableTree;
}

/**
 * A decision's table on a date, its rows those in force then. Without a date, a decision in which anything is in force only
 * for a time is refused: the engine knows no date. So is one without a table in force.
 */
export function tableInForce(decision: Decision, statement: DecisionStatement, policy: Policy, asOf: FeelDate | undefined, refuse: Refuse): RuleTable | undefined {
  if (asOf === undefined) {
    const dated = [policy, decision, ...decision.bodies, ...decision.bodies.flatMap((body) => (body.kind === 'table' ? body.rows : []))].find(({ inForce }) => isBounded(inForce));
    if (dated !== undefined) return refuse(dated.span, 'in force', undated, nameDate);
  }
  const at = decision.bodies.findIndex(({ inForce }) => asOf === undefined || includesDate(inForce, asOf));
  const [table, tree] = [decision.bodies[at], statement.bodies[at]];
  if (table === undefined || tree === undefined) return refuse(decision.span, decision.name, { en: 'it is not in force on that date', zh: '在该日期未施行' }, nameDate);
  if (table.kind !== 'table' || tree.kind !== 'table') return refuse(table.span, decision.name, { en: 'it is decided by an expression, and a rule is a row of a table', zh: '它由表达式决定，而规则是表的一行' });
  const stands = ({ inForce }: Row): boolean => asOf === undefined || includesDate(inForce, asOf);
  const rows = table.rows.filter(stands);
  const rowTrees = tree.rows.filter((_, index) => table.rows[index] !== undefined && stands(table.rows[index]));
  return { decision, statement, table: { ...table, rows }, tree: undatedTable(tree, rowTrees) };
}

function isBounded({ from, to }: Period): boolean {
  return from !== undefined || to !== undefined;
}

function undatedTable(tree: TableTree, rows: readonly RowTree[]): TableTree {
  return { ...tree, inForce: undefined, rows: rows.map((row) => ({ ...row, inForce: undefined })) };
}

/**
 * A policy's tree as the rules' document carries it: with these tables, without rows, and without what an as-of date
 * makes void: periods, exceptions that are over, and tests with the facts that they share, since they speak of dates of their own.
 */
export function carriedTree(tree: PolicyTree, tables: readonly RuleTable[], asOf: FeelDate | undefined): PolicyTree {
  const byName = new Map(tables.map((each) => [each.decision.name, each]));
  const statements = tree.statements.flatMap((each) => {
    if ((each.kind === 'test' || each.kind === 'facts') && asOf !== undefined) return [];
    const own = each.kind === 'decision' ? byName.get(each.name.name) : undefined;
    return own === undefined ? [each] : [{ ...own.statement, inForce: undefined, bodies: [{ ...own.tree, rows: [] }], exceptions: [] }];
  });
  const policy = tree.policy && { ...tree.policy, inForce: undefined };
  return { ...tree, policy, statements, comments: [], spelling: { kind: 'yaml', scalars: new Map() } };
}

const undated = { en: 'the engine knows no date', zh: '规则引擎没有日期概念' };
const nameDate = { en: 'name the date whose rows are wanted: `--as-of 2024-01-31`', zh: '用 `--as-of 2024-01-31` 指明取哪一天施行的行' };
