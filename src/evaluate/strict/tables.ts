import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { addValues } from '../../feel/values/arithmetic.ts';
import { compare, identical } from '../../feel/values/compare.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { BoxedTable, OutputClause } from '../../read/dmn/tree.ts';
import type { Cell } from '../../read/tree/expression.ts';
import { fitting } from './boxed.ts';
import type { Compiler } from './compiler.ts';
import { TESTED } from './membership.ts';
import { bind, note, nullFor, type Decide, type Evaluate, type Scope } from './scope.ts';

/** A decision table (DMN 1.5, clause 8): one value, or a context where it has several outputs. Where DMN has no answer it is null. */
export function tableOf(table: BoxedTable, compiler: Compiler): Evaluate {
  const columns = table.columns.map(({ expression, type, span, values }) => ({
    evaluate: fitting(type, span, expression === undefined ? () => null : compiler.expression(expression), compiler),
    allowed: values && testing(values, compiler),
    span,
  }));
  const rows = table.rows.map(({ cells, outputs }) => ({
    cells: cells.map((cell): Decide => (cell === undefined ? () => null : testing(cell, compiler))),
    output: outputOf(table, outputs.map((output, index) => entry(output, table.outputs[index], compiler))),
  }));
  const combine = combining(table, compiler);
  const otherwise = defaultOf(table, compiler);

  return (scope) => {
    const values: Value[] = [];
    for (const { evaluate, allowed, span } of columns) {
      const value = evaluate(scope);
      if (allowed?.(bind(scope, value)) === false) {
        note(scope.run, diagnostic('input-not-allowed', span, {}));
        return null;
      }
      values.push(value);
    }
    const matched = rows.filter(({ cells }) => cells.every((cell, index) => cell(bind(scope, values[index] ?? null)) === true));
    if (matched.length === 0) return otherwise(scope);
    try {
      return combine(matched.map(({ output }) => () => output(scope)), scope);
    } catch (thrown) {
      return nullFor(thrown, scope, table.span);
    }
  };
}

function testing(cell: Cell, compiler: Compiler): Decide {
  return compiler.within(TESTED).tests(cell);
}

function entry(output: Parameters<Compiler['expression']>[0] | undefined, clause: OutputClause | undefined, compiler: Compiler): Evaluate {
  if (output === undefined) return () => null;
  return fitting(clause?.type, output.span, compiler.expression(output), compiler);
}

/** The value of the one output, or a context of several by their names. */
function outputOf({ outputs }: BoxedTable, entries: readonly Evaluate[]): Evaluate {
  const [only] = entries;
  if (only !== undefined && outputs.length === 1) return only;
  return (scope) => new Map(entries.map((each, index) => [outputs[index]?.name?.name ?? '', each(scope)]));
}

function defaultOf(table: BoxedTable, compiler: Compiler): Evaluate {
  if (table.outputs.every(({ otherwise }) => otherwise === undefined)) return () => null;
  return outputOf(table, table.outputs.map((clause) => entry(clause.otherwise, clause, compiler)));
}

/** What the outputs of the rows that match come to, at least one of them. */
type Combine = (outputs: readonly (() => Value)[], scope: Scope) => Value;

function combining(table: BoxedTable, compiler: Compiler): Combine {
  switch (table.hitPolicy) {
    case 'unique':
      return (outputs, scope) => (outputs.length === 1 ? (outputs[0]?.() ?? null) : refused(table, scope, outputs.length));
    case 'any':
      return (outputs, scope) => {
        const [first = null, ...others] = outputs.map((output) => output());
        return others.every((other) => identical(first, other)) ? first : refused(table, scope, outputs.length);
      };
    case 'first':
      return (outputs) => outputs[0]?.() ?? null;
    case 'rule order':
    case 'collect':
      return (outputs) => outputs.map((output) => output());
    case 'priority':
    case 'output order': {
      const ordered = byPriority(table, compiler);
      return (outputs, scope) => {
        const values = ordered(outputs.map((output) => output()), scope);
        return table.hitPolicy === 'priority' ? (values[0] ?? null) : values;
      };
    }
    case 'collect sum':
      return (outputs) => outputs.map((output) => output()).reduce(addValues);
    case 'collect min':
      return (outputs) => outputs.map((output) => output()).reduce((least, value) => (compare(value, least) < 0 ? value : least));
    case 'collect max':
      return (outputs) => outputs.map((output) => output()).reduce((most, value) => (compare(value, most) > 0 ? value : most));
    case 'collect count':
      return (outputs) => decimalOf(outputs.length);
  }
}

function refused({ span }: BoxedTable, scope: Scope, rows: number): null {
  note(scope.run, diagnostic('rows-compete', span, { rows }));
  return null;
}

/** Sorts values by the order in which the outputs list theirs, those of the first output first. */
function byPriority({ outputs }: BoxedTable, compiler: Compiler): (values: readonly Value[], scope: Scope) => readonly Value[] {
  const ranks = outputs.map(({ name, values }) => {
    const tests = values?.tests.map((test) => compiler.within(TESTED).tests({ tests: [test] })) ?? [];
    return (value: Value, scope: Scope): number => {
      const part = outputs.length > 1 && value instanceof Map ? (value as ReadonlyMap<string, Value>).get(name?.name ?? '') : value;
      const place = tests.findIndex((test) => test(bind(scope, part ?? null)) === true);
      return place < 0 ? tests.length : place;
    };
  });
  return (values, scope) =>
    values
      .map((value) => ({ value, places: ranks.map((rank) => rank(value, scope)) }))
      .sort((a, b) => a.places.map((place, index) => place - (b.places[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
      .map(({ value }) => value);
}
