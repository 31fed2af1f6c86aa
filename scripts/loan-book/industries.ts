/** The industries of the book: how many of the enterprises, how often one is distressed, and how it is built. Invented figures. */
export interface Industry {
  /** Weight among the enterprises. */
  readonly weight: number;
  /** Probability of distress of an average enterprise, with an average officer, in an average year. */
  readonly distress: number;
  readonly medianRevenue: number;
  readonly revenuePerEmployee: number;
  /** Code of the catalogue of industries, as the bank's own list has it. */
  readonly code: string;
}

export const industries = {
  agriculture: { weight: 8, distress: 0.05, medianRevenue: 3e6, revenuePerEmployee: 3e5, code: 'A0111' },
  industrial: { weight: 34, distress: 0.05, medianRevenue: 1.5e7, revenuePerEmployee: 5e5, code: 'C3130' },
  construction: { weight: 8, distress: 0.09, medianRevenue: 2e7, revenuePerEmployee: 6e5, code: 'E4710' },
  wholesale: { weight: 22, distress: 0.07, medianRevenue: 2e7, revenuePerEmployee: 2e6, code: 'F5164' },
  retail: { weight: 12, distress: 0.04, medianRevenue: 3e6, revenuePerEmployee: 4e5, code: 'F5211' },
  transport: { weight: 6, distress: 0.05, medianRevenue: 5e6, revenuePerEmployee: 4e5, code: 'G5430' },
  catering: { weight: 5, distress: 0.08, medianRevenue: 2e6, revenuePerEmployee: 1.5e5, code: 'H6210' },
  software: { weight: 5, distress: 0.02, medianRevenue: 6e6, revenuePerEmployee: 6e5, code: 'I6513' },
} as const satisfies Record<string, Industry>;

export type IndustryName = keyof typeof industries;

/** The list that the bank keeps: one industry of the book is restricted in it. */
export const catalogue = [{ code: 'C3130', treatment: 'permitted' }, { code: 'E4710', treatment: 'restricted' }, { code: 'I6513', treatment: 'encouraged' }];
