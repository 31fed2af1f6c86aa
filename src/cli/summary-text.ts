import type { Json } from '../evaluate/answer.ts';
import type { PlaceJson } from '../evaluate/facts/case.ts';
import type { DecisionSummary, OutcomeCounts, Summary } from '../evaluate/summary/summary.ts';
import type { Policy } from '../model/policy.ts';
import { memberLabel } from './answer-text.ts';
import { columns, readable } from './columns.ts';
import { grouped } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** How many values of one decision a person is shown; JSON has more. */
const VALUES_SHOWN = 10;

/** What a run came to, for a person: outcomes, the values of each decision, triggers and events, and what was refused. */
export function summaryText(policy: Policy, summary: Summary, seconds: number, terminal: Terminal): string {
  const { cases, answered, refused } = summary;
  const { bold, dim } = terminal.colours;
  const title = say(terminal, {
    en: `${grouped(cases)} cases: ${grouped(answered)} answered, ${grouped(refused)} refused`,
    zh: `共 ${grouped(cases)} 笔：已判定 ${grouped(answered)} 笔，拒绝 ${grouped(refused)} 笔`,
  });
  const blocks = [
    `${bold(title)}  ${dim(paceText(cases, seconds, terminal))}`,
    table(countRows(Object.entries(summary.outcomes), answered, painterOf(terminal))),
    ...Object.entries(summary.decisions).map(([name, found]) => decisionBlock(policy, name, found, answered, terminal)),
    table(triggerRows(policy, summary, terminal)),
    table(Object.entries(summary.events).map(([event, times]) => [terminal.colours.cyan(`→ ${event}`), grouped(times)])),
    problemsBlock(summary, terminal),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The same for a program, with the time that the run took. */
export function summaryJson(summary: Summary, seconds: number): string {
  return `${JSON.stringify({ ...summary, seconds: Number(seconds.toFixed(3)), cases_per_second: Math.round(summary.cases / seconds) }, null, 2)}\n`;
}

function paceText(cases: number, seconds: number, terminal: Terminal): string {
  const rate = grouped(Math.round(cases / seconds));
  return say(terminal, { en: `${seconds.toFixed(1)} s, ${rate} cases a second`, zh: `用时 ${seconds.toFixed(1)} 秒，每秒 ${rate} 笔` });
}

type Row = readonly string[];

function table(rows: readonly Row[]): string {
  return rows.length === 0 ? '' : columns(rows);
}

/** A name, how many cases, and their share of all. */
function countRows(counts: readonly (readonly [name: string, cases: number])[], of: number, paint: (name: string) => string): readonly Row[] {
  return counts.map(([name, cases]) => [paint(name), grouped(cases), `${((cases / of) * 100).toFixed(1)}%`]);
}

function painterOf({ colours }: Terminal): (outcome: string) => string {
  return (outcome) => (outcome === 'decided' ? colours.green(outcome) : colours.yellow(outcome));
}

function decisionBlock(policy: Policy, name: string, found: DecisionSummary, answered: number, terminal: Terminal): string {
  const decision = policy.decisions.get(name);
  const { bold, dim } = terminal.colours;
  const values = found.values ?? [];
  const shown = values.slice(0, VALUES_SHOWN).map(({ value, cases }): [string, number] => [labelled(value, memberLabel(value, decision?.type)), cases]);
  const rest = values.slice(VALUES_SHOWN).reduce((sum, { cases }) => sum + cases, found.other_values ?? 0);
  const others: [string, number][] = rest === 0 ? [] : [[say(terminal, { en: '(other values)', zh: '（其他值）' }), rest]];
  const rows = [
    ...countRows([...shown, ...others], answered, (text) => text),
    ...numberRows(found, terminal),
    ...countRows(undecided(found.outcomes), answered, painterOf(terminal)),
  ];
  return [`${bold(name)}  ${dim(decision?.label ?? '')}`.trimEnd(), table(rows)].join('\n');
}

function numberRows({ numbers }: DecisionSummary, terminal: Terminal): readonly Row[] {
  if (numbers === undefined) return [];
  const named: readonly [string, Json][] = [
    [say(terminal, { en: 'sum', zh: '合计' }), numbers.sum],
    [say(terminal, { en: 'least', zh: '最小' }), numbers.min],
    [say(terminal, { en: 'greatest', zh: '最大' }), numbers.max],
  ];
  return named.map(([word, value]) => [word, readable(value), '']);
}

function undecided(outcomes: OutcomeCounts): readonly [string, number][] {
  return Object.entries(outcomes).filter(([outcome]) => outcome !== 'decided');
}

function labelled(value: Json, label: string | undefined): string {
  return label === undefined ? readable(value) : `${readable(value)} ${label}`;
}

function triggerRows(policy: Policy, { triggers, answered }: Summary, terminal: Terminal): readonly Row[] {
  return Object.entries(triggers).flatMap(([name, { fired, outcomes }]) => {
    const fires: [string, number] = [say(terminal, { en: 'fires', zh: '触发' }), fired];
    const rows = [...countRows([fires], answered, (word) => word), ...countRows(undecided(outcomes), answered, painterOf(terminal))];
    return rows.map((row) => [labelled(name, policy.triggers.get(name)?.label), ...row]);
  });
}

function problemsBlock({ problems, other_problems: others }: Summary, terminal: Terminal): string {
  if (problems.length === 0) return '';
  const rows = problems.map(({ code, path, cases, first }) => [terminal.colours.red(code), path, grouped(cases), firstText(first, terminal)]);
  const rest = others === 0 ? [] : [[say(terminal, { en: '(other problems)', zh: '（其他问题）' }), '', grouped(others)]];
  return table([...rows, ...rest]);
}

function firstText({ line, index }: PlaceJson, terminal: Terminal): string {
  if (line !== undefined) return say(terminal, { en: `first on line ${line}`, zh: `首见于第 ${line} 行` });
  return index === undefined ? '' : say(terminal, { en: `first in case ${index + 1}`, zh: `首见于第 ${index + 1} 笔` });
}
