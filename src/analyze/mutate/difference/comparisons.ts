import { constantOf } from '../../../boxes/constant.ts';
import { constantTest, type ConstantTest } from '../../../boxes/constant-test.ts';
import type { Value } from '../../../feel/values/value.ts';
import { childrenOf } from '../../../model/children.ts';
import type { CellTest, Compare, Typed } from '../../../model/expression.ts';
import type { Table } from '../../../model/policy.ts';
import { expressionsOf, readsOf, type Reader } from '../../../model/reads.ts';
import { keyOf } from './twin.ts';

/** How a decision, and the functions that it calls, look at what it reads. */
export interface Looks {
  /** By `keyOf`: the tests with constants that a value is put to. */
  readonly tests: Map<string, ConstantTest[]>;
  /** What is computed with too, so that the tests do not say where its values stop being alike. */
  readonly computed: Set<string>;
  /** Every constant that stands anywhere. */
  readonly constants: Set<Value>;
}

export function newLooks(): Looks {
  return { tests: new Map(), computed: new Set(), constants: new Set() };
}

/** Adds how a reader looks at what it reads, to what is known. */
export function addLooks(reader: Reader, looks: Looks): void {
  const done = new Set<Reader>([reader]);
  for (const next of done) {
    readsOf(next).functions.forEach((called) => done.add(called));
    if (next.kind !== 'trigger') next.bodies.forEach((body) => body.kind === 'table' && lookInTable(body, looks));
    const columns = new Set(next.kind === 'trigger' ? [] : next.bodies.flatMap((body) => (body.kind === 'table' ? body.columns.map(({ expression }) => expression) : [])));
    expressionsOf(next).forEach((expression) => lookIn(expression, looks, columns));
  }
}

function lookInTable({ columns, rows }: Table, looks: Looks): void {
  columns.forEach(({ expression }, index) => {
    const key = readIn(expression);
    if (key === undefined) return;
    const cells = rows.flatMap(({ cells }) => cells[index] ?? []);
    cells.forEach((cell) => put(key, cell, looks));
  });
}

function put(key: string, test: CellTest, looks: Looks): void {
  const constant = constantTest(test);
  if (isOpen(constant)) looks.computed.add(key);
  const known = looks.tests.get(key);
  if (known === undefined) looks.tests.set(key, [constant]);
  else known.push(constant);
}

function lookIn(expression: Typed, looks: Looks, columns: ReadonlySet<Typed>): void {
  const visit = (node: Typed): void => {
    if (node.kind === 'constant') looks.constants.add(node.value);
    const key = readIn(node);
    if (key !== undefined) {
      if (!columns.has(node)) looks.computed.add(key);
      return;
    }
    const seen = testedIn(node);
    if (seen !== undefined) put(seen.key, seen.test, looks);
    childrenOf(node).filter((child) => child !== seen?.read).forEach(visit);
  };
  visit(expression);
}

/** A read that a node only compares with constants, and the test that it puts it to. */
function testedIn(node: Typed): { readonly read: Typed; readonly key: string; readonly test: CellTest } | undefined {
  if (node.kind === 'compare') return comparedIn(node);
  if (node.kind === 'membership' || node.kind === 'missing test') {
    const key = readIn(node.value);
    const test: CellTest = node.kind === 'membership' ? node.test : { kind: 'missing', span: node.span };
    return key === undefined ? undefined : { read: node.value, key, test };
  }
  return undefined;
}

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' } as const;

function comparedIn({ left, right, operator, span }: Compare): ReturnType<typeof testedIn> {
  const [first, second] = [readIn(left), readIn(right)];
  if (first !== undefined && constantOf(right) !== undefined) return { read: left, key: first, test: { kind: 'compare', operator, operand: right, span } };
  if (second !== undefined && constantOf(left) !== undefined) return { read: right, key: second, test: { kind: 'compare', operator: MIRRORED[operator], operand: left, span } };
  return undefined;
}

/** The key of the fact or decision that an expression reads, if it does nothing else. */
export function readIn(node: Typed): string | undefined {
  if (node.kind === 'fact') return keyOf(node.fact);
  return node.kind === 'decision' ? keyOf(node.decision) : undefined;
}

function isOpen(test: ConstantTest): boolean {
  switch (test.kind) {
    case 'open':
      return true;
    case 'one of':
      return test.tests.some(isOpen);
    case 'not':
      return isOpen(test.test);
    default:
      return false;
  }
}
