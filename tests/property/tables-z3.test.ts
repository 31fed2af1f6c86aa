import fc from 'fast-check';
import { expect, test } from 'vitest';
import { init } from 'z3-solver';
import { inSmt } from './small-table-smt.ts';
import { compiled, geometryOf } from './run-small-table.ts';
import { policyText, smallTable } from './small-tables.ts';

/**
 * Whether a table has a hole, and whether rows of it overlap, against a solver that knows nothing of boxes.
 * `npm run oracle` asks about more tables.
 */
const RUNS = Number(process.env['ORACLE'] ?? 200);

const { Context } = await init();
// One for all: each context keeps megabytes that are never given back.
const { Solver } = Context('main');

test('z3 agrees on holes and on overlaps', async ({ annotate }) => {
  const counts = { tables: 0, gaps: 0, overlaps: 0 };
  await fc.assert(
    fc.asyncProperty(smallTable, async (table) => {
      const text = policyText(table);
      const { gaps, overlaps } = geometryOf(compiled(text));
      const { declarations, gap, overlap } = inSmt(table);
      expect(await isSatisfiable(`${declarations}\n${gap}`), `${text}\n${declarations}\n${gap}`).toBe(gaps.length > 0);
      expect(await isSatisfiable(`${declarations}\n${overlap}`), `${text}\n${declarations}\n${overlap}`).toBe(overlaps.length > 0);
      counts.tables += 1;
      counts.gaps += Number(gaps.length > 0);
      counts.overlaps += Number(overlaps.length > 0);
    }),
    { numRuns: RUNS },
  );
  await annotate(`z3 agrees on ${counts.tables} tables: ${counts.gaps} with holes, ${counts.overlaps} with overlaps`);
  for (const count of [counts.gaps, counts.overlaps]) {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(counts.tables);
  }
});

async function isSatisfiable(smt: string): Promise<boolean> {
  const solver = new Solver();
  solver.set('timeout', 20_000);
  solver.fromString(smt);
  const answer = await solver.check();
  if (answer === 'unknown') throw new Error(`z3 gives up on\n${smt}`);
  return answer === 'sat';
}
