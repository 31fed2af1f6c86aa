import type { Answer, DecisionAnswer, Json, Reason, TriggerAnswer } from '../evaluate/answer.ts';
import type { Policy } from '../model/policy.ts';
import type { Type } from '../model/type.ts';
import { columns, readable, wrapped } from './columns.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';
import { traceLines } from './trace-text.ts';

/** An answer for a person: each decision with its value, what determined it and on what authority; then events, then why. */
export function answerText(policy: Policy, answer: Answer, place: string, terminal: Terminal, explain: 'fired' | 'full' | undefined): string {
  const { colours } = terminal;
  const title = [place, answer.receipt.subject ?? '', outcomeText(answer.outcome, terminal)].filter((part) => part !== '').join('  ');
  const parts = [
    colours.bold(title),
    columns(rowsOf(policy, answer, terminal).map((row) => cellsOf(row, terminal))),
    ...answer.events.map((event) => `  ${colours.cyan('→')} ${event.event} ${event.data === null ? '' : readable(event.data)}  ${colours.dim(event.trigger)}`),
    ...undecidedLines(answer, terminal),
    ...(explain === undefined || answer.trace === null ? [] : traceLines(answer.trace, terminal)),
  ];
  return `${parts.join('\n')}\n\n`;
}

function rowsOf(policy: Policy, answer: Answer, terminal: Terminal): readonly Row[] {
  const decisions = Object.entries(answer.decisions).map(([name, decision]): Row => {
    const { label, type } = policy.decisions.get(name) ?? { label: undefined, type: undefined };
    const found = decision.value === undefined ? decision.outcome : readable(decision.value);
    const member = decision.value === undefined ? undefined : memberLabel(decision.value, type);
    return { name, label, found, paint: painter(decision.outcome, true, terminal), member, rules: [...decision.rules, ...decision.because], cites: citations(decision) };
  });
  const triggers = Object.entries(answer.triggers).map(([name, trigger]): Row => {
    const found = trigger.fired === undefined ? trigger.outcome : firedText(trigger.fired, terminal);
    const paint = painter(trigger.outcome, trigger.fired === true, terminal);
    return { name, label: policy.triggers.get(name)?.label, found, paint, member: undefined, rules: trigger.because, cites: citations(trigger) };
  });
  return [...decisions, ...triggers];
}

interface Row {
  readonly name: string;
  readonly label: string | undefined;
  /** The value, or the outcome where there is none. */
  readonly found: string;
  readonly paint: (text: string) => string;
  /** The label of the enum member that the value is. */
  readonly member: string | undefined;
  readonly rules: readonly string[];
  readonly cites: readonly string[];
}

/** What people call things stands below their names: labels in two languages are long. */
function cellsOf({ name, label, found, paint, member, rules, cites }: Row, { colours }: Terminal): readonly string[] {
  const below = (text: string | undefined, width: number): string => (text === undefined ? '' : wrapped(text, width).map((line) => `\n${colours.dim(line)}`).join(''));
  return [
    name + below(label, 36),
    wrapped(found, 30).map(paint).join('\n') + below(member, 30),
    wrapped([...new Set(rules)].join(', '), 40).join('\n'),
    wrapped(cites.join(', '), 28).map(colours.dim).join('\n'),
  ];
}

export function memberLabel(value: Json, type: Type | undefined): string | undefined {
  return type?.kind === 'enum' ? type.vocabulary.members.find(({ name }) => name === value)?.label : undefined;
}

function firedText(fired: boolean, terminal: Terminal): string {
  return say(terminal, fired ? { en: 'fires', zh: '触发' } : { en: 'silent', zh: '未触发' });
}

/** What was decided stands out, what was not is a warning. */
function painter(outcome: Answer['outcome'], matters: boolean, { colours }: Terminal): (text: string) => string {
  if (outcome !== 'decided') return colours.yellow;
  return matters ? colours.bold : (text) => text;
}

function citations({ cites }: DecisionAnswer | TriggerAnswer): readonly string[] {
  return [...new Set(cites.map(({ citation }) => citation))];
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
