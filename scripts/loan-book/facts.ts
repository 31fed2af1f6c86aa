import type { PlainJson } from '../../src/index.ts';
import type { Circumstances } from './circumstances.ts';
import type { Enterprise } from './enterprises.ts';
import { catalogue, industries } from './industries.ts';
import type { Loan } from './loans.ts';

type Facts = Readonly<Record<string, PlainJson>>;

/** Amounts go out as texts of digits, with fen. */
export const money = (yuan: number): string => yuan.toFixed(2);

export function sizeFacts({ id, industry, employees, revenue, totalAssets }: Enterprise): Facts {
  return { enterprise: { id, industry, employees, revenue: money(revenue), total_assets: money(totalAssets) } };
}

export function classificationFacts(loan: Loan, { kind, borrower, judged, previousClass, judgedOn }: Circumstances): Facts {
  const isPersonal = kind === 'sole_trader';
  const answered = (value: PlainJson): PlainJson => ({ value, who: loan.enterprise.officer.id, when: judgedOn });
  return {
    loan: {
      id: loan.id, product: isPersonal ? 'business' : loan.product, granted_on: loan.grantedOn, reclassified: true, guarantee: loan.guarantee, balance: money(loan.balance),
      overdue_days: loan.overdueDays, technical_overdue: loan.isTechnical, use_changed: loan.isFundsDiverted, refinanced: loan.isRefinanced,
      credit_impaired: loan.isImpaired, expected_loss: money(loan.expectedLoss), restructuring: 'none',
    },
    debtor: {
      kind, npl_anywhere: borrower.nplHere > 0 || borrower.overdueElsewhere > 0, claims_here: money(borrower.claimsHere), npl_claims_here: money(borrower.nplHere),
      debts_all_banks: money(borrower.claimsHere + borrower.debtsElsewhere), overdue_debts_all_banks: money(borrower.nplHere + borrower.overdueElsewhere),
      rating_slump: false, evades_debt: borrower.evadesDebt, in_bankruptcy: borrower.isBankrupt, group_member_npl: borrower.memberFailed,
    },
    ...(loan.isRefinanced
      ? {
          renewal: {
            original_class: previousClass, original_maturity: loan.grantedOn, signed_before_maturity: true, lawful: true, stable: !loan.enterprise.isDistressed,
            creditworthy: !loan.isFundsDiverted, meets_lending_standards: true,
          },
        }
      : {}),
    manual: { ...(loan.isRefinanced ? { renewal_bank_conditions: answered(true) } : {}), ...(judged === undefined ? {} : { class_by_definition: answered(judged) }) },
  };
}

export function stageFacts({ overdueDays, isImpaired, enterprise }: Loan, loanClass: string): Facts {
  return {
    loan: {
      class: loanClass, overdue_days: overdueDays, risk_increased: enterprise.isDistressed || loanClass !== 'normal', credit_impaired: isImpaired,
      rebuts_30_days: false, rebuts_90_days: false,
    },
  };
}

export function signalFacts({ enterprise, isFundsDiverted, isRefinanced, interestUnpaidDays }: Loan, { borrower, watch }: Circumstances, loanClass: string): Facts {
  const { id, totalAssets, totalDebt, revenue, relatedSales, guaranteesGiven, isDistressed } = enterprise;
  const { production, arrears, keyPersonLost, lawsuit, collateralImpaired } = borrower;
  return {
    enterprise: {
      id, total_assets: money(totalAssets), total_debt: money(totalDebt), sales: money(revenue), related_sales: money(relatedSales), guarantees_given: money(guaranteesGiven),
      interest_unpaid_days: interestUnpaidDays, production, arrears, key_person_lost: keyPersonLost, lawsuit,
    },
    loan: { class: loanClass, funds_diverted: isFundsDiverted, refinanced_under_pressure: isRefinanced && isDistressed, collateral_impaired: collateralImpaired },
    watch: { ...watch },
  };
}

export function inspectionFacts(loan: Loan, { borrower, previousClass, lastCheckedOn }: Circumstances, loanClass: string, isWarned: boolean): Facts {
  return {
    loan: {
      id: loan.id, disbursed_on: loan.grantedOn, term: loan.term, balance: money(loan.balance), class: loanClass, previous_class: previousClass,
      interest_unpaid_days: loan.interestUnpaidDays, overdue_days: loan.overdueDays, last_checked_on: lastCheckedOn,
    },
    enterprise: { stopped: borrower.production === 'stopped', warning_raised: isWarned, supervisor_asks: false },
  };
}

export function limitFacts({ enterprise, product, term, guarantee }: Loan, { kind, borrower, isOnBetterTerms }: Circumstances, capital: number): Facts {
  return {
    loan: {
      product: kind === 'sole_trader' ? 'personal_business' : product, term, long_cycle: term > 36, unsecured: guarantee === 'credit', better_than_others: isOnBetterTerms,
    },
    borrower: { industry_code: industries[enterprise.industry].code, related_person: enterprise.isRelatedPerson, balance_with_this_loan: money(borrower.claimsHere) },
    bank: { capital: money(capital) },
    catalogue,
    enterprise_size: sizeFacts(enterprise),
  };
}

export function dutyFacts({ id, amount, enterprise, product }: Loan, { staff, conflicted }: Circumstances): Facts {
  return {
    loan: { id, amount: money(amount), product: enterprise.circle === undefined ? product : 'joint_guarantee', related: enterprise.isRelatedPerson },
    staff: {
      main_investigator: enterprise.officer.id, second_investigator: staff.secondInvestigator, reviewer: staff.reviewer, approver: staff.approver,
      disbursement_reviewer: staff.disbursementReviewer, committee_members: staff.committeeMembers,
    },
    conflicted: [...conflicted],
  };
}

export function accountabilityFacts(loan: Loan, { staff, diligence, cause }: Circumstances, loanClass: string, ratios: PlainJson): Facts {
  const person = (id: string, role: keyof typeof diligence): PlainJson => {
    const { brokeRules, stepsDone, bar } = diligence[role];
    return { id, role, broke_rules: brokeRules, steps_done: stepsDone, bar };
  };
  return {
    loan: { id: loan.id, class: loanClass, overdue_days: loan.overdueDays, accrues: loan.overdueDays < 90, loss: money(loan.expectedLoss), cause },
    people: [
      person(loan.enterprise.officer.id, 'investigation'), person(staff.reviewer, 'review'), person(staff.approver, 'approval'),
      person(staff.disbursementReviewer, 'disbursement'), person(loan.enterprise.officer.id, 'post_loan'),
    ],
    ratios,
  };
}

export function competenceFacts({ amount, enterprise: { officer } }: Loan, { isCloseToOfficer }: Circumstances, portfolio: { readonly balance: number; readonly npl: number }): Facts {
  return {
    officer: {
      id: officer.id, law_sitting: officer.lawSitting, specialty: officer.specialty, specialty_sitting: officer.specialtySitting,
      certificate_checked_on: officer.certificateCheckedOn, months_in_credit: officer.monthsInCredit, training_hours: officer.trainingHours,
      own_limit: money(officer.ownLimit), portfolio: money(portfolio.balance), portfolio_npl: money(portfolio.npl),
    },
    loan: { amount: money(amount), borrower_close_to_officer: isCloseToOfficer },
  };
}
