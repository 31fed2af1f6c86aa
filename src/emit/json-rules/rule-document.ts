import { parse } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import { includesDate } from '../../evaluate/plan/period.ts';
import type { Policy } from '../../model/policy.ts';
import type { FactColumn, OutputValues, RuleDocument } from '../../read/json-rules/document.ts';
import type { PolicyTree, Statement } from '../../read/tree/statement.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { factColumn, outputValues } from './columns.ts';
import { carriedTree, tableInForce, type RuleTable } from './dated.ts';
import { refusing, type Refuse } from './refusal.ts';
import { rulesOf, type RuleShape } from './rules.ts';

/** What of a policy becomes rules. */
export interface RuleSelection {
  /** The date whose rows are taken; without it nothing may be dated. */
  readonly asOf: FeelDate | undefined;
  /** The decisions taken; none named: all. */
  readonly decisions: readonly string[];
}

/**
 * A policy of flat tables as rules for json-rules-engine: constant cells on facts, constant outputs, numbers that double
 * precision keeps. Undefined where what is selected says more than rules can; each such place is reported.
 */
export function ruleDocument(whole: PolicyTree, policy: Policy, { asOf, decisions }: RuleSelection, report: Report): RuleDocument | undefined {
  const refuse = refusing(report);
  const tree = decisions.length === 0 ? whole : withDecisions(whole, decisions);
  const tables = tree.statements.map((statement) => sayable(statement, policy, asOf, refuse));
  if (tables.includes(undefined)) return undefined;
  const said = tables.flatMap((table) => (table === undefined || table === 'carried' ? [] : [{ table, shape: shapeOf(table, policy, refuse) }]));
  const rules = said.map(({ table, shape }) => shape && rulesOf(table, shape, refuse, report));
  if (!rules.every((each) => each !== undefined)) return undefined;
  const facts = new Map(said.flatMap(({ shape }) => (shape?.columns ?? []).map((column): [string, FactColumn] => [column.column, column])));
  const outputs = Object.fromEntries(said.map(({ table, shape }) => [table.decision.name, shape?.outputs ?? []]));
  const carried = carriedTree(tree, said.map(({ table }) => table), asOf);
  return { plumbline: { policy: parse(yamlText(carried), { schema: 'failsafe' }), facts: [...facts.values()], outputs }, rules: rules.flat() };
}

/** A policy with some of its decisions, and what declarations they may need. */
function withDecisions(tree: PolicyTree, decisions: readonly string[]): PolicyTree {
  const isKept = (statement: Statement): boolean => (statement.kind === 'decision' ? decisions.includes(statement.name.name) : declarations.has(statement.kind));
  return { ...tree, statements: tree.statements.filter(isKept) };
}

const declarations: ReadonlySet<Statement['kind']> = new Set(['import', 'source', 'type', 'input']);

/** The table that a statement becomes rules with, or that the document only carries it. Undefined where rules cannot do what it says; that is refused. */
function sayable(statement: Statement, policy: Policy, asOf: FeelDate | undefined, refuse: Refuse): RuleTable | 'carried' | undefined {
  switch (statement.kind) {
    case 'function':
    case 'parameter':
    case 'trigger':
      return refuse(statement.name.span, statement.name.name, { en: `a ${statement.kind} computes, and the engine only compares facts`, zh: '它需要计算，而规则引擎只比较事实' });
    case 'decision': {
      const decision = policy.decisions.get(statement.name.name);
      const found = decision && tableInForce(decision, statement, policy, asOf, refuse);
      return found && isPlain(found, asOf, refuse) ? found : undefined;
    }
    default:
      return 'carried';
  }
}

/** Whether a table's outcome is what its rows give. */
function isPlain({ decision, table }: RuleTable, asOf: FeelDate | undefined, refuse: Refuse): boolean {
  const exceptions = decision.exceptions.filter(({ inForce }) => asOf === undefined || includesDate(inForce, asOf));
  for (const { span, name } of exceptions) refuse(span, name, { en: 'an exception replaces what rows give, and a rule stands alone', zh: '例外会替换行的结果，而规则各自独立' });
  const { hitPolicy, rounding, span } = table;
  const gathers = /^collect ./.test(hitPolicy);
  if (gathers) refuse(span, hitPolicy, { en: 'the engine does not add or count what its rules give', zh: '规则引擎不会汇总各规则的结果' });
  if (rounding !== undefined) refuse(span, 'round', { en: 'the engine gives values as the rules have them', zh: '规则引擎按规则所写给出结果' });
  return exceptions.length === 0 && !gathers && rounding === undefined;
}

function shapeOf(table: RuleTable, policy: Policy, refuse: Refuse): RuleShape | undefined {
  const columns = table.table.columns.map((column, index): FactColumn | undefined => {
    const written = table.tree.columns[index];
    return written && factColumn(column, written, policy, refuse);
  });
  const outputs = table.table.outputs.map((output): OutputValues | undefined => outputValues(output, table.table, refuse));
  return columns.every((each) => each !== undefined) && outputs.every((each) => each !== undefined) ? { columns, outputs } : undefined;
}
