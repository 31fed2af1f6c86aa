import { pseudoRandom } from '../measure.ts';

export const classes = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
const guarantees = ['credit', 'guaranteed', 'mortgage', 'pledge'] as const;
const kinds = ['micro_enterprise', 'small_enterprise', 'medium_enterprise', 'large_enterprise', 'business_owner', 'sole_trader', 'farmer'] as const;
const products = ['working_capital', 'business', 'fixed_asset'] as const;
const restructurings = ['none', 'under_observation', 'restructured_again'] as const;

export type Class = (typeof classes)[number];

/** The facts of one loan, as the shipped policy `loan_classification` takes them; optional ones are left out now and then. */
export interface LoanCase {
  readonly loan: {
    readonly id: string;
    readonly product: (typeof products)[number];
    readonly granted_on: string;
    readonly reclassified: boolean;
    readonly guarantee: (typeof guarantees)[number];
    readonly balance: string;
    readonly overdue_days: number;
    readonly technical_overdue: boolean;
    readonly use_changed: boolean;
    readonly refinanced: boolean;
    readonly credit_impaired: boolean;
    readonly expected_loss: string;
    readonly restructuring: (typeof restructurings)[number];
    readonly class_before_restructuring?: Class;
    readonly upgrade_conditions_met?: boolean;
  };
  readonly debtor: {
    readonly kind: (typeof kinds)[number];
    readonly npl_anywhere: boolean;
    readonly claims_here: string;
    readonly npl_claims_here: string;
    readonly debts_all_banks: string;
    readonly overdue_debts_all_banks: string;
    readonly rating_slump: boolean;
    readonly evades_debt: boolean;
    readonly in_bankruptcy: boolean;
    readonly group_member_npl: boolean;
  };
  readonly renewal: {
    readonly original_class?: Class;
    readonly original_maturity?: string;
    readonly signed_before_maturity?: boolean;
    readonly lawful?: boolean;
    readonly stable?: boolean;
    readonly creditworthy?: boolean;
    readonly meets_lending_standards?: boolean;
  };
  readonly manual: {
    readonly renewal_bank_conditions?: Answer<boolean>;
    readonly class_by_definition?: Answer<Class>;
  };
}

export interface Answer<T> {
  readonly value: T;
  readonly who: string;
  readonly when: string;
}

/** A loan book: mostly sound loans, and some of everything else. The same on every run. */
export function loanBook(size: number): readonly LoanCase[] {
  const random = pseudoRandom(2023);
  const pick = <T>(options: readonly [T, ...T[]]): T => options[Math.floor(random() * options.length)] ?? options[0];
  const seldom = (): boolean => random() < 0.1;
  const mostly = (): boolean => random() < 0.9;
  const money = (most: number): string => (Math.floor(random() * most) / 100).toFixed(2);
  const optional = <K extends string, T>(key: K, value: T): { readonly [key in K]?: T } => (mostly() ? ({ [key]: value } as { readonly [key in K]?: T }) : {});
  const answered = <K extends string, T>(key: K, value: T, often: number): { readonly [key in K]?: Answer<T> } =>
    random() < often ? ({ [key]: { value, who: '李明', when: '2024-10-01' } } as { readonly [key in K]?: Answer<T> }) : {};
  return Array.from({ length: size }, (_, index) => ({
    loan: {
      id: `KJ-2024-${index}`,
      product: pick(products),
      granted_on: pick(['2021-03-15', '2023-06-30', '2023-07-01', '2024-05-20']),
      reclassified: random() < 0.5,
      guarantee: pick(guarantees),
      balance: random() < 0.02 ? '0.00' : money(500_000_000),
      overdue_days: random() < 0.6 ? 0 : Math.floor(random() * 400),
      technical_overdue: seldom(),
      use_changed: seldom(),
      refinanced: random() < 0.3,
      credit_impaired: seldom(),
      expected_loss: money(100_000_000),
      restructuring: seldom() ? pick(restructurings) : 'none',
      ...optional('class_before_restructuring', pick(classes)),
      ...optional('upgrade_conditions_met', random() < 0.5),
    },
    debtor: {
      kind: pick(kinds),
      npl_anywhere: seldom(),
      claims_here: money(500_000_000),
      npl_claims_here: seldom() ? money(100_000_000) : '0.00',
      debts_all_banks: money(900_000_000),
      overdue_debts_all_banks: seldom() ? money(300_000_000) : '0.00',
      rating_slump: seldom(),
      evades_debt: random() < 0.02,
      in_bankruptcy: random() < 0.02,
      group_member_npl: seldom(),
    },
    renewal: {
      ...optional('original_class', mostly() ? 'normal' : pick(classes)),
      ...optional('original_maturity', pick(['2024-09-30', '2027-09-30', '2027-10-01'])),
      ...optional('signed_before_maturity', mostly()),
      ...optional('lawful', mostly()),
      ...optional('stable', mostly()),
      ...optional('creditworthy', mostly()),
      ...optional('meets_lending_standards', mostly()),
    },
    manual: { ...answered('renewal_bank_conditions', mostly(), 0.9), ...answered('class_by_definition', pick(classes), 0.3) },
  }));
}
