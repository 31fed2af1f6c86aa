import { expect, test } from 'vitest';
import { checkTexts } from './testing.ts';

test.each(['= loan.balance * 1.5%\n  rownd half up to 0.01', '= loan.balance * 1.5%\n  round haf up to 0.01'])('a value whose `round` cannot be read is not blamed for its digits: %j', (body) => {
  const { found } = checkTexts(`policy p\ninput loan\n  balance : money CNY\ndecision d : money CNY\n  ${body}\ndecision e : money CNY = d`);
  expect(found.map(({ code }) => code)).toHaveLength(1);
});

test('nor is one on the head\'s own line', () => {
  const { found } = checkTexts('policy p\ninput loan\n  balance : money CNY\ndecision d : money CNY = loan.balance * 1.5%\n  rownd half up to 0.01');
  expect(found.map(({ code }) => code)).toEqual(['unknown-clause']);
});
