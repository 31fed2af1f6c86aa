import { expect, test } from 'vitest';
import { checkTexts } from '../../check/testing.ts';
import { analyze } from '../analyze.ts';
import { expectAnalysis } from '../testing.ts';
import { unused } from './unused.ts';

const expectUnused = (codes: Parameters<typeof expectAnalysis>[1], ...texts: readonly string[]): Promise<void> => expectAnalysis([unused], codes, ...texts);

test('one declaration of each kind that nothing names', () =>
  expectUnused(
    ['declaration-unused', 'declaration-unused', 'declaration-unused', 'declaration-unused', 'declaration-unused', 'declaration-unused', 'declaration-unused', 'fact-unused', 'fact-unused'],
    `policy library
type «Class» = one of normal, loss
`,
    `policy p
import «library»
source «Measures» "办法" articles 1..3
type «Guarantee» = one of credit, pledge
function «half»(amount : money CNY) : money CNY = amount
parameter «rate»() : percent
  | id | in force      || rate |
  | R1 | 2020-01-01 .. || 1%   |
manual «lawful» : boolean "?"
input loan
  days : days
  «balance» : money CNY
input «rating» : number
decision late : boolean = loan.days > 90
`,
  ));

test('what is used only by something unused is unused itself', () =>
  expectUnused(
    ['fact-unused', 'declaration-unused', 'declaration-unused'],
    `policy p
input days : days
input «limit» : days
function «inner»() : days = limit
function «outer»() : days = inner() + inner()
decision late : boolean = days > 90
`,
  ));

test('a policy that decides nothing is judged by those that import it', () =>
  expectUnused(
    ['declaration-unused'],
    `policy vocabulary
source Measures "办法" articles 1..3
type Class = one of normal, loss
type «Guarantee» = one of credit, pledge
`,
    `policy p
import vocabulary
input class : vocabulary.Class
decision lost : boolean
  cites vocabulary.Measures art 1
  = class = loss
`,
  ));

test('a policy that decides nothing and that nothing imports is not judged', () =>
  expectUnused(
    [],
    `policy vocabulary
source Measures "办法" articles 1..3
type Class = one of normal, loss
input days : days
function late(over : days) : boolean = days > over
`,
  ));

test('nothing is unused that a trigger, a property, a test or a call of a decision needs', () =>
  expectUnused(
    [],
    `policy rates
type Rate = percent >= 0%
input base : Rate
decision priced : Rate = base
`,
    `policy p
import rates
type Kind = one of small, large
input loan
  id : text
  days : days
  kind : Kind
input limit : days
input base : rates.Rate
trigger late
  when loan.days > 90
  emit late { kind: loan.kind }
property "limited"
  always loan.days <= limit
decision price : percent = rates.priced(base: base)
test "kinds" as of 2024-01-31
  given loan { days: 91, kind: Kind.small }
  expect late emits late { kind: Kind.small }
`,
  ));

test('a free text that nothing reads says which case it is', () =>
  expectUnused(
    ['fact-unused'],
    `policy p
input loan
  number : text
  days : days
input «grade» : text ["A", "B"]
input branch : text
decision late : boolean = loan.days > 90
`,
  ));

test('an argument on which the result never depends', () =>
  expectUnused(
    ['argument-unused'],
    `policy p
input days : days
function «late»(over : days, since : days) : boolean = over > 90
decision overdue : boolean = late(days, days)
`,
  ));

test('what others may use that are not in the set is not judged, but for its own imports and arguments', () => {
  const { policies } = checkTexts(
    `policy vocabulary
type Class = one of normal, loss
`,
    `policy p
import vocabulary
type Guarantee = one of credit, pledge
input days : days
decision late : boolean = days > 90
`,
  );
  const found: string[] = [];
  analyze(policies, ({ code, parameters }) => found.push(`${code} ${String(parameters['name'])}`), { othersMayUse: new Set(policies) });
  expect(found).toEqual(['declaration-unused vocabulary']);
});
