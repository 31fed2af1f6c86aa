/**
 * The 22,427 real loans of ../shared/data/sba, read from CSV, decided with reasons and receipt and written as JSON: rows a
 * second by each evaluator, in one thread. `npx tsx tests/bench/real-data.bench.ts`.
 */
import { casesIn } from '../../src/cli/facts-file.ts';
import type { EngineName } from '../../src/evaluate/engines.ts';
import { compile } from '../../src/index.ts';
import { answerFactsAsync } from '../../src/library/request.ts';
import { measure, sink } from './measure.ts';

const folder = 'rules/lending-authority';
const file = '../shared/data/sba/sba-national-subset.csv';
const ROWS = 22_427;

const policy = (await compile(folder)).policies.get('sba_loans') ?? fail('the policy is not shipped');

async function decideAll(engine: EngineName): Promise<void> {
  let rows = 0;
  for await (const { decoded } of casesIn(policy, file, 'csv', 'utf-8', `${folder}/sba-columns.csv`)) {
    const asked = await answerFactsAsync(policy, decoded, { asOf: '2026-01-31', engine });
    if ('refusal' in asked) fail(JSON.stringify(asked.refusal.problems));
    sink.value = JSON.stringify(asked.answer);
    rows += 1;
  }
  if (rows !== ROWS) fail(`${rows} rows`);
}

/** json-rules-engine is slow enough for one round. */
const engines = [['compiled', 5], ['closures', 5], ['json-rules-engine', 1]] as const;
for (const [engine, rounds] of engines) {
  const [nanoseconds = Number.NaN] = await measure([{ name: engine, operations: ROWS, run: () => decideAll(engine) }], rounds);
  console.log(`${engine.padEnd(18)} ${Math.round(1e9 / nanoseconds).toLocaleString('en')} rows a second`);
}

function fail(why: string): never {
  throw new Error(why);
}
