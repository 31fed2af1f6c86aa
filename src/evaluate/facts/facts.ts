import type { Missing, Value } from '../../feel/values/value.ts';
import type { Fact } from '../../model/policy.ts';

/** The facts of one case, checked against the policy's types. An absent fact, required or optional, is not in the map. */
export interface Facts {
  readonly values: ReadonlyMap<Fact, Value | Missing>;
  /** Who answered the manual facts, and when. */
  readonly attestations?: ReadonlyMap<Fact, Attestation>;
}

/** Who answers for a manual fact's value. */
export interface Attestation {
  readonly who: string;
  /** A date, or a date and time, in ISO 8601 form. */
  readonly when: string;
}
