import type { LoanCase } from './cases.ts';
import { classes } from './cases.ts';

/** What every contestant must find for a loan. Classes are ranks, 0 normal to 4 loss; amounts are in fen. */
export interface Found {
  readonly class: number;
  readonly provision: number;
  readonly watched: boolean;
  readonly nonPerforming: boolean;
  readonly groupToAssess: boolean;
}

/** A loan with its facts validated and at hand as a programmer would have them: codes, booleans, whole fen. -1 is absent. */
export interface HandLoan {
  readonly underMeasures: boolean;
  readonly guarantee: number;
  readonly balance: number;
  readonly overdueDays: number;
  readonly technical: boolean;
  readonly useChanged: boolean;
  readonly refinanced: boolean;
  readonly impaired: boolean;
  readonly expectedLoss: number;
  readonly restructuring: number;
  readonly classBefore: number;
  readonly upgradeMet: boolean;
  readonly smallBusiness: boolean;
  readonly nplAnywhere: boolean;
  readonly claimsHere: number;
  readonly nplHere: number;
  readonly debts: number;
  readonly overdueDebts: number;
  readonly ratingSlump: boolean;
  readonly evades: boolean;
  readonly bankrupt: boolean;
  readonly groupNpl: boolean;
  readonly renewalInScope: boolean;
  readonly originalClass: number;
  readonly renewalConditions: boolean;
  readonly judged: number;
}

/** Lays a case out, for the as-of date 2024-10-15. */
export function handLoan({ loan, debtor, renewal, manual }: LoanCase): HandLoan {
  const rank = (name: string | undefined): number => classes.findIndex((each) => each === name);
  const ofPeople = ['business_owner', 'sole_trader', 'farmer'].includes(debtor.kind);
  const small = ['micro_enterprise', 'small_enterprise'].includes(debtor.kind);
  const medium = debtor.kind === 'medium_enterprise' && renewal.original_maturity !== undefined && renewal.original_maturity <= '2027-09-30';
  return {
    underMeasures: loan.granted_on >= '2023-07-01' || loan.reclassified,
    guarantee: ['credit', 'guaranteed', 'mortgage', 'pledge'].indexOf(loan.guarantee),
    balance: fen(loan.balance),
    overdueDays: loan.overdue_days,
    technical: loan.technical_overdue,
    useChanged: loan.use_changed,
    refinanced: loan.refinanced,
    impaired: loan.credit_impaired,
    expectedLoss: fen(loan.expected_loss),
    restructuring: ['none', 'under_observation', 'restructured_again'].indexOf(loan.restructuring),
    classBefore: rank(loan.class_before_restructuring),
    upgradeMet: loan.upgrade_conditions_met === true,
    smallBusiness: small || ofPeople,
    nplAnywhere: debtor.npl_anywhere,
    claimsHere: fen(debtor.claims_here),
    nplHere: fen(debtor.npl_claims_here),
    debts: fen(debtor.debts_all_banks),
    overdueDebts: fen(debtor.overdue_debts_all_banks),
    ratingSlump: debtor.rating_slump,
    evades: debtor.evades_debt,
    bankrupt: debtor.in_bankruptcy,
    groupNpl: debtor.group_member_npl,
    renewalInScope: ((small || medium) && loan.product === 'working_capital') || (ofPeople && loan.product === 'business'),
    originalClass: rank(renewal.original_class),
    renewalConditions:
      renewal.lawful === true &&
      renewal.stable === true &&
      renewal.creditworthy === true &&
      renewal.meets_lending_standards === true &&
      renewal.signed_before_maturity === true &&
      manual.renewal_bank_conditions?.value === true,
    judged: rank(manual.class_by_definition?.value),
  };
}

export function fen(amount: string): number {
  return Number(amount.replace('.', ''));
}

/** By line (days past due), then by guarantee. */
export const matrix: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [1, 0, 0, 0],
  [2, 1, 1, 0],
  [3, 2, 1, 1],
  [3, 3, 2, 2],
  [4, 4, 3, 3],
];

/** Percent, by class. */
export const rates: readonly number[] = [0, 2, 25, 50, 100];

/** The shipped policy as of 2024-10-15, as a programmer would write it: exact, since every amount is a whole number of fen. */
export function classifyByHand(loan: HandLoan): Found {
  let worst = loan.judged >= 0 ? loan.judged : loan.smallBusiness ? 0 : 1;
  if (loan.smallBusiness) {
    const days = loan.overdueDays;
    const line = days === 0 ? 0 : days <= 30 ? 1 : days <= 90 ? 2 : days <= 180 ? 3 : days <= 360 ? 4 : 5;
    worst = Math.max(worst, matrix[line]?.[loan.guarantee] ?? 0);
  }
  if (loan.underMeasures) worst = Math.max(worst, measuresFloor(loan));
  return {
    class: worst,
    provision: Math.floor((loan.balance * (rates[worst] ?? 0) + 50) / 100),
    watched: worst >= 1,
    nonPerforming: worst >= 2,
    groupToAssess: loan.groupNpl,
  };
}

function measuresFloor(loan: HandLoan): number {
  const days = loan.overdueDays;
  let floor = days === 0 || (days <= 7 && loan.technical) ? 0 : days <= 90 ? 1 : days <= 270 ? 2 : days <= 360 ? 3 : 4;
  if (loan.useChanged || loan.nplAnywhere) floor = Math.max(floor, 1);
  if (loan.refinanced && !(loan.renewalInScope && loan.originalClass === 0 && loan.renewalConditions)) floor = Math.max(floor, 1);
  if (loan.ratingSlump) floor = Math.max(floor, 2);
  if (loan.impaired) {
    const { balance, expectedLoss } = loan;
    const share = balance === 0 ? 0 : expectedLoss;
    floor = Math.max(floor, share * 2 < balance || balance === 0 ? 2 : share * 10 < balance * 9 ? 3 : 4);
  }
  if (loan.claimsHere > 0 && loan.nplHere * 10 > loan.claimsHere) floor = Math.max(floor, 2);
  if (loan.debts > 0 && loan.overdueDebts * 5 > loan.debts) floor = Math.max(floor, 2);
  if (loan.evades) floor = Math.max(floor, 3);
  if (loan.bankrupt) floor = 4;
  if (loan.restructuring === 2) floor = Math.max(floor, 2);
  if (loan.restructuring === 1) {
    const eased = loan.classBefore === 0 || loan.classBefore === 1 || (loan.classBefore >= 2 && loan.upgradeMet);
    floor = Math.max(floor, eased ? 1 : 2);
  }
  return floor;
}
