import { constantOf } from '../../boxes/constant.ts';
import { commonPeriod } from '../../check/declarations/periods.ts';
import { childrenOf, expressionsOfTest, walk } from '../../model/children.ts';
import type { CellTest, ContextOf, Loop, Quantifier, Typed } from '../../model/expression.ts';
import type { Decision, Exception, ModelBody, Period, Row, Table } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Demand } from '../reach/question.ts';
import { allHold, cellsAccept, demandThat, fails, someTurn } from './conditions.ts';

/** An expression of a policy, with all that is known to hold whenever it is evaluated. */
export interface Place {
  readonly node: Typed;
  /** The dates on which it can be evaluated. */
  readonly during: Period;
  /** Whether it is evaluated whenever its decision, function or trigger is. */
  readonly always: boolean;
  /**
   * What must be so for it to be evaluated in a case with a condition that reads what it reads. Undefined where that cannot be
   * asked from outside: inside a function written in place, and where it rests on the results of a loop so far.
   */
  readonly when: (condition: Typed) => readonly Demand[] | undefined;
  /** Conditions that hold whenever it is evaluated, those inside loops too. */
  readonly known: () => readonly Typed[];
  /** The `for` loops in whose results it stands, the innermost last. */
  readonly loops: readonly Loop[];
}

/** How an expression is come to: conditions that hold before it, and the loops around it from the outside in. */
interface Path {
  readonly during: Period;
  readonly conditions: () => readonly Typed[];
  readonly loops: readonly { readonly node: Typed; readonly iterators: Quantifier['iterators']; readonly conditions: readonly Typed[] }[];
  readonly conditional: boolean;
  readonly opaque: boolean;
}

/** Every expression that stands in a decision, function or trigger, those inside it after it. */
export function* placesIn(reader: Reader): Generator<Place> {
  if (reader.kind === 'trigger') {
    yield* within(reader.when, from(reader.inForce));
    for (const { data } of reader.emits) if (data !== undefined) yield* within(data, from(reader.inForce, () => [reader.when]));
    return;
  }
  for (const body of reader.bodies) yield* inBody(body);
  if (reader.kind === 'decision') for (const exception of reader.exceptions) yield* inException(exception, reader);
}

function from(during: Period, conditions: (() => readonly Typed[]) | undefined = undefined): Path {
  return { during, conditions: conditions ?? (() => []), loops: [], conditional: conditions !== undefined, opaque: false };
}

function* inBody(body: ModelBody): Generator<Place> {
  if (body.kind === 'expression') {
    yield* within(body.expression, from(body.inForce));
    return;
  }
  for (const { expression } of body.columns) yield* within(expression, from(body.inForce));
  for (const row of body.rows) {
    const others = (): readonly Typed[] => rowsBefore(body, row).map((other) => fails(allHold(cellsAccept(body, other), other.span)));
    for (const cell of row.cells) {
      // A row's cells with constants are tested before those that compute.
      const before = (): readonly Typed[] => [...cellsAccept(body, { ...row, cells: row.cells.map((other) => (isConstant(other) ? other : { kind: 'any', span: other.span })) }), ...others()];
      for (const expression of expressionsOfTest(cell)) yield* within(expression, from(row.inForce, before));
    }
    for (const output of row.outputs) yield* within(output, from(row.inForce, () => [...cellsAccept(body, row), ...others()]));
  }
}

function isConstant(test: CellTest): boolean {
  return expressionsOfTest(test).every((expression) => constantOf(expression) !== undefined);
}

/** So many rows of one table are told apart; what more there are can only make a question harder to settle. */
const MOST_ROWS = 60;

/** The rows that have not matched when a row is looked at. */
function rowsBefore({ hitPolicy, rows }: Table, row: Row): readonly Row[] {
  const before = row.otherwise ? rows.filter((other) => !other.otherwise) : hitPolicy === 'first' ? rows.slice(0, rows.indexOf(row)) : [];
  return before.filter(({ inForce, otherwise }) => !otherwise && commonPeriod(inForce, row.inForce) !== undefined).slice(-MOST_ROWS);
}

/** The ways in which what an exception aims at has come about. */
export interface Aimed {
  readonly during: Period;
  readonly conditions: readonly Typed[];
}

