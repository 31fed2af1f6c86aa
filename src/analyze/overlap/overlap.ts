import type { Box } from '../../boxes/cover/box.ts';
import { contains } from '../../boxes/cover/box-algebra.ts';
import { firstLineOf } from '../../check/tables/places.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { whereText } from '../../diagnostics/where.ts';
import type { Typed } from '../../model/expression.ts';
import type { Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { demandThat } from '../places/conditions.ts';
import { compares } from '../places/made-up.ts';
import type { Demand } from '../reach/question.ts';
import type { Shown, Verdict } from '../tables/ask.ts';
import { ask } from '../tables/ask.ts';
import { MOST_FOUND, MOST_QUESTIONS } from '../tables/limits.ts';
import { comparedOutputs, outputText } from '../tables/outputs.ts';
import type { Overlap } from '../tables/overlapping-rows.ts';
import { matchTheSame, overlappingRows, takesIn } from '../tables/overlapping-rows.ts';
import type { TableSpace } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';
import { tellFirst, tellIncomplete, tellNotAnalysed } from '../tables/tell.ts';
import { whereOf } from '../tables/where.ts';

export const question: Phrase = { en: 'whether rows overlap', zh: '各行是否重叠' };

/** Cases that several rows match where the hit policy allows one (`unique`), or where they must agree and do not (`any`). */
export function overlaps(policy: Policy, tools: Tools): void {
  for (const table of tablesOf(policy)) {
    const { hitPolicy } = table.table;
    if (hitPolicy === 'unique' || hitPolicy === 'any') overlapsOf(table, tools);
  }
}

function overlapsOf(table: TableSpace, tools: Tools): void {
  const { overlaps: all, notCompared } = overlappingRows(table, tools.budget);
  const compared = all.map((overlap) => ({ overlap, outputs: comparedOutputs(table.table, overlap.earlier.row, overlap.later.row) }));
  const forbidden = table.table.hitPolicy === 'unique' ? compared : compared.filter(({ outputs }) => outputs !== 'same');
  const agreeing = compared.every(({ outputs }) => outputs === 'same');
  const findings: (() => Diagnostic)[] = [];
  const cut: Box[] = [];
  let questions = 0;
  let unknown: Span | undefined;
  for (const { overlap, outputs } of forbidden) {
    if (cut.some((box) => contains(box, overlap.box))) continue;
    if (questions === MOST_QUESTIONS || findings.length === MOST_FOUND) break;
    questions += 1;
    const verdict = ask(table, overlap.box, { match: [overlap.earlier, overlap.later], demands: disagreement(table, overlap, outputs), outcome: 'conflict' }, tools);
    if (verdict.kind === 'possible') findings.push(() => finding(table, overlap, outputs, agreeing, verdict.shown));
    else if (verdict.kind === 'unknown') unknown ??= verdict.at;
    else if (!verdict.besides) cut.push(impossible(table, overlap.box, verdict));
  }
  const unasked = questions === MOST_QUESTIONS && forbidden.length > questions;
  tellFirst(table, 'table-overlap', findings, tools, unasked || findings.length === MOST_FOUND || notCompared.length > 0);
  if (unknown !== undefined) tellNotAnalysed(table, question, unknown, tools);
  if (notCompared.length > 0 || unasked) {
    const rows = notCompared.length > 0 ? notCompared.map(({ row }) => row.id) : forbidden.slice(questions).map(({ overlap }) => overlap.later.row.id);
    tellIncomplete(table, question, rest(rows), tools);
  }
}

function rest(ids: readonly string[]): Phrase {
  const [first = '', second = first] = [ids[0], ids.at(-1)];
  return { en: `${ids.length} rows from \`${first}\` to \`${second}\` have not all been compared with the others`, zh: `自 \`${first}\` 至 \`${second}\` 的 ${ids.length} 行尚未与其余各行逐一比较` };
}

/** No case lies in these columns of the box: whatever rows overlap there never meet. */
function impossible({ space }: TableSpace, box: Box, { columns }: Extract<Verdict, { readonly kind: 'impossible' }>): Box {
  const time = space.length - 1;
  return space.map((all, dimension) => (dimension === time || columns.includes(dimension) ? (box[dimension] ?? []) : all));
}

/** In an `any` table, that outputs which are computed come to different values. */
function disagreement({ table }: TableSpace, { earlier, later }: Overlap, outputs: ReturnType<typeof comparedOutputs>): readonly Demand[] {
  if (table.hitPolicy !== 'any' || outputs !== 'unclear') return [];
  const differ = earlier.row.outputs.flatMap((left, index) => {
    const right = later.row.outputs[index];
    return right === undefined ? [] : [compares(left, '!=', right)];
  });
  return [demandThat(differ.reduce((left, right): Typed => ({ kind: 'logic', operator: 'or', left, right, type: left.type, span: left.span })))];
}

function finding(table: TableSpace, { earlier, later, box }: Overlap, outputs: ReturnType<typeof comparedOutputs>, agreeing: boolean, shown: Shown | undefined): Diagnostic {
  const { policy, owner } = table;
  const [wide, other] = takesIn(later, earlier) && !takesIn(earlier, later) ? [later, earlier] : [earlier, later];
  const where = whereOf(table, box);
  const rows = [`${owner.name}.${wide.row.id}`, `${owner.name}.${other.row.id}`] as const;
  const parameters = {
    rows,
    where,
    relation: matchTheSame(wide, other) ? ('equal' as const) : takesIn(wide, other) ? ('inside' as const) : ('partial' as const),
    outputs: outputs === 'unclear' ? (table.table.hitPolicy === 'any' ? ('different' as const) : ('may differ' as const)) : outputs,
    given: [outputText(wide.row), outputText(other.row)] as const,
    hitPolicy: table.table.hitPolicy,
    agreeing,
  };
  const title = `${rows.join(' and ')} overlap ${whereText.en(where)}`.replaceAll('`', '');
  const example = shown?.policy === policy ? exampleTest(policy, title, shown.case, [`${shown.decision.name} conflict`]) : undefined;
  const earlierRow = { span: firstLineOf(earlier.row.span), note: { en: 'overlaps this row', zh: '与此行重叠' } };
  return diagnostic('table-overlap', firstLineOf(later.row.span), parameters, [earlierRow], example);
}
