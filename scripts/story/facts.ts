import type { PlainJson } from '../../src/index.ts';
import type { Enterprise, Month, Officer, State, SubBranch } from './sub-branch.ts';

/** What the sub-branch knows, as facts of each policy: the work of an integration engineer, for one bank. */

export function loanFacts({ id, loan, guarantee, granted_on }: Enterprise, state: State, debt: string, groupMemberFailed: boolean): PlainJson {
  return {
    loan: {
      id, product: 'working_capital', granted_on, reclassified: true, guarantee, balance: loan, overdue_days: state.overdue_days, technical_overdue: false,
      use_changed: false, refinanced: false, credit_impaired: state.credit_impaired, expected_loss: state.expected_loss, restructuring: 'none',
    },
    debtor: {
      kind: 'small_enterprise', npl_anywhere: state.credit_impaired, claims_here: loan, npl_claims_here: '0.00', debts_all_banks: debt,
      overdue_debts_all_banks: state.overdue_days > 90 ? loan : '0.00', rating_slump: false, evades_debt: false, in_bankruptcy: false, group_member_npl: groupMemberFailed,
    },
  };
}

/** Since when an enterprise is on the watch list, and when it last gave a signal. */
export interface Watch {
  readonly listed_on?: string;
  readonly last_signal_on?: string;
}

export function signalFacts({ id, total_assets, total_debt, sales, related_sales, guarantees_given }: Enterprise, state: State, loanClass: string, watch: Watch): PlainJson {
  const { interest_unpaid_days, production, arrears, key_person_lost, lawsuit } = state;
  return {
    enterprise: { id, total_assets, total_debt, sales, related_sales, guarantees_given, interest_unpaid_days, production, arrears, key_person_lost, lawsuit },
    loan: { class: loanClass, funds_diverted: false, refinanced_under_pressure: false, collateral_impaired: false },
    watch: { ...watch },
  };
}

export function inspectionFacts({ id, loan, granted_on }: Enterprise, state: State, loanClass: string, before: string, warned: boolean): PlainJson {
  return {
    loan: { id, disbursed_on: granted_on, term: 12, balance: loan, class: loanClass, previous_class: before, interest_unpaid_days: state.interest_unpaid_days, overdue_days: state.overdue_days },
    enterprise: { stopped: state.production === 'stopped', warning_raised: warned, supervisor_asks: false },
  };
}

export function groupFacts({ group, enterprises }: SubBranch): PlainJson {
  return {
    group: { ...group },
    members: enterprises.map(({ id, rating, total_assets, total_debt, sales_deposited, credit_line, loan }) => ({
      id, rating, debt_to_assets: (Number(total_debt) / Number(total_assets)).toFixed(4), sales_deposited, credit_line, loan, in_another_group: false,
    })),
    relations: [],
  };
}

export function contagionFacts({ enterprises, guarantees }: SubBranch, failed: readonly string[]): PlainJson {
  return {
    enterprises: enterprises.map(({ id, total_assets, total_debt, loan }) => ({ id, member: true, assets: total_assets, debts: total_debt, joint_loan: loan })),
    guarantees: guarantees.map((each) => ({ ...each })),
    failed: [...failed],
  };
}

export function accountabilityFacts({ officers, bank }: SubBranch, { id, officer }: Enterprise, state: State, loanClass: string): PlainJson {
  const involved = officers.filter((one) => one.id === officer);
  return {
    loan: { id, class: loanClass, overdue_days: state.overdue_days, accrues: state.overdue_days <= 90, loss: state.expected_loss, cause: state.cause },
    people: involved.map(({ id: person, role, broke_rules, steps_done, bar }) => ({ id: person, role, broke_rules, steps_done, bar })),
    ratios: { branch_sme: bank.branch_sme, head_office_target: bank.head_office_target, bank_sme: bank.bank_sme, bank_all: bank.npl_ratio },
  };
}

export function competenceFacts(officer: Officer, { loan }: Enterprise): PlainJson {
  const { id, law_sitting, specialty, specialty_sitting, certificate_checked_on, months_in_credit, training_hours, own_limit } = officer;
  return {
    officer: { id, law_sitting, specialty, specialty_sitting, certificate_checked_on, months_in_credit, training_hours, own_limit, portfolio: '0.00', portfolio_npl: '0.00' },
    loan: { amount: loan, borrower_close_to_officer: false },
  };
}

export function payFacts({ bank }: SubBranch, { id, base_pay, performance_pay }: Officer, balance: string, npl: string, exempt: boolean): PlainJson {
  return {
    person: { id, position: 'risk_taker', base_pay, performance_pay, paid_for_period: '0.00', overpaid: '0.00' },
    bank: { capital_adequacy_missed: false, npl_missed: false, coverage_missed: false, case_risk_missed: false, leverage_missed: false, npl_ratio: bank.npl_ratio },
    portfolio: { balance, npl, exempt },
    event: {
      indicators_badly_missed: false, taken_over: false, major_risk: false, accounts_restated: false, appraisal_faked: false, granted_outside_procedure: false,
      abnormal_exposure: false, mainly_responsible: false,
    },
    recovery: { class: 'normal', amount: '0.00', by_person_at_fault: false },
  };
}

/** The enterprises whose loans are bad in a month. */
export function failedIn({ states }: Month): readonly string[] {
  return [...states].filter(([, { overdue_days }]) => overdue_days > 90).map(([id]) => id);
}
