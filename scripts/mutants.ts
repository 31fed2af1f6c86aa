import { mutate, type Mutated } from '../src/analyze/mutate/mutate.ts';
import { tallyOf } from '../src/cli/mutation/tally.ts';
import { compile } from '../src/library/compile.ts';

/** Prints, for each shipped policy, how many mutants there are and what finds them: `npm run mutants -- [NUMBER [SEED]]`. */
const [most, seed] = process.argv.slice(2).map(Number);
const all: Mutated[] = [];
const started = performance.now();
const { trees } = await compile('rules');
for await (const mutated of mutate(trees, { seed: seed ?? 1, most })) all.push(mutated);
const policies = new Set(all.map(({ policy }) => policy.name));
const lines = [...policies].map((name) => ({ policy: name, ...tallyOf(all.filter(({ policy }) => policy.name === name)) }));
console.table([...lines, { policy: 'all', ...tallyOf(all) }]);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
