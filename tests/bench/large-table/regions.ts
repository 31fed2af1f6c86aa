import { pseudoRandom } from '../measure.ts';

/**
 * A table as a bank has them (a branch, a product, days, amounts, dates, answers with yes or no, one that may be
 * missing, rows by date), complete and without overlap: the space of all cases, cut in two again and again.
 */

/** Whole numbers from `low` up to, not including, `high`: days, fen, days since 2000, or members of a list by number. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** A stretch for each of `dimensions`. */
export type Region = readonly Stretch[];

export interface Dimension {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** A stretch as a cell. */
  readonly cell: (stretch: Stretch) => string;
}

const products = ['mortgage_loan', 'consumer_loan', 'credit_card', 'working_capital', 'project_loan', 'trade_finance'];
const guarantees = ['credit', 'guaranteed', 'mortgage', 'pledge'];

/** Days, months and amounts beyond these are cut no further. */
const YEARS = 9000;

export function dimensionsFor(branches: number): readonly Dimension[] {
  const names = Array.from({ length: branches }, (_, branch) => `"B${String(branch).padStart(4, '0')}"`);
  return [
    { name: 'branch', type: 'text', size: branches + 1, cell: ({ low, high }) => (high <= branches ? names.slice(low, high).join(', ') : low === 0 ? '-' : `not(${names.slice(0, low).join(', ')})`) },
    { name: 'product', type: 'Product', size: products.length, cell: membersOf(products) },
    { name: 'overdue_days', type: 'days >= 0', size: 2000, cell: numbersUpTo(2000, String) },
    { name: 'guarantee', type: 'Guarantee', size: guarantees.length, cell: membersOf(guarantees) },
    { name: 'balance', type: 'money CNY >= 0', size: 10_000_000, cell: numbersUpTo(10_000_000, yuan) },
    { name: 'refinanced', type: 'boolean', size: 2, cell: membersOf(['false', 'true']) },
    { name: 'disbursed_on', type: 'date', size: YEARS, cell: datesUpTo(YEARS) },
    { name: 'expected_loss', type: 'money CNY >= 0 optional', size: 1_000_001, cell: orMissing(1_000_000, yuan) },
    { name: 'in force', type: '', size: YEARS, cell: datesUpTo(YEARS) },
  ];
}

/** So many regions that share nothing and leave nothing out, in no order. Branches are told apart first. */
export function regionsOf(dimensions: readonly Dimension[], count: number, seed: number): readonly Region[] {
  const random = pseudoRandom(seed);
  const whole: Region = dimensions.map(({ size }) => ({ low: 0, high: size }));
  const branches = dimensions[0]?.size ?? 0;
  const regions: Region[] = Array.from({ length: branches }, (_, low) => whole.with(0, { low, high: low + 1 }));
  // Round by round, each region once, so that all are cut about as often.
  for (let next = 0; regions.length < count; next = (next + 1) % regions.length) {
    const region = regions[next] ?? whole;
    const dimension = 1 + Math.floor(random() * (dimensions.length - 1));
    const { low, high } = region[dimension] ?? { low: 0, high: 0 };
    if (high - low < 2) continue;
    const cut = low + 1 + Math.floor(random() * (high - low - 1));
    regions[next] = region.with(dimension, { low, high: cut });
    regions.push(region.with(dimension, { low: cut, high }));
  }
  return regions.map((region) => ({ region, at: random() })).sort((a, b) => a.at - b.at).map(({ region }) => region);
}

function membersOf(members: readonly string[]): Dimension['cell'] {
  return ({ low, high }) => (high - low === members.length ? '-' : members.slice(low, high).join(', '));
}

function numbersUpTo(size: number, text: (number: number) => string): Dimension['cell'] {
  return ({ low, high }) => (high === size ? (low === 0 ? '-' : `>= ${text(low)}`) : `[${text(low)}..${text(high)})`);
}

/** The last of the whole numbers stands for what is missing. */
function orMissing(size: number, text: (number: number) => string): Dimension['cell'] {
  const present = numbersUpTo(size, text);
  return ({ low, high }) => {
    if (high <= size) return low === 0 && high === size ? '>= 0' : present({ low, high });
    if (low === size) return 'missing';
    return low === 0 ? '-' : `${present({ low, high: size })}, missing`;
  };
}

function datesUpTo(size: number): Dimension['cell'] {
  return ({ low, high }) => (low === 0 && high === size ? '-' : low === 0 ? `.. ${day(high - 1)}` : high === size ? `${day(low)} ..` : `${day(low)} .. ${day(high - 1)}`);
}

function yuan(hundreds: number): string {
  return `${hundreds}00`;
}

function day(number: number): string {
  return new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
}

/** Whether some case lies in both regions. */
export function shareCases(a: Region, b: Region): boolean {
  return a.every(({ low, high }, dimension) => low < (b[dimension]?.high ?? 0) && (b[dimension]?.low ?? 0) < high);
}

/** Regions of up to half of every dimension, each somewhere else: most overlap many, and no cut tells them apart. */
export function wideRegions(dimensions: readonly Dimension[], count: number, seed: number): readonly Region[] {
  const random = pseudoRandom(seed);
  return Array.from({ length: count }, () =>
    dimensions.map(({ size }) => {
      const start = Math.floor((random() * 1.5 - 0.5) * size);
      return { low: Math.max(0, start), high: Math.max(1, Math.min(size, start + Math.ceil(size / 2))) };
    }),
  );
}

/** Questions answered with yes or no, and the dates of rows. */
export function answerDimensions(count: number): readonly Dimension[] {
  const answers = Array.from({ length: count }, (_, answer): Dimension => ({ name: `answer_${answer + 1}`, type: 'boolean', size: 2, cell: membersOf(['false', 'true']) }));
  return [...answers, { name: 'in force', type: '', size: YEARS, cell: datesUpTo(YEARS) }];
}

/** Rows that each ask three questions of many: whether together they leave a case out is the problem that solvers are measured by. */
export function threeAnswers(dimensions: readonly Dimension[], count: number, seed: number): readonly Region[] {
  const random = pseudoRandom(seed);
  const whole: Region = dimensions.map(({ size }) => ({ low: 0, high: size }));
  return Array.from({ length: count }, () => {
    const asked = new Set<number>();
    while (asked.size < 3) asked.add(Math.floor(random() * (dimensions.length - 1)));
    return [...asked].reduce((region, question) => {
      const answer = random() < 0.5 ? 0 : 1;
      return region.with(question, { low: answer, high: answer + 1 });
    }, whole);
  });
}
