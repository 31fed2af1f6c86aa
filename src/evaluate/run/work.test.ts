import { expect, test } from 'vitest';
import { answerTo, policyFrom } from '../fixtures/policy-text.ts';

/** Policies whose work grows faster than their loops turn: both engines stop them, at the same place. */
test.each([
  ['a text that doubles at every turn', 'for i in 1..60 return if i = 1 then "abc" else string(partial[-1]) + string(partial[-1])'],
  ['a list that doubles at every turn', 'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])'],
  ['powers', 'for i in 1..100000 return 1.0000001 ** (given.number + i)'],
  ['logarithms', 'for i in 1..100000 return log(given.number + i)'],
])('%s', (_, loop) => {
  const policy = policyFrom(`policy growing\ninput given\n  number : number\ndecision grown : boolean = count(${loop}) > 0\n`);
  const { decisions } = answerTo(policy, '{ "given": { "number": 999000000 } }', { work: 200_000 });
  expect(decisions['grown']).toMatchObject({ outcome: 'error', reasons: [{ code: 'too-much-work' }] });
});
