/** Seeded chance: the same seed draws the same book. Each distribution has its name; `docs/loan-book.md` says where each is used and why. */
export interface Chance {
  /** Continuous uniform on [from, to). */
  readonly uniform: (from: number, to: number) => number;
  /** Discrete uniform on from, from + 1, …, to. */
  readonly integer: (from: number, to: number) => number;
  /** Bernoulli: true with the probability. */
  readonly bernoulli: (probability: number) => boolean;
  /** Categorical: a key, as often as its weight says. */
  readonly categorical: <T extends string>(weights: Readonly<Record<T, number>>) => T;
  /** Normal, mean 0, standard deviation 1 (Box and Muller). */
  readonly normal: () => number;
  /** Lognormal, by its median and the standard deviation of its logarithm. */
  readonly lognormal: (median: number, sigma: number) => number;
  /** Exponential, by its mean. */
  readonly exponential: (mean: number) => number;
}

export function chanceOf(seed: number): Chance {
  const next = mulberry32(seed);
  const uniform = (from: number, to: number): number => from + next() * (to - from);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    uniform,
    integer: (from, to) => Math.floor(uniform(from, to + 1)),
    bernoulli: (probability) => next() < probability,
    categorical: (weights) => {
      const keys = keysOf(weights);
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      const chosen = keys.find((key) => (left -= weights[key]) < 0) ?? keys.at(-1);
      if (chosen === undefined) throw new Error('a categorical distribution needs a weight');
      return chosen;
    },
    normal,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
}

/** The probability whose log-odds are those of `base`, moved by `shift`. */
export function shiftedOdds(base: number, shift: number): number {
  const odds = (base / (1 - base)) * Math.exp(shift);
  return odds / (1 + odds);
}

function keysOf<T extends string>(weights: Readonly<Record<T, number>>): readonly T[] {
  return Object.keys(weights) as T[];
}

/** Tommy Ettinger's generator: 32 bits of state, on [0, 1). Enough for a book, not for cryptography. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
