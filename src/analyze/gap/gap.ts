import type { AtomSet } from '../../boxes/atom-set.ts';
import { difference, intersection, run, union } from '../../boxes/atom-set.ts';
import type { Box } from '../../boxes/cover/box.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Where } from '../../diagnostics/where.ts';
import { casesText, whereText } from '../../diagnostics/where.ts';
import { gathers } from '../../model/hit-policy.ts';
import type { Policy, Row } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import type { Shown } from '../tables/ask.ts';
import { timeOf } from '../tables/ask.ts';
import { MOST_FOUND } from '../tables/limits.ts';
import type { NotCovered } from '../tables/not-covered.ts';
import { notCovered } from '../tables/not-covered.ts';
import { grouped } from '../tables/grouped.ts';
import type { TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { placeOf, tellFirst, tellIncomplete, tellNotAnalysed } from '../tables/tell.ts';
import { whereOf } from '../tables/where.ts';

const question: Phrase = { en: 'whether every case has a row', zh: '是否每种情形都有匹配的行' };

/** Cases that no row of a table matches, over facts, missing facts and dates; and what `otherwise` rows catch. */
export function gaps(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    if (!gathers(table.table)) gapsOf(table, tools);
    otherwiseRowsOf(table, tools);
  }
}

function gapsOf(table: TableSpace, tools: Tools): void {
  const { space } = table;
  const covered = [...timesWithoutRows(table), ...pauses(table), ...otherwiseBoxes(table).map(({ box }) => box)];
  const findings: (() => Diagnostic)[] = [];
  let rest: Where | undefined;
  let unknown: Span | undefined;
  for (const hole of notCovered(table, { region: space, covered, outcome: 'no_match' }, tools)) {
    if (hole.kind === 'not searched') rest ??= whereOf(table, hole.box);
    else if (hole.kind === 'unknown') unknown ??= hole.at;
    else findings.push(() => gap(table, hole));
    if (findings.length === MOST_FOUND) break;
  }
  tellFirst(table, 'table-gap', findings, tools, rest !== undefined || findings.length === MOST_FOUND);
  if (unknown !== undefined) tellNotAnalysed(table, question, unknown, tools);
  if (rest !== undefined) tellIncomplete(table, question, { en: casesText.en(rest), zh: casesText.zh(rest) }, tools);
}

function gap(table: TableSpace, { box, shown, past }: Extract<NotCovered, { readonly kind: 'found' }>): Diagnostic {
  const { name } = table.owner;
  const where = whereOf(table, box);
  const parameters = { table: name, where, past: past.map(({ row }) => `${name}.${row.id}`) };
  return diagnostic('table-gap', placeOf(table), parameters, [], shown && example(table, where, shown));
}

/** None where the case is of another policy that calls the function: its test cannot stand in this one. */
function example({ policy, owner }: TableSpace, where: Where, shown: Shown): string | undefined {
  if (shown.policy !== policy) return undefined;
  return exampleTest(policy, `${owner.name} has no row ${whereText.en(where)}`.replaceAll('`', ''), shown.case, [`${shown.decision.name} no_match`]);
}

function otherwiseRowsOf(table: TableSpace, tools: Tools): void {
  for (const { row, box } of otherwiseBoxes(table)) {
    const caught: Where[] = [];
    let settled = true;
    for (const hole of notCovered(table, { region: box, covered: [] }, tools)) {
      if (hole.kind === 'found') caught.push(whereOf(table, hole.box));
      else settled = false;
    }
    const [where, ...others] = caught;
    const common = { table: table.owner.name, row: `${table.owner.name}.${row.id}` };
    if (where !== undefined) tools.report(diagnostic('otherwise-catches', row.span, { ...common, where, others: others.length }));
    else if (settled) tools.report(diagnostic('otherwise-catches-nothing', row.span, common));
  }
}

function otherwiseBoxes({ boxes, space }: TableSpace): readonly { readonly row: Row; readonly box: Box }[] {
  return boxes.otherwise.map((row, index) => ({ row, box: space.with(-1, intersection(timeOf(space), boxes.otherwiseTimes[index] ?? [])) }));
}

/** Dates on which no row at all is in force: a hole of the whole decision, which is told as that (analysis `time`). */
function timesWithoutRows({ rows, boxes, space }: TableSpace): readonly Box[] {
  const inForce = union([...rows.map(({ box }) => timeOf(box)), ...boxes.otherwiseTimes]);
  return [space.with(-1, difference(timeOf(space), inForce))];
}

/** Where a row pauses between two of its periods: told as that (analysis `time`). */
function pauses({ rows }: TableSpace): readonly Box[] {
  const inForce = rows.filter(({ box }) => timeOf(box).length > 0);
  return grouped(inForce, ({ row }) => row.id).flatMap((twins) => {
    const inOrder = [...twins].sort((a, b) => firstOf(timeOf(a.box)) - firstOf(timeOf(b.box)));
    return inOrder.slice(1).flatMap((later, index) => {
      const earlier = inOrder[index] ?? later;
      const pause = run(lastOf(timeOf(earlier.box)) + 1, firstOf(timeOf(later.box)) - 1);
      return [earlier.box.with(-1, pause), later.box.with(-1, pause)];
    });
  });
}

function firstOf(set: AtomSet): number {
  return set[0]?.first ?? -1;
}

function lastOf(set: AtomSet): number {
  return set.at(-1)?.last ?? -1;
}
