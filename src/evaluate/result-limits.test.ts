import { expect, test } from 'vitest';
import { valueOf } from './fixtures/policy-text.ts';

const declarations = `type Share = percent 0%..100%
type Terms = record
  share : Share
input owed : number
function shareOf(part : Share) : Share = part
decision whole : Share = if owed > 5 then 100% else 50%`;

test.each([
  ['Share', 'if owed > 1 then owed else 100%'],
  ['list of Share', '[0%, owed]'],
  ['Terms', '{ share: owed }'],
  ['list of Terms', '[{ share: if owed > 1 then owed else 0% }]'],
  ['Share', 'shareOf(if owed > 1 then owed else 0%)'],
])('a branch, an item or an entry of type %s beyond its limits is an error: %s', (type, expression) => {
  expect(valueOf(type, expression, '{"owed": 2}', declarations).outcome).toBe('error');
  expect(valueOf(type, expression, '{"owed": 0.5}', declarations).outcome).toBe('decided');
});

test('branches that keep their limits need no test', () => {
  expect(valueOf('Share', 'if owed > 1 then whole else 100%', '{"owed": 2}', declarations).value).toBe('0.5');
});
