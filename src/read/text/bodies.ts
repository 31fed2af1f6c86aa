import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Body, ExceptionTree, RoundingTree, TableTree } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import type { TableHead } from '../../../grammar/policy/clause-grammar.ts';
import { gatherAnnotations } from './annotations.ts';
import { annotationsAmong, isLost, onlyClause, readClauses, rowSpans, type ReadClause } from './clauses.ts';
import type { Reading } from './context.ts';
import { wholeSpan, type Block } from './layout.ts';
import { readTable } from './table.ts';

/** The tables and expression that decide a decision, function or parameter. `isBodyLost`: one of them cannot be read, which was reported. */
export function readBodies(reading: Reading, clauses: readonly ReadClause[]): { readonly bodies: readonly Body[]; readonly isBodyLost: boolean } {
  const rounding = onlyClause(reading, clauses, 'round')?.rounding;
  // Without the `round` that was meant, a value would be blamed for its digits.
  const isRoundingLost = isLost(clauses, 'round') && clauses.some(({ word }) => word === '=');
  const bodies: Body[] = [];
  let isBodyLost = isRoundingLost;
  for (const { word, clause, block } of clauses) {
    if (clause === undefined) isBodyLost ||= word === '=' || word === 'table';
    else if (clause.kind === 'value') bodies.push({ kind: 'expression', expression: clause.expression, rounding, span: clause.span });
    else if (clause.kind === 'table') {
      const table = readTableClause(reading, clause, block, rounding);
      if (table === undefined) isBodyLost = true;
      else bodies.push(table);
    }
  }
  return { bodies, isBodyLost };
}

function readTableClause(reading: Reading, head: TableHead, block: Block, outerRounding: RoundingTree | undefined): TableTree | undefined {
  const rows = block.children.flatMap((child) => (child.row ? rowSpans(reading, child) : []));
  const { clauses } = readClauses(reading, block.children.filter(({ row }) => !row), 'table');
  const table = readTable(reading, rows, head.span);
  const rounding = onlyClause(reading, clauses, 'round')?.rounding ?? outerRounding;
  const { hitPolicy, preference, annotations } = head;
  const said = gatherAnnotations([...annotations, ...annotationsAmong(clauses)], reading.report);
  return table && { kind: 'table', hitPolicy, preference, ...table, ...said, rounding, span: wholeSpan(reading.file, block) };
}

/** A parameter's rows may stand directly below it, without a `table`. */
export function readPlainTable(reading: Reading, rows: readonly Span[], owner: Span, rounding: RoundingTree | undefined): TableTree | undefined {
  const table = readTable(reading, rows, owner);
  const [first] = rows;
  const span = first === undefined ? owner : { ...first, end: rows.at(-1)?.end ?? first.end };
  return table && { kind: 'table', hitPolicy: 'unique', preference: undefined, ...table, ...gatherAnnotations([], reading.report), rounding, span };
}

export function readExceptions(reading: Reading, clauses: readonly ReadClause[]): ExceptionTree[] {
  return clauses.flatMap(({ clause, block }) => {
    if (clause?.kind !== 'exception') return [];
    const { name, label, target, annotations } = clause;
    const { clauses: inner } = readClauses(reading, block.children, 'exception');
    const when = onlyClause(reading, inner, 'when')?.expression;
    const then = onlyClause(reading, inner, 'then')?.expression;
    const someUnreadable = inner.some((each) => each.clause === undefined);
    for (const [word, given] of [['when', when], ['then', then]] as const) {
      if (given === undefined && !someUnreadable) reading.report(diagnostic('clause-missing', name.span, { owner: `exception \`${name.name}\``, clause: word }));
    }
    const said = gatherAnnotations([...annotations, ...annotationsAmong(inner)], reading.report);
    return [{ name, label, target, when, then, ...said, span: wholeSpan(reading.file, block) }];
  });
}
