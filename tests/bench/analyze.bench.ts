/**
 * Tables of 100, 1,000 and 10,000 rows by 8 columns and time, analysed: how the time grows, whether every hole and every
 * overlap put into them is found, and how a table made to be hard ends. `npm run bench analyze`.
 */
import { analyze } from '../../src/analyze/analyze.ts';
import type { Box } from '../../src/boxes/cover/box.ts';
import { budgetOf } from '../../src/boxes/cover/box.ts';
import { difference, intersection } from '../../src/boxes/cover/box-algebra.ts';
import { overlapping } from '../../src/boxes/cover/overlapping.ts';
import { boxesOf, spaceOf } from '../../src/boxes/cover/table-space.ts';
import { uncovered } from '../../src/boxes/cover/uncovered.ts';
import { tableBoxes } from '../../src/boxes/table-boxes.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { messageOf } from '../../src/diagnostics/message.ts';
import type { Policy } from '../../src/index.ts';
import { compile } from '../../src/index.ts';
import { policyText } from './large-table/policy-text.ts';
import type { Dimension, Region } from './large-table/regions.ts';
import { answerDimensions, dimensionsFor, regionsOf, shareCases, threeAnswers, wideRegions } from './large-table/regions.ts';

const FAULTS = 10;
/** Steps for each search: what `plumbline check` gives it. */
const BUDGET = 20_000_000;
const results: Readonly<Record<string, string | number>>[] = [];

for (const size of [100, 1000, 10_000]) {
  const dimensions = dimensionsFor(Math.ceil(size / 50));
  const regions = regionsOf(dimensions, size, 7);
  // Faults lie evenly among the rows, which are in no order.
  const faulty = Array.from({ length: FAULTS }, (_, fault) => Math.floor((fault * size) / FAULTS));
  const widened = regions.map((region, row) => (faulty.includes(row) ? region.with(2, { low: 0, high: dimensions[2]?.size ?? 0 }) : region));

  const complete = await run('complete', dimensions, regions);
  const holed = await run(`${FAULTS} rows left out`, dimensions, regions.filter((_, row) => !faulty.includes(row)));
  const overlapped = await run(`${FAULTS} rows widened`, dimensions, widened);
  const { space, rows, pairs } = overlapped;
  const expected = faulty.flatMap((row) => [...widened.keys()].filter((other) => other !== row && (!faulty.includes(other) || row < other) && shareCases(widened[row] ?? [], widened[other] ?? [])));
  demand(complete.gaps.length === 0 && complete.pairs === 0, 'a complete table has no holes and no overlaps');
  demand(holesAre(complete.space, complete.rows, faulty), 'the holes are the rows left out');
  demand(holed.gaps.length > 0 && holed.codes.has('table-gap'), 'holes are told');
  demand(pairs === expected.length && overlapped.codes.has('table-overlap'), `${expected.length} pairs of rows overlap, ${pairs} were found`);
  demand([...uncovered(space, rows, budgetOf(BUDGET))].length === 0, 'wider rows leave no holes');
}
const wide = dimensionsFor(0);
const answers = answerDimensions(60);
const hard = [await run('hard: wide rows', wide, wideRegions(wide, 2000, 5)), await run('hard: 60 answers, first', answers, threeAnswers(answers, 300, 5), 'first')];
console.table(results);
console.log('Of the hard tables is told, besides what was found:');
const beside = new Set<string>(['analysis-incomplete', 'not-analysed', 'findings-left-out']);
for (const found of hard.flatMap((each) => each.found)) if (beside.has(found.code)) console.log(`  ${found.code}: ${messageOf(found, 'en').slice(0, 400)}`);

interface Ran {
  readonly space: Box;
  readonly rows: readonly Box[];
  readonly gaps: readonly Box[];
  readonly pairs: number;
  readonly found: readonly Diagnostic[];
  readonly codes: ReadonlySet<string>;
}

async function run(name: string, dimensions: readonly Dimension[], regions: readonly Region[], hitPolicy?: string): Promise<Ran> {
  const policy = await compiled(policyText(dimensions, regions, hitPolicy));
  const [table] = policy.decisions.get('limit')?.bodies ?? [];
  if (table?.kind !== 'table') throw new Error('the decision has a table');
  const [boxesTime, boxes] = timed(() => tableBoxes(table, policy.inForce));
  const [space, rows] = [spaceOf(boxes), boxesOf(boxes)];
  const [gapTime, gaps] = timed(() => [...uncovered(space, rows, budgetOf(BUDGET))]);
  const [overlapTime, overlaps] = timed(() => [...overlapping(space, rows, budgetOf(BUDGET))]);
  const found: Diagnostic[] = [];
  const [analysisTime] = timed(() => analyze([policy], (one) => found.push(one)));
  const told = gaps.filter(({ kind }) => kind === 'uncovered');
  const pairs = overlaps.filter(({ kind }) => kind === 'overlap').length;
  results.push({
    table: name,
    rows: regions.length,
    'boxes (ms)': Math.round(boxesTime),
    'holes (ms)': Math.round(gapTime),
    holes: told.length,
    'not searched': gaps.length - told.length,
    'overlaps (ms)': Math.round(overlapTime),
    overlaps: pairs,
    'all analyses (ms)': Math.round(analysisTime),
    'µs a row': Math.round((analysisTime * 1000) / regions.length),
    findings: found.length,
  });
  return { space, rows, gaps: told.map(({ box }) => box), pairs, found, codes: new Set(found.map(({ code }) => code)) };
}

async function compiled(text: string): Promise<Policy> {
  const { policies, diagnostics } = await compile({ 'large.policy': text });
  const policy = policies.get('limits');
  if (policy === undefined) throw new Error(diagnostics.slice(0, 3).map((one) => messageOf(one, 'en')).join('\n'));
  return policy;
}

/** Without these rows, exactly what they held is uncovered. */
function holesAre(space: Box, rows: readonly Box[], without: readonly number[]): boolean {
  const kept = rows.filter((_, row) => !without.includes(row));
  // A cell `-` also takes in what its type does not allow.
  const held = rows.filter((_, row) => without.includes(row)).map((box) => intersection(space, box));
  const holes = [...uncovered(space, kept, budgetOf(BUDGET))].map(({ box }) => box);
  return held.every((box) => difference(box, holes).length === 0) && holes.every((box) => difference(box, held).length === 0);
}

function timed<T>(work: () => T): readonly [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this does not hold: ${what}`);
}
