import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import { contains } from '../../src/boxes/atom-set.ts';
import type { Box } from '../../src/boxes/cover/box.ts';
import { locator } from '../../src/boxes/scale.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { MISSING } from '../../src/feel/values/value.ts';
import { compiled, factsOf, geometryOf, outcomeOf, sent, witnessOf } from './run-small-table.ts';
import { casesFor, policyText, smallTable } from './small-tables.ts';

/**
 * What the analyses of tables say, against what the evaluator does when it is simply run, in cases on, beside and
 * between all bounds that a table names. `npm run oracle` draws more tables.
 */
const RUNS = Number(process.env['ORACLE'] ?? 150);

const drawn = smallTable.chain((table) => fc.record({ table: fc.constant(table), cases: fc.array(casesFor(table), { minLength: 60, maxLength: 60 }) }));

test('holes and overlaps are where the evaluator finds no row, or several', async ({ annotate }) => {
  const counts = { tables: 0, cases: 0, gaps: 0, overlaps: 0 };
  fc.assert(
    fc.property(drawn, ({ table, cases }) => {
      const text = policyText(table);
      const policy = compiled(text);
      const { boxes, gaps, overlaps } = geometryOf(policy);
      counts.tables += 1;
      counts.gaps += Number(gaps.length > 0);
      counts.overlaps += Number(overlaps.length > 0);
      const met = [...cases.map((each) => sent(policy, table, each)), ...[...gaps, ...overlaps].map((box) => witnessOf(policy, boxes, box))];
      for (const { values, asOf } of met) {
        counts.cases += 1;
        const point = factsOf(policy).map((fact, column) => locator(boxes.columns[column]?.partition ?? boxes.time.partition)(values.get(fact) ?? MISSING));
        point.push(locator(boxes.time.partition)(asOf));
        const holds = (box: Box) => box.every((atoms, dimension) => contains(atoms, point[dimension] ?? -1));
        const outcome = outcomeOf(policy, values, asOf);
        if (gaps.some(holds) !== (outcome === 'no_match')) expect.fail(`${outcome} at ${JSON.stringify(point)}\n${text}`);
        if (table.hitPolicy === 'unique' && overlaps.some(holds) !== (outcome === 'conflict')) expect.fail(`${outcome} at ${JSON.stringify(point)}\n${text}`);
      }
    }),
    { numRuns: RUNS },
  );
  await annotate(`${counts.tables} tables, ${counts.gaps} with holes, ${counts.overlaps} with overlaps; ${counts.cases} cases evaluated`);
  for (const count of [counts.gaps, counts.overlaps]) expect(count).toBeGreaterThan(0);
});

test('the analyses report holes and overlaps where the evaluator shows them, and only there', async ({ annotate }) => {
  const counts = { tables: 0, gaps: 0, overlaps: 0, neither: 0 };
  fc.assert(
    fc.property(drawn, ({ table, cases }) => {
      const text = policyText(table);
      const policy = compiled(text);
      const found: Diagnostic[] = [];
      analyze([policy], (one) => found.push(one));
      const codes = new Set<string>(found.map(({ code }) => code));
      const explained = `${renderAll(found, { language: 'en', colour: false })}\n${text}`;
      for (const code of ['not-analysed', 'analysis-incomplete']) expect(codes, explained).not.toContain(code);
      const { gaps, overlaps } = geometryOf(policy);
      const outcomes = cases.map((each) => {
        const { values, asOf } = sent(policy, table, each);
        return outcomeOf(policy, values, asOf);
      });
      const hasGap = codes.has('table-gap') || codes.has('period-hole') || codes.has('row-period-hole');
      if (gaps.length > 0 !== hasGap) expect.fail(`gaps: ${gaps.length}\n${explained}`);
      if (outcomes.includes('no_match') && !hasGap) expect.fail(`no_match\n${explained}`);
      if (outcomes.includes('conflict') && !codes.has('table-overlap')) expect.fail(`conflict\n${explained}`);
      if (table.hitPolicy === 'unique') expect(codes.has('table-overlap'), explained).toBe(overlaps.length > 0);
      counts.tables += 1;
      counts.gaps += Number(hasGap);
      counts.overlaps += Number(codes.has('table-overlap'));
      counts.neither += Number(!hasGap && !codes.has('table-overlap'));
    }),
    { numRuns: RUNS },
  );
  await annotate(`${counts.tables} tables: ${counts.gaps} with a hole, ${counts.overlaps} with an overlap, ${counts.neither} with neither`);
  for (const count of [counts.gaps, counts.overlaps, counts.neither]) expect(count).toBeGreaterThan(0);
});
