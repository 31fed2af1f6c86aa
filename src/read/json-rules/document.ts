/**
 * Rule JSON as Plumbline writes it: the rules of json-rules-engine, one for each row of a decision table, and beside them
 * what its engine has no place for. `document.rules.forEach((rule) => engine.addRule(rule))` runs it.
 */
export interface RuleDocument {
  readonly plumbline: Envelope;
  readonly rules: readonly RuleJson[];
}

export interface Envelope {
  /** The policy in its YAML spelling, without the rows of its tables: those are the rules. */
  readonly policy: unknown;
  /** What the columns of the tables read. */
  readonly facts: readonly FactColumn[];
  /** What the tables give, by decision. */
  readonly outputs: Readonly<Record<string, readonly OutputValues[]>>;
}

/** What a value is, where JSON alone does not say it. */
export type ValueKind = 'number' | 'boolean' | 'text' | 'date' | 'enum';

export interface FactColumn {
  /** The column as the table writes it: `loan.overdue_days`. */
  readonly column: string;
  readonly fact: string;
  /** Where in the fact, as JSONPath: `$.overdue_days`. */
  readonly path?: string;
  readonly kind: ValueKind;
  /** Of an enum. */
  readonly members?: readonly string[];
  readonly optional?: true;
}

export interface OutputValues {
  readonly output: string;
  readonly kind: ValueKind;
  /** Of an enum by which rows are ranked: the one that wins comes first. */
  readonly ranked?: readonly string[];
}

export interface RuleJson {
  /** `decision.row`. */
  readonly name: string;
  readonly priority?: number;
  readonly conditions: GroupJson;
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
}

export type GroupJson = { readonly all: readonly ConditionJson[] } | { readonly any: readonly ConditionJson[] } | { readonly not: ConditionJson };
export type ConditionJson = GroupJson | TestJson;

/** The operators of json-rules-engine that compare a single value. */
export const operators = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'in', 'notIn'] as const;
export type Operator = (typeof operators)[number];

export interface TestJson {
  readonly fact: string;
  readonly path?: string;
  readonly operator: Operator;
  readonly value: unknown;
}

/** The test of a column. */
export function testOf({ fact, path }: Pick<FactColumn, 'fact' | 'path'>, operator: Operator, value: unknown): TestJson {
  return { fact, ...(path === undefined ? {} : { path }), operator, value };
}
