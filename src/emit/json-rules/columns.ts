import type { Column, Output, Policy, Table } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import { typeText } from '../../model/type-text.ts';
import { expressionText } from '../../read/tree/expression-text.ts';
import type { ColumnTree } from '../../read/tree/statement.ts';
import type { FactColumn, OutputValues, ValueKind } from '../../read/json-rules/document.ts';
import { factPath } from '../../read/json-rules/fact-path.ts';
import type { Refuse } from './refusal.ts';

/** A column as the fact that the engine is given. Undefined where it is anything but a fact that JSON can hold; that is refused. */
export function factColumn(column: Column, tree: ColumnTree, policy: Policy, refuse: Refuse): FactColumn | undefined {
  const { expression, span, text } = column;
  if (expression.kind !== 'fact') return refuse(span, text, expression.kind === 'decision' ? readsDecision : computed);
  const { fact } = expression;
  if (fact.keys[0] === 'manual') return refuse(span, text, answered);
  const kind = kindOf(fact.type);
  if (kind === undefined) return refuse(span, text, { en: `json-rules-engine compares no ${typeText(fact.type)}`, zh: `json-rules-engine 不能比较 ${typeText(fact.type)}` });
  const [name = '', ...steps] = fact.policy === policy.name ? fact.keys : [fact.policy, ...fact.keys];
  const path = steps.length === 0 ? undefined : factPath(steps);
  if (steps.length > 0 && path === undefined) return refuse(span, text, unspeakable);
  return {
    column: expressionText(tree.expression),
    fact: name,
    ...(path === undefined ? {} : { path }),
    kind,
    ...(fact.type.kind === 'enum' ? { members: fact.type.vocabulary.members.map((member) => member.name) } : {}),
    ...(column.mayBeMissing ? { optional: true } : {}),
  };
}

/** What an output's values are. Undefined where JSON cannot hold them, or the engine cannot rank them; that is refused. */
export function outputValues({ name, type }: Output, table: Table, refuse: Refuse): OutputValues | undefined {
  const kind = kindOf(type);
  if (kind === undefined) return refuse(table.span, name, { en: `a rule's event holds no ${typeText(type)}`, zh: `规则的事件不能含有 ${typeText(type)}` });
  if (table.hitPolicy !== 'priority' && table.hitPolicy !== 'output order') return { output: name, kind };
  if (type.kind !== 'enum' || table.outputs.length > 1) return refuse(table.span, table.hitPolicy, { en: 'its rows are ranked by something else than one enum', zh: '各行不是按单个枚举排序' });
  const { members, order } = type.vocabulary;
  const names = members.map((member) => member.name);
  const reversed = table.preference !== undefined && (table.preference === 'worst first') !== (order === 'worst first');
  return { output: name, kind, ranked: reversed ? names.reverse() : names };
}

function kindOf({ kind }: Type): ValueKind | undefined {
  return kind === 'number' || kind === 'boolean' || kind === 'text' || kind === 'date' || kind === 'enum' ? kind : undefined;
}

const readsDecision = { en: 'it reads another decision, and the engine knows facts only', zh: '它读取另一个决策，而规则引擎只认识事实' };
const computed = { en: 'it is computed, and the engine only compares facts', zh: '它需要计算，而规则引擎只比较事实' };
const answered = { en: 'a person answers it, and the engine knows facts only', zh: '它由人工回答，而规则引擎只认识事实' };
const unspeakable = { en: 'its name means something else in JSONPath', zh: '它的名称在 JSONPath 中另有含义' };
