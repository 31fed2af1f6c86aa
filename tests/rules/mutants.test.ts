import { expect, test } from 'vitest';
import { changedLines } from '../../src/analyze/mutate/edited.ts';
import { mutate, type Mutated } from '../../src/analyze/mutate/mutate.ts';
import { positionAt } from '../../src/diagnostics/position.ts';
import { compile } from '../../src/library/compile.ts';

/** Slips made with a fixed seed, over all shipped policies; `npm run mutants` makes all that there are. */
const MOST = 250;
const SEED = 5;

const { trees } = await compile('rules');
const mutants: Mutated[] = [];
for await (const mutated of mutate(trees, { seed: SEED, most: MOST })) mutants.push(mutated);

function told({ mutant: { span, edits } }: Mutated): string {
  const { before, after } = changedLines(edits);
  return `${span.file.path}:${positionAt(span.file, span.start).line}\n- ${before.join('\n- ')}\n+ ${after.join('\n+ ')}`;
}

test('there are as many as were asked for, in most of the policies', () => {
  expect(mutants).toHaveLength(MOST);
  expect(new Set(mutants.map(({ policy }) => policy.name)).size).toBeGreaterThan(trees.length / 2);
});

test('every slip is found by check or killed by a test, or decides as the policy does in every case that brute force tries', () => {
  expect(mutants.filter(({ fate }) => fate.kind === 'survived').map(told)).toEqual([]);
  const seen = mutants.filter(({ fate }) => fate.kind === 'found' || fate.kind === 'killed');
  expect(seen.length).toBeGreaterThanOrEqual(200);
});