export function aimedAt({ target, inForce }: Exception, decision: Decision): readonly Aimed[] {
  switch (target.kind) {
    case 'decision':
      return [{ during: inForce, conditions: [] }];
    case 'exception': {
      const inner = decision.exceptions.find(({ name }) => name === target.name);
      const outer = inner === undefined ? [] : aimedAt(inner, decision).map(({ during, conditions }) => ({ during, conditions: [...conditions, inner.when] }));
      return outer.flatMap(({ during, conditions }) => shared(during, inForce, conditions));
    }
    case 'row':
      return decision.bodies.flatMap((body) => {
        const rows = body.kind === 'table' ? body.rows.filter(({ id }) => id === target.id) : [];
        return body.kind === 'table' ? rows.flatMap((row) => shared(row.inForce, inForce, conditionsOfRow(body, row))) : [];
      });
  }
}

function conditionsOfRow(table: Table, row: Row): readonly Typed[] {
  return [...cellsAccept(table, row), ...rowsBefore(table, row).map((other) => fails(allHold(cellsAccept(table, other), other.span)))];
}

function shared(a: Period, b: Period, conditions: readonly Typed[]): readonly Aimed[] {
  const during = commonPeriod(a, b);
  return during === undefined ? [] : [{ during, conditions }];
}

function* inException(exception: Exception, decision: Decision): Generator<Place> {
  for (const { during, conditions } of aimedAt(exception, decision)) {
    yield* within(exception.when, from(during, () => conditions));
    yield* within(exception.then, from(during, () => [...conditions, exception.when]));
  }
}

function* within(node: Typed, path: Path): Generator<Place> {
  yield {
    node,
    during: path.during,
    always: !path.conditional,
    when: (condition) => (path.opaque ? undefined : demandsAlong(path, condition)),
    known: () => [...path.conditions(), ...path.loops.flatMap(({ conditions }) => conditions)],
    loops: path.loops.flatMap((loop) => (loop.node.kind === 'for' ? [loop.node] : [])),
  };
  switch (node.kind) {
    case 'if':
      yield* within(node.condition, path);
      yield* within(node.then, after(path, node.condition));
      yield* within(node.otherwise, after(path, fails(node.condition)));
      return;
    case 'logic':
      yield* within(node.left, path);
      yield* within(node.right, after(path, node.operator === 'and' ? node.left : fails(node.left)));
      return;
    case 'for':
    case 'quantifier': {
      const inside: Path = { ...path, conditional: true, loops: [...path.loops, { node, iterators: node.iterators, conditions: [] }] };
      for (const { source, to } of node.iterators) for (const end of [source, to]) if (end !== undefined) yield* within(end, path);
      yield* within(node.kind === 'for' ? node.result : node.condition, inside);
      return;
    }
    case 'filter': {
      yield* within(node.target, path);
      const iterators = [{ variable: node.item, source: node.target, to: undefined }];
      yield* within(node.condition, { ...path, conditional: true, loops: [...path.loops, { node, iterators, conditions: [] }] });
      return;
    }
    case 'lambda':
      yield* within(node.body, { ...path, conditional: true, opaque: true });
      return;
    case 'context': {
      const opaque = path.opaque || readsItself(node);
      for (const { value } of node.entries) yield* within(value, { ...path, opaque });
      return;
    }
    default:
      for (const child of childrenOf(node)) yield* within(child, path);
  }
}

/** Whether later entries of a context read earlier ones. */
function readsItself({ entries }: ContextOf): boolean {
  const names = new Set(entries.map(({ variable }) => variable));
  let reads = false;
  walk(entries.map(({ value }) => value), (node) => {
    if (node.kind === 'variable' && names.has(node.name)) reads = true;
  });
  return reads;
}

function readsPartial(expression: Typed): boolean {
  let reads = false;
  walk([expression], (node) => {
    if (node.kind === 'variable' && node.name === 'partial') reads = true;
  });
  return reads;
}

function after(path: Path, condition: Typed): Path {
  const innermost = path.loops.at(-1);
  if (innermost === undefined) return { ...path, conditional: true, conditions: () => [...path.conditions(), condition] };
  return { ...path, conditional: true, loops: path.loops.with(-1, { ...innermost, conditions: [...innermost.conditions, condition] }) };
}

function demandsAlong({ conditions, loops }: Path, condition: Typed): readonly Demand[] | undefined {
  const reading = loops.flatMap((loop) => [...loop.conditions, ...loop.iterators.flatMap(({ source, to }) => (to === undefined ? [source] : [source, to]))]);
  if ([condition, ...reading].some(readsPartial)) return undefined;
  const inside = loops.reduceRight((inner, loop) => someTurn(loop.iterators, allHold([...loop.conditions, inner], inner.span)), condition);
  return [...conditions(), inside].map(demandThat);
}
