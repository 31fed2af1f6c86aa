import type { Answer } from '../../src/index.ts';
import type { Decided } from './decide.ts';
import { classes } from './decide.ts';
import { money } from './facts.ts';

/** At most so many undecided answers are shown in full. */
const SHOWN = 20;

const figures = ['npl', 'npl_ratio', 'general_provision', 'specific_provision', 'coverage', 'provision_ratio', 'standard', 'required_allowance', 'shortfall'];

/** The tables of a decided book, as lines of text. */
export function* summary({ byClass, outcomes, events, undecided }: Decided, portfolio: Answer): Generator<string> {
  yield* table([['class', 'loans', 'balance', 'specific provision'], ...classes.map((name) => {
    const { loans, balance, provision } = byClass[name];
    return [name, String(loans), money(balance / 100), money(provision / 100)];
  })]);
  yield '';
  yield* table([['portfolio_provision', 'value'], ...figures.flatMap((name) => {
    const decision = portfolio.decisions[name];
    return decision === undefined ? [] : [[name, decision.value === undefined ? decision.outcome : textOf(decision.value)]];
  })]);
  yield '';
  yield* table([['event', 'times'], ...[...events].sort(([one], [other]) => (one < other ? -1 : 1)).map(([event, times]) => [event, String(times)])]);
  yield '';
  yield* table([['policy', 'outcome', 'answers'], ...[...outcomes].flatMap(([policy, counts]) => [...counts].map(([outcome, times]) => [policy, outcome, String(times)]))]);
  if (undecided.length > 0) yield '';
  yield* undecided.slice(0, SHOWN);
  if (undecided.length > SHOWN) yield `and ${undecided.length - SHOWN} more`;
}

function textOf(value: Answer['events'][number]['data']): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The first column to the left, the others to the right, where numbers belong. */
function* table(rows: readonly (readonly string[])[]): Generator<string> {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  for (const row of rows) yield row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
}
