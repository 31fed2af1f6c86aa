import { test } from 'vitest';
import { expectAnalysis } from '../testing.ts';
import { triggers } from './triggers.ts';

const head = `policy p
type Class = one of normal, special_mention, loss  ordered, worst last
input loan
  days : days >= 0
  id   : text
decision class : Class
  table unique
    | id | loan.days || class           |
    | A  | <= 90     || normal          |
    | B  | > 90      || special_mention |
`;

test('a condition that can never hold: upstream never comes to it, or the type excludes it', () =>
  expectAnalysis(
    [triggers],
    ['trigger-never-fires', 'trigger-never-fires'],
    `${head}trigger lost
  when «class = loss»
  emit lost { loan: loan.id }
trigger early
  when «loan.days < 0»
  emit early
trigger watched
  when class >= special_mention
  emit watch { loan: loan.id }
`,
  ));

test('a condition that always holds, with a case', () =>
  expectAnalysis(
    [triggers],
    ['trigger-always-fires'],
    `${head}trigger watched
  when «class <= special_mention»
  emit watch { loan: loan.id }
`,
  ));

test('a condition that cannot be seen through', () =>
  expectAnalysis(
    [triggers],
    ['not-analysed'],
    `${head}trigger odd
  when «substring(loan.id, 1, 1)» = "long"
  emit odd
`,
  ));
