import { readFileSync } from 'node:fs';

/** The sub-branch of the story, as its systems would hold it: `rules/examples/sub-branch.json`. Amounts are texts of digits. */
export interface SubBranch {
  readonly group: { readonly id: string; readonly term: number; readonly risk_fund: string };
  readonly officers: readonly Officer[];
  readonly enterprises: readonly Enterprise[];
  readonly guarantees: readonly { readonly guarantor: string; readonly debtor: string; readonly amount: string }[];
  readonly bank: { readonly npl_ratio: string; readonly branch_sme: string; readonly head_office_target: string; readonly bank_sme: string };
  readonly months: readonly { readonly as_of: string; readonly what: string; readonly changes: Readonly<Record<string, Partial<State>>> }[];
}

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly law_sitting: number;
  readonly specialty: string;
  readonly specialty_sitting: number;
  readonly certificate_checked_on: string;
  readonly months_in_credit: number;
  readonly training_hours: number;
  readonly own_limit: string;
  readonly base_pay: string;
  readonly performance_pay: string;
  readonly role: string;
  readonly broke_rules: boolean;
  readonly steps_done: boolean;
  readonly bar: string;
}

export interface Enterprise {
  readonly id: string;
  readonly name: string;
  readonly officer: string;
  readonly rating: string;
  readonly credit_line: string;
  readonly loan: string;
  readonly guarantee: string;
  readonly granted_on: string;
  readonly total_assets: string;
  readonly total_debt: string;
  readonly sales: string;
  readonly related_sales: string;
  readonly sales_deposited: string;
  readonly guarantees_given: string;
}

/** What changes from month to month. What a month does not say stays as it was. */
export interface State {
  readonly overdue_days: number;
  readonly interest_unpaid_days: number;
  readonly production: string;
  readonly arrears: boolean;
  readonly lawsuit: boolean;
  readonly key_person_lost: boolean;
  readonly credit_impaired: boolean;
  readonly expected_loss: string;
  /** The main cause of the loss, once there is one. */
  readonly cause: string;
}

const QUIET: State = {
  overdue_days: 0,
  interest_unpaid_days: 0,
  production: 'full',
  arrears: false,
  lawsuit: false,
  key_person_lost: false,
  credit_impaired: false,
  expected_loss: '0.00',
  cause: 'at_origination',
};

export interface Month {
  readonly asOf: string;
  readonly what: string;
  readonly states: ReadonlyMap<string, State>;
}

export function readSubBranch(): SubBranch {
  return JSON.parse(readFileSync('rules/examples/sub-branch.json', 'utf8')) as SubBranch;
}

/** The months with everything that holds in them, whether it is new or was so before. */
export function monthsOf({ enterprises, months }: SubBranch): readonly Month[] {
  let states: ReadonlyMap<string, State> = new Map(enterprises.map(({ id }) => [id, QUIET]));
  return months.map(({ as_of: asOf, what, changes }) => {
    states = new Map([...states].map(([id, state]) => [id, { ...state, ...changes[id] }]));
    return { asOf, what, states };
  });
}
