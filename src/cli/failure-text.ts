import { positionAt } from '../diagnostics/position.ts';
import type { Json } from '../evaluate/answer.ts';
import type { Difference } from '../evaluate/testing/differences.ts';
import type { RuleSeen } from '../evaluate/testing/rules-seen.ts';
import type { Failed } from '../evaluate/testing/run-tests.ts';
import { isCasesPath } from '../read/read-source.ts';
import type { Span } from '../read/tree/span.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/**
 * An expectation that was not met: the two sides, or where they differ, what fired instead and for which values, and why
 * the rules that were expected did not.
 */
export function failureText({ expectation, subject, expected, actual, differences, because, reasons }: Failed, seen: readonly RuleSeen[], terminal: Terminal): string {
  const { colours } = terminal;
  const told = new Set(seen.map(({ rule }) => rule));
  const untold = because.filter((rule) => !told.has(rule));
  const sides = [
    `${say(terminal, { en: 'expected', zh: '期望' })}  ${colours.green(expected)}`,
    `${say(terminal, { en: 'actual  ', zh: '实际' })}  ${colours.red(actual)}`,
  ];
  const lines = [
    ...(differences.length === 0 ? sides : differences.map((difference) => differenceText(difference, terminal))),
    ...(untold.length === 0 ? [] : [`${say(terminal, { en: 'because ', zh: '依据' })}  ${untold.join(', ')}`]),
    ...reasons.map((reason) => `${say(terminal, { en: 'reason  ', zh: '原因' })}  ${reason}`),
    ...seen.map((each) => say(terminal, ruleText(each))),
  ];
  return [`${subject}  ${colours.dim(placeOf(expectation.span))}`, ...lines.map((line) => `  ${line}`)].map((line) => `      ${line}\n`).join('');
}

/** `file:line`; in a file of cases the column too, since a line holds several expectations. */
export function placeOf({ file, start }: Span): string {
  const { line, column } = positionAt(file, start);
  return isCasesPath(file.path) ? `${file.path}:${line}:${column}` : `${file.path}:${line}`;
}

function differenceText({ path, expected, actual }: Difference, terminal: Terminal): string {
  const { colours } = terminal;
  const wanted = expected === undefined ? undefined : colours.green(shown(expected));
  const found = actual === undefined ? undefined : colours.red(shown(actual));
  if (found === undefined) return say(terminal, { en: `${path}: expected ${wanted ?? ''}, and is absent`, zh: `${path}：期望 ${wanted ?? ''}，实际没有` });
  if (wanted === undefined) return say(terminal, { en: `${path}: not expected, and is ${found}`, zh: `${path}：未期望，实际为 ${found}` });
  return say(terminal, { en: `${path}: expected ${wanted}, and is ${found}`, zh: `${path}：期望 ${wanted}，实际为 ${found}` });
}

function ruleText(seen: RuleSeen): { readonly en: string; readonly zh: string } {
  const { rule } = seen;
  switch (seen.kind) {
    case 'fired': {
      const values = seen.columns.map(({ column, value }) => seenAs(column, value));
      return { en: [`${rule} fired`, ...(values.length === 0 ? [] : [values.join(', ')])].join(': '), zh: [`${rule} 命中`, ...(values.length === 0 ? [] : [values.join('，')])].join('：') };
    }
    case 'did not match': {
      const value = seenAs(seen.column, seen.value);
      return { en: `${rule} did not: ${value}, its cell is \`${seen.cell}\``, zh: `${rule} 未命中：${value}，其单元格为 \`${seen.cell}\`` };
    }
    case 'outranked':
      return { en: `${rule} did not: its cells hold, and another row goes before it`, zh: `${rule} 未生效：条件均满足，但另有优先的行` };
    case 'exception':
      return exceptionText(rule, seen.target, seen.state);
  }
}

function exceptionText(rule: string, target: string, state: (RuleSeen & { kind: 'exception' })['state']): { readonly en: string; readonly zh: string } {
  switch (state) {
    case 'replaced':
      return { en: `${rule} replaced what ${target} gives`, zh: `${rule} 替换了 ${target} 的结果` };
    case 'when is false':
      return { en: `${rule} did not: its \`when\` is false`, zh: `${rule} 未生效：其 \`when\` 不成立` };
    case 'target did not fire':
      return { en: `${rule} did not: ${target} did not fire`, zh: `${rule} 未生效：${target} 没有命中` };
  }
}

/** A missing value is null in a trace. */
function seenAs(column: string, value: Json): string {
  return `${column} = ${value === null ? 'missing' : shown(value)}`;
}

function shown(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}
