import { test } from 'vitest';
import { expectAnalysis } from '../testing.ts';
import { idleExceptions } from './activity.ts';
import { exceptionConflicts } from './conflicts.ts';

const head = `policy p
type Class = one of normal, special_mention, substandard, loss  ordered, worst last
input loan
  days       : days >= 0
  refinanced : boolean
  met        : boolean
  fraud      : boolean
`;
const table = `  table unique
    | id | loan.refinanced | loan.days || class           |
    | A  | false           | -         || normal          |
    | B  | true            | <= 90     || special_mention |
    | C  | true            | > 90      || substandard     |
`;
const expectFound = (codes: Parameters<typeof expectAnalysis>[1], exceptions: string, before = ''): Promise<void> =>
  expectAnalysis([idleExceptions, exceptionConflicts], codes, `${head}${before}decision class : Class\n${table}${exceptions}`);

test('exceptions that never act, always act or change nothing', () =>
  expectFound(
    ['exception-never-acts', 'exception-always-acts', 'exception-changes-nothing', 'exception-never-acts'],
    `  exception «late» to B
    when loan.days > 100
    then loss
  exception «early» to B
    when loan.days < 100
    then normal
  exception «same» to A
    when loan.met
    then normal
  exception «nested» to late
    when loan.fraud
    then normal
  exception sound to C
    when loan.met and loan.days < 120
    then special_mention
`,
  ));

test('two that can act together with different results', () =>
  expectFound(
    ['exceptions-conflict'],
    `  exception renewal to B
    when loan.met
    then normal
  exception «fraud» to B
    when loan.fraud
    then loss
`,
  ));

test('no conflict where they exclude each other, agree, aim apart, or one is an exception to the other', () =>
  expectFound(
    [],
    `  exception young to B
    when loan.days < 30 and loan.met
    then normal
  exception old to B
    when loan.days >= 30 and loan.met
    then substandard
  exception met to C
    when loan.met
    then loss
  exception bad to C
    when loan.fraud
    then loss
  exception fraud to young
    when loan.fraud
    then loss
  exception whole
    when loan.fraud and loan.days > 1000
    then loss
`,
  ));

test('an exception to one of two makes them agree, or contradict each other', () =>
  expectFound(
    ['exceptions-conflict'],
    `  exception first to B
    when loan.met
    then normal
  exception second to B
    when loan.met and loan.fraud
    then loss
  exception agreeing to first
    when loan.fraud
    then loss
  exception third to C
    when loan.met
    then normal
  exception «fourth» to C
    when loan.met
    then normal
  exception breaking to third
    when loan.fraud
    then loss
`,
  ));

test('results that are computed contradict each other where they differ', () =>
  expectAnalysis(
    [exceptionConflicts],
    ['exceptions-conflict'],
    `${head}  amount : money CNY >= 0
decision limit : money CNY
  = loan.amount
  exception double
    when loan.met
    then 2 * loan.amount
  exception «plus»
    when loan.fraud
    then loan.amount + 100
decision same : money CNY
  = loan.amount
  exception zero
    when loan.amount = 0
    then 2 * loan.amount
  exception nothing
    when loan.amount = 0
    then 3 * loan.amount
`,
  ));

test('exceptions of different times do not meet', () =>
  expectFound(
    [],
    `  exception renewal to B in force .. 2023-12-31
    when loan.met
    then normal
  exception fraud to B in force 2024-01-01 ..
    when loan.fraud
    then loss
`,
  ));
