import { intersection, run, union } from '../../boxes/atom-set.ts';
import { constantTest, intervalsOf } from '../../boxes/constant-test.ts';
import { constantOf } from '../../boxes/constant.ts';
import type { Region } from '../../boxes/partition.ts';
import { columnDimension } from '../../boxes/table-boxes.ts';
import { walk } from '../../model/children.ts';
import type { CellTest, Compare, Typed } from '../../model/expression.ts';
import type { Policy } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import { expressionsOf } from '../../model/reads.ts';
import { acceptedText } from '../tables/accepted-text.ts';
import { literalOf } from '../tables/literal-of.ts';
import { regionsIn } from '../tables/regions.ts';
import { spanText } from '../tables/span-text.ts';
import type { Goal } from './goal.ts';
import type { Side } from './sides.ts';
import { sidesOf } from './sides.ts';

/** Both sides of each comparison with a constant in what a decision, function or trigger computes; and of each test whether something is missing. */
export function goalsOfComparisons(policy: Policy, reader: Reader): readonly Goal[] {
  const goals: Goal[] = [];
  walk(expressionsOf(reader), (node) => {
    if (node.kind === 'missing test') {
      for (const value of [true, false]) {
        const text = `${spanText(node.value.span)} ${value ? '=' : '!='} missing`;
        goals.push(goal(policy, reader, node, text, node, [{ kind: 'value', value }]));
      }
    }
    const tested = testIn(node);
    if (tested !== undefined) goals.push(...goalsOfTest(policy, reader, node, tested));
  });
  return goals;
}

interface Tested {
  readonly value: Typed;
  readonly test: CellTest;
}

/** The comparison of something with constants that an expression is, if it is one. */
function testIn(node: Typed): Tested | undefined {
  if (node.kind === 'membership') return node;
  // `x != missing` compares a test with `false`; the test has goals of its own.
  if (node.kind !== 'compare' || node.left.kind === 'missing test') return undefined;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if ((left === undefined) === (right === undefined)) return undefined;
  const [value, operator, operand] = right === undefined ? [node.right, mirrored[node.operator], node.left] : [node.left, node.operator, node.right];
  return { value, test: { kind: 'compare', operator, operand, span: node.span } };
}

const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const satisfies Record<Compare['operator'], Compare['operator']>;

function goalsOfTest(policy: Policy, reader: Reader, node: Typed, { value, test }: Tested): readonly Goal[] {
  const text = spanText(value.span);
  // The checker has seen to it that nothing is compared while it is missing; `in` may ask for just that.
  const mayBeMissing = node.kind === 'membership' && value.kind === 'fact' && value.fact.optional;
  const dimension = columnDimension({ text, expression: value, mayBeMissing, span: value.span }, [test]);
  const { partition } = dimension;
  const all = union(partition.atoms.flatMap(({ allowed }, atom) => (allowed ? [run(atom, atom)] : [])));
  const named = new Set(intervalsOf(constantTest(test)).flatMap(({ low, high }) => [low, high].flatMap((end) => (end === undefined ? [] : [literalOf(end, value.type)]))));
  return sidesOf(dimension).map(({ atoms, exact }: Side) => {
    const what = exact === undefined ? acceptedText(text, partition, atoms, all, named) : `${text} = ${literalOf(exact, value.type)}`;
    return goal(policy, reader, node, what, value, exact === undefined ? regionsIn(partition, intersection(atoms, all)) : [{ kind: 'value', value: exact }]);
  });
}

function goal(policy: Policy, reader: Reader, node: Typed, text: string, expression: Typed, within: readonly Region[]): Goal {
  return {
    kind: 'boundary',
    policy,
    of: reader,
    span: node.span,
    what: { en: text, zh: text },
    ways: () => [{ kind: 'value', reader, expression, within, during: reader.inForce }],
  };
}
