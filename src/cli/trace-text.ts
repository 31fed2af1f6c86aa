import type { Trace, TraceStep, TraceTable } from '../evaluate/answer.ts';
import { readable } from './columns.ts';
import type { Terminal } from './terminal.ts';

/** Why, for a person: each decision with the facts it read, the rows that fired, and those that did not with what stopped them. */
export function traceLines({ steps }: Trace, terminal: Terminal): readonly string[] {
  return steps.flatMap((step) => stepLines(step, terminal));
}

function stepLines({ decision, outcome, value, tables, exceptions, facts }: TraceStep, terminal: Terminal): readonly string[] {
  const { colours } = terminal;
  const seen = Object.entries(facts).map(([path, fact]) => fact === null ? `${path} missing` : `${path} = ${readable(fact)}`);
  return [
    '',
    `  ${colours.bold(decision)} = ${value === undefined ? colours.yellow(outcome) : readable(value)}${seen.length === 0 ? '' : colours.dim(`  ${seen.join(', ')}`)}`,
    ...tables.flatMap((each) => tableLines(each, terminal)),
    ...exceptions.map(({ exception, target, state }) => `    ${exception} ${colours.dim(`to ${target}: ${state}`)}`),
  ];
}

function tableLines({ of, columns, fired, not_fired: notFired = [] }: TraceTable, { colours }: Terminal): readonly string[] {
  const seen = columns.map(({ column, value }) => `${column} = ${readable(value)}`).join(', ');
  return [
    `    ${of}  ${colours.dim(seen)}`,
    ...fired.map((rule) => `      ${colours.green('✓')} ${rule}`),
    ...notFired.map(({ rule, column, cell, value }) => `      ${colours.red('✗')} ${rule}  ${colours.dim(`${column} is ${readable(value)}, not ${cell}`)}`),
  ];
}
