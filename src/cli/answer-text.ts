import Table from 'cli-table3';
import type { Answer, DecisionAnswer, Json, Reason, Trace, TraceStep, TraceTable, TriggerAnswer } from '../evaluate/answer.ts';
import type { Policy } from '../model/policy.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** An answer for a person: each decision with its value, what determined it and on what authority; then events, then why. */
export function answerText(policy: Policy, answer: Answer, place: string, terminal: Terminal, explain: 'fired' | 'full' | undefined): string {
  const { colours } = terminal;
  const title = [place, answer.receipt.subject ?? '', outcomeText(answer.outcome, terminal)].filter((part) => part !== '').join('  ');
  const parts = [
    colours.bold(title),
    table(decisionRows(policy, answer, terminal)),
    ...answer.events.map((event) => `  ${colours.cyan('→')} ${event.event} ${event.data === null ? '' : jsonText(event.data)}  ${colours.dim(event.trigger)}`),
    ...undecidedLines(answer, terminal),
    ...(explain === undefined || answer.trace === null ? [] : traceLines(answer.trace, terminal)),
  ];
  return `${parts.join('\n')}\n\n`;
}

function decisionRows(policy: Policy, answer: Answer, terminal: Terminal): readonly (readonly string[])[] {
  const { colours } = terminal;
  const decisions = Object.entries(answer.decisions).map(([name, decision]) => [
    name,
    colours.dim(policy.decisions.get(name)?.label ?? ''),
    decision.value === undefined ? outcomeText(decision.outcome, terminal) : colours.bold(jsonText(decision.value)),
    because([...decision.rules, ...decision.because]),
    colours.dim(citations(decision)),
  ]);
  const triggers = Object.entries(answer.triggers).map(([name, trigger]) => [
    name,
    colours.dim(policy.triggers.get(name)?.label ?? ''),
    trigger.fired === undefined ? outcomeText(trigger.outcome, terminal) : firedText(trigger.fired, terminal),
    because(trigger.because),
    colours.dim(citations(trigger)),
  ]);
  return [...decisions, ...triggers];
}

function firedText(fired: boolean, terminal: Terminal): string {
  return fired ? terminal.colours.bold(say(terminal, { en: 'fires', zh: '触发' })) : say(terminal, { en: 'silent', zh: '未触发' });
}

function because(rules: readonly string[]): string {
  return [...new Set(rules)].join(', ');
}

function citations({ cites }: DecisionAnswer | TriggerAnswer): string {
  return [...new Set(cites.map(({ citation }) => citation))].join(', ');
}

function outcomeText(outcome: Answer['outcome'], { colours }: Terminal): string {
  return outcome === 'decided' ? colours.green(outcome) : colours.yellow(outcome);
}

function undecidedLines({ decisions, triggers }: Answer, terminal: Terminal): readonly string[] {
  const undecided = [...Object.entries(decisions), ...Object.entries(triggers)].filter(([, found]) => found.outcome !== 'decided');
  return undecided.flatMap(([name, { reasons }]) => (reasons ?? []).map((reason) => `  ${terminal.colours.yellow(name)}: ${reasonText(reason, terminal)}`));
}

function reasonText({ message, at }: Reason, { colours }: Terminal): string {
  return at === undefined ? message : `${message}  ${colours.dim(`${at.file}:${at.line}:${at.column}`)}`;
}

function traceLines({ steps }: Trace, terminal: Terminal): readonly string[] {
  return steps.flatMap((step) => stepLines(step, terminal));
}

function stepLines({ decision, outcome, value, tables, exceptions, facts }: TraceStep, terminal: Terminal): readonly string[] {
  const { colours } = terminal;
  const seen = Object.entries(facts).map(([path, fact]) => `${path} = ${jsonText(fact)}`);
  return [
    '',
    `  ${colours.bold(decision)} = ${value === undefined ? outcomeText(outcome, terminal) : jsonText(value)}${seen.length === 0 ? '' : colours.dim(`  ${seen.join(', ')}`)}`,
    ...tables.flatMap((each) => tableLines(each, terminal)),
    ...exceptions.map(({ exception, target, state }) => `    ${exception} ${colours.dim(`to ${target}: ${state}`)}`),
  ];
}

function tableLines({ of, columns, fired, not_fired: notFired = [] }: TraceTable, { colours }: Terminal): readonly string[] {
  const seen = columns.map(({ column, value }) => `${column} = ${jsonText(value)}`).join(', ');
  return [
    `    ${of}  ${colours.dim(seen)}`,
    ...fired.map((rule) => `      ${colours.green('✓')} ${rule}`),
    ...notFired.map(({ rule, column, cell, value }) => `      ${colours.red('✗')} ${rule}  ${colours.dim(`${column} is ${jsonText(value)}, not ${cell}`)}`),
  ];
}

function jsonText(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

const noLines = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Columns without lines around them; Chinese characters take two places. */
function table(rows: readonly (readonly string[])[]): string {
  const lines = new Table({ chars: noLines, style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] } });
  lines.push(...rows.map((row) => [...row]));
  return lines
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
