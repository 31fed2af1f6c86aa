import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { Engine } from 'json-rules-engine';
import type { Found, HandLoan } from './by-hand.ts';
import { matrix, rates } from './by-hand.ts';

type Test = readonly [fact: string, operator: string, value: unknown];

/** The same policy for json-rules-engine: one rule for each row of a table, whose event says how bad the loan is at least. */
export function jsonRulesEngine(): (loan: HandLoan) => Promise<Found> {
  const engine = new Engine(rules());
  return async (loan) => {
    const { events } = await engine.run(factsOf(loan));
    const worst = events.reduce((rank, { params }) => Math.max(rank, Number(params?.['rank'])), 0);
    return {
      class: worst,
      provision: Math.floor((loan.balance * (rates[worst] ?? 0) + 50) / 100),
      watched: worst >= 1,
      nonPerforming: worst >= 2,
      groupToAssess: events.some(({ type }) => type === 'group'),
    };
  };
}

/** Its facts: the loan's, and the shares that its operators cannot compute. Without a share, 0. */
function factsOf(loan: HandLoan): Record<string, unknown> {
  return {
    ...loan,
    lossShare: loan.balance === 0 ? 0 : loan.expectedLoss / loan.balance,
    nplShare: loan.claimsHere === 0 ? 0 : loan.nplHere / loan.claimsHere,
    overdueShare: loan.debts === 0 ? 0 : loan.overdueDebts / loan.debts,
  };
}

function rules(): RuleProperties[] {
  const measures: Test = ['underMeasures', 'equal', true];
  const days = (from: number, to: number): readonly Test[] => [
    ['overdueDays', 'greaterThanInclusive', from],
    ['overdueDays', 'lessThanInclusive', to],
  ];
  const lines = [days(0, 0), days(1, 30), days(31, 90), days(91, 180), days(181, 360), days(361, 1e9)];
  const matrixRules = matrix.flatMap((line, index) =>
    line.map((rank, guarantee) => floor(rank, [['smallBusiness', 'equal', true], ['guarantee', 'equal', guarantee], ...(lines[index] ?? [])])),
  );
  const renewed: TopLevelCondition = conditions([
    ['renewalInScope', 'equal', true],
    ['originalClass', 'equal', 0],
    ['renewalConditions', 'equal', true],
  ]);
  return [
    ...matrixRules,
    ...[0, 1, 2, 3, 4].map((rank) => floor(rank, [['judged', 'equal', rank]])),
    floor(0, [['judged', 'equal', -1], ['smallBusiness', 'equal', true]]),
    floor(1, [['judged', 'equal', -1], ['smallBusiness', 'equal', false]]),
    floor(0, [measures, ...days(0, 0)]),
    floor(0, [measures, ...days(1, 7), ['technical', 'equal', true]]),
    floor(1, [measures, ...days(1, 7), ['technical', 'equal', false]]),
    floor(1, [measures, ...days(8, 90)]),
    floor(2, [measures, ...days(91, 270)]),
    floor(3, [measures, ...days(271, 360)]),
    floor(4, [measures, ...days(361, 1e9)]),
    floor(1, [measures, ['useChanged', 'equal', true]]),
    floor(1, [measures, ['nplAnywhere', 'equal', true]]),
    { conditions: { all: [...testsOf([measures, ['refinanced', 'equal', true]]), { not: renewed }] }, event: { type: 'floor', params: { rank: 1 } } },
    floor(2, [measures, ['ratingSlump', 'equal', true]]),
    floor(2, [measures, ['impaired', 'equal', true], ['lossShare', 'lessThan', 0.5]]),
    floor(3, [measures, ['impaired', 'equal', true], ['lossShare', 'greaterThanInclusive', 0.5]]),
    floor(4, [measures, ['impaired', 'equal', true], ['lossShare', 'greaterThanInclusive', 0.9]]),
    floor(2, [measures, ['nplShare', 'greaterThan', 0.1]]),
    floor(2, [measures, ['overdueShare', 'greaterThan', 0.2]]),
    floor(3, [measures, ['evades', 'equal', true]]),
    floor(4, [measures, ['bankrupt', 'equal', true]]),
    floor(2, [measures, ['restructuring', 'equal', 2]]),
    floor(1, [measures, ['restructuring', 'equal', 1], ['classBefore', 'in', [0, 1]]]),
    floor(1, [measures, ['restructuring', 'equal', 1], ['classBefore', 'greaterThanInclusive', 2], ['upgradeMet', 'equal', true]]),
    floor(2, [measures, ['restructuring', 'equal', 1], ['classBefore', 'greaterThanInclusive', 2], ['upgradeMet', 'equal', false]]),
    floor(2, [measures, ['restructuring', 'equal', 1], ['classBefore', 'equal', -1]]),
    { conditions: conditions([['groupNpl', 'equal', true]]), event: { type: 'group', params: { rank: 0 } } },
  ];
}

function floor(rank: number, tests: readonly Test[]): RuleProperties {
  return { conditions: conditions(tests), event: { type: 'floor', params: { rank } } };
}

function conditions(tests: readonly Test[]): TopLevelCondition {
  return { all: testsOf(tests) };
}

function testsOf(tests: readonly Test[]): { fact: string; operator: string; value: unknown }[] {
  return tests.map(([fact, operator, value]) => ({ fact, operator, value }));
}
