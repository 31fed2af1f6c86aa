import { firstLineOf } from '../../check/tables/places.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { whereText } from '../../diagnostics/where.ts';
import type { Exception, Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { demandThat } from '../places/conditions.ts';
import { compares } from '../places/made-up.ts';
import type { Shown } from '../tables/ask.ts';
import { ask } from '../tables/ask.ts';
import { comparedOutputs, outputText } from '../tables/outputs.ts';
import type { Overlap } from '../tables/overlapping-rows.ts';
import { overlappingRows } from '../tables/overlapping-rows.ts';
import { spanText } from '../tables/span-text.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { tellFirst, tellNotAnalysed } from '../tables/tell.ts';
import { whereOf } from '../tables/where.ts';
import { question } from './overlap.ts';

/** Rows of an `any` table that agree until an exception replaces the output of one, while the other goes on saying what both said. */
export function replacedOverlaps(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    if (table.table.hitPolicy !== 'any') continue;
    const findings: (() => Diagnostic)[] = [];
    for (const replacement of replacementsIn(table, tools)) {
      const { exception, overlap, other } = replacement;
      const [said] = other.row.outputs;
      if (said === undefined || other.row.outputs.length > 1) continue;
      const demands = [demandThat(exception.when), demandThat(compares(exception.then, '!=', said))];
      const verdict = ask(table, overlap.box, { match: [overlap.earlier, overlap.later], demands, outcome: 'conflict', during: exception.inForce }, tools);
      if (verdict.kind === 'possible') findings.push(() => finding(table, replacement, verdict.shown));
      else if (verdict.kind === 'unknown') tellNotAnalysed(table, question, verdict.at, tools);
    }
    tellFirst(table, 'table-overlap', findings, tools);
  }
}

interface Replacement {
  readonly exception: Exception;
  readonly overlap: Overlap;
  /** The row that goes on. */
  readonly other: SpaceRow;
}

/** Each exception at one of two rows that overlap and agree. */
function replacementsIn(table: TableSpace, { budget }: Tools): readonly Replacement[] {
  const { owner } = table;
  const exceptions = owner.kind === 'decision' ? owner.exceptions.filter(({ target }) => target.kind === 'row') : [];
  if (exceptions.length === 0) return [];
  return overlappingRows(table, budget).overlaps.flatMap((overlap) => {
    const { earlier, later } = overlap;
    if (comparedOutputs(table.table, earlier.row, later.row) !== 'same') return [];
    const aimedAt = ({ target }: Exception, { row }: SpaceRow): boolean => target.kind === 'row' && target.id === row.id;
    return exceptions.flatMap((exception) => [
      ...(aimedAt(exception, earlier) ? [{ exception, overlap, other: later }] : []),
      ...(aimedAt(exception, later) ? [{ exception, overlap, other: earlier }] : []),
    ]);
  });
}

function finding(table: TableSpace, { exception, overlap, other }: Replacement, shown: Shown | undefined): Diagnostic {
  const { owner, policy } = table;
  const where = whereOf(table, overlap.box);
  const rows = [`${owner.name}.${exception.name}`, `${owner.name}.${other.row.id}`] as const;
  const given = [spanText(exception.then.span), outputText(other.row)] as const;
  const title = `${rows.join(' and ')} overlap ${whereText.en(where)}`.replaceAll('`', '');
  const example = shown?.policy === policy ? exampleTest(policy, title, shown.case, [`${shown.decision.name} conflict`]) : undefined;
  const related = [{ span: firstLineOf(other.row.span), note: { en: 'goes on saying this', zh: '此行仍给出原结果' } }];
  return diagnostic('table-overlap', firstLineOf(exception.span), { rows, where, relation: 'partial', outputs: 'different', given, hitPolicy: 'any', agreeing: false }, related, example);
}
