import { diagnostic, type Related, type Report } from '../../diagnostics/diagnostic.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Typed } from '../../model/expression.ts';
import type { ModelBody, Period, Row } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Body, ExpressionBody } from '../../read/tree/statement.ts';
import { overlaps } from '../declarations/overlaps.ts';
import { periodText } from '../declarations/periods.ts';
import { conform } from '../expressions/conform.ts';
import { demand } from '../expressions/demand.ts';
import type { Scope } from '../expressions/scope.ts';
import { firstLineOf } from './places.ts';
import { rounded, withoutGrain } from './rounding.ts';
import { checkTable } from './table.ts';

/** The bodies of a decision or function: each gives a value of type `result`, and no two are in force at once. */
export function checkBodies(bodies: readonly Body[], result: Type, outer: Period, scope: Scope, unread: () => void): readonly ModelBody[] {
  const { report } = scope.body;
  const checked = bodies.map((body): ModelBody => {
    if (body.kind === 'table') return checkTable(body, result, outer, scope, unread);
    return { kind: 'expression', expression: checkExpression(body, result, scope), inForce: outer, span: body.span };
  });
  const clashes = overlaps(checked);
  for (const { earlier, later, common } of clashes) {
    const ends = { from: common.from && formatTemporal(common.from), to: common.to && formatTemporal(common.to) };
    report(diagnostic('tables-both-in-force', firstLineOf(later.span), ends, [otherOne(firstLineOf(earlier.span))]));
  }
  const tables = checked.flatMap((body) => (body.kind === 'table' ? [body] : []));
  for (const rows of clashes.length === 0 ? [tables.flatMap((table) => table.rows)] : tables.map((table) => table.rows)) checkRowIds(rows, report);
  for (const { rows } of tables) checkOtherwise(rows, report);
  return checked;
}

function checkExpression({ expression, rounding }: ExpressionBody, result: Type, scope: Scope): Typed {
  if (rounding === undefined) return demand(expression, result, scope);
  return conform(rounded(demand(expression, withoutGrain(result), scope), rounding, scope), result, scope);
}

/** A row is known by its id and period: the same id may come again in another stretch of time, in this table or the next. */
function checkRowIds(rows: readonly Row[], report: Report): void {
  const namesakes = new Map<string, Row[]>();
  for (const row of rows) {
    const known = namesakes.get(row.id);
    if (known === undefined) namesakes.set(row.id, [row]);
    else known.push(row);
  }
  for (const [id, twins] of namesakes) {
    for (const { earlier, later, common } of overlaps(twins)) report(diagnostic('row-id-repeated', firstLineOf(later.span), { id, period: periodText(common) }, [otherOne(firstLineOf(earlier.span))]));
  }
}

function checkOtherwise(rows: readonly Row[], report: Report): void {
  for (const { earlier, later } of overlaps(rows.filter((row) => row.otherwise))) {
    report(diagnostic('otherwise-repeated', firstLineOf(later.span), { id: earlier.id }, [otherOne(firstLineOf(earlier.span))]));
  }
}

function otherOne(span: Span): Related {
  return { span, note: { en: 'the other one stands here', zh: '另一处在此' } };
}
