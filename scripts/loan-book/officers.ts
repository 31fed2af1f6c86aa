import type { Chance } from './distributions.ts';
import { daysBefore } from './dates.ts';

/** A loan officer. A good one chooses better borrowers, and has done what is asked of an officer. */
export interface Officer {
  readonly id: string;
  /** Standard normal; the larger the better. */
  readonly quality: number;
  readonly lawSitting: number;
  readonly specialty: string;
  readonly specialtySitting: number;
  readonly certificateCheckedOn: string;
  readonly monthsInCredit: number;
  readonly trainingHours: number;
  /** In yuan. */
  readonly ownLimit: number;
}

export function officersOf(chance: Chance, count: number, asOf: string): readonly Officer[] {
  return Array.from({ length: count }, (_, at) => {
    const quality = chance.normal();
    const lawSitting = chance.integer(10, 24);
    return {
      id: `V${String(at + 1).padStart(4, '0')}`,
      quality,
      lawSitting,
      specialty: chance.categorical({ corporate_credit: 80, personal_loans: 12, risk_management: 5, bank_management: 3 }),
      specialtySitting: lawSitting + (chance.bernoulli(0.95) ? chance.integer(0, 1) : 2),
      certificateCheckedOn: daysBefore(asOf, chance.integer(10, 760)),
      monthsInCredit: Math.max(1, Math.round(chance.lognormal(60, 0.8))),
      trainingHours: Math.max(0, Math.round(30 + 10 * quality + 8 * chance.normal())),
      ownLimit: Number(chance.categorical({ '3000000': 30, '5000000': 40, '10000000': 20, '50000000': 10 })),
    };
  });
}
