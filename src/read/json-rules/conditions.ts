import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { entriesOf, entryOf, scalarName, spanOfNode, written } from '../yaml/nodes.ts';
import { operators, type Operator } from './document.ts';
import { stepsOf } from './fact-path.ts';

/** The conditions of a rule, read: what a policy cannot say has been reported and is not in them. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly span: Span; readonly node: ParsedNode }
  | { readonly kind: 'not'; readonly of: Condition; readonly span: Span; readonly node: ParsedNode }
  | FactTest;

export interface FactTest {
  readonly kind: 'test';
  readonly fact: string;
  readonly path: string | undefined;
  readonly operator: Operator;
  readonly value: ParsedNode;
  readonly span: Span;
  readonly node: ParsedNode;
  readonly factSpan: Span;
}

/** Reads a condition whose shape the schema has found right. Undefined where some of it cannot be said in a policy. */
export function readCondition(file: SourceFile, node: ParsedNode, report: Report): Condition | undefined {
  const span = spanOfNode(file, node);
  const refuse = (at: ParsedNode, what: Phrase, instead: Phrase): undefined => void report(diagnostic('rule-condition-unsupported', spanOfNode(file, at), { what, instead }));
  const groups = entriesOf(node).filter(({ name }) => ['all', 'any', 'not', 'condition'].includes(name));
  const [group, another] = groups;
  if (another !== undefined) return refuse(another.key, { en: `\`${another.name}\` stands beside \`${group?.name ?? ''}\``, zh: `\`${another.name}\` 与 \`${group?.name ?? ''}\` 并列` }, { en: 'put one of them into the other', zh: '把其中一组放进另一组' });
  if (group === undefined) return readTest(file, node, report, refuse);
  if (group.value === undefined) return undefined;
  switch (group.name) {
    case 'condition':
      return refuse(node, { en: 'a condition that a program names', zh: '由程序命名的条件' }, { en: 'write the condition itself here', zh: '在此写出条件本身' });
    case 'not': {
      const of = readCondition(file, group.value, report);
      return of && { kind: 'not', of, span, node };
    }
    default: {
      const nodes = isSeq(group.value) ? group.value.items.filter((item) => isMap(item)) : [];
      const of = nodes.map((each) => readCondition(file, each, report));
      const read = of.filter((each) => each !== undefined);
      return read.length === of.length ? { kind: group.name === 'any' ? 'any' : 'all', of: read, span, node } : undefined;
    }
  }
}

type Refuse = (at: ParsedNode, what: Phrase, instead: Phrase) => undefined;

function readTest(file: SourceFile, node: ParsedNode, report: Report, refuse: Refuse): FactTest | undefined {
  const factNode = entryOf(node, 'fact');
  const operatorNode = entryOf(node, 'operator');
  const value = entryOf(node, 'value');
  const params = entryOf(node, 'params');
  const pathNode = entryOf(node, 'path');
  if (factNode === undefined || operatorNode === undefined || value === undefined) return undefined;
  const path = pathNode && scalarText(pathNode);
  if (params !== undefined) return refuse(params, { en: 'a fact that a program computes from `params`', zh: '由程序根据 `params` 计算的事实' }, { en: 'let the program send the computed value as a fact of its own', zh: '让程序把计算结果作为单独的事实提供' });
  if (pathNode !== undefined && (path === undefined || stepsOf(path) === undefined)) {
    return refuse(pathNode, { en: `the path ${written(file, pathNode)}, which does not lead to one value by its names`, zh: `路径 ${written(file, pathNode)} 不是仅由名称组成、通向单个值的路径` }, { en: 'write a path such as `$.borrower.rating`', zh: '写成 `$.borrower.rating` 这样的路径' });
  }
  if (isMap(value)) return refuse(value, { en: 'a comparison with another fact', zh: '与另一事实比较' }, { en: 'write it as a policy, where a cell may say `> loan.limit`', zh: '改写为政策，其中单元格可写 `> loan.limit`' });
  const operator = operators.find((each) => each === scalarText(operatorNode));
  if (operator === undefined) {
    const given = scalarText(operatorNode) ?? '';
    report(diagnostic('rule-operator-unknown', spanOfNode(file, operatorNode), { operator: given, known: operators, suggestion: closest(given, operators) }));
    return undefined;
  }
  return { kind: 'test', fact: scalarText(factNode) ?? '', path, operator, value, span: spanOfNode(file, node), node, factSpan: spanOfNode(file, factNode) };
}

function scalarText(node: ParsedNode): string | undefined {
  return isScalar(node) ? scalarName(node) : undefined;
}

/** The tests of facts in a condition, in order. */
export function testsIn(condition: Condition): readonly FactTest[] {
  if (condition.kind === 'test') return [condition];
  return condition.kind === 'not' ? testsIn(condition.of) : condition.of.flatMap(testsIn);
}
