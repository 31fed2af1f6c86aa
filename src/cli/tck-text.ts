import { messageOf, severityOf } from '../diagnostics/message.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionAt } from '../diagnostics/position.ts';
import { literalText } from '../feel/functions/feel-text.ts';
import type { Span } from '../read/tree/span.ts';
import type { Outcome } from '../tck/run-case.ts';
import type { FolderResult } from '../tck/run-folder.ts';
import { scoreByLevel, scoreOf, type Score } from '../tck/score.ts';
import { columns } from './columns.ts';
import { say, type Terminal } from './terminal.ts';

/** The score of each folder, level and of all, as a table. */
export function scoresText(results: readonly FolderResult[], terminal: Terminal): string {
  const head = [
    '',
    say(terminal, { en: 'passed', zh: '通过' }),
    say(terminal, { en: 'of those expecting a value', zh: '其中期望有值' }),
    say(terminal, { en: 'not supported', zh: '不支持' }),
  ];
  const levels = scoreByLevel(results).flatMap(({ level, score }) => [
    ...results.filter(({ folder }) => folder.level === level).map(({ folder, cases }) => scoreRow(folder.name, scoreOf(cases))),
    ['', '', '', ''],
    scoreRow(levelName(level, terminal), score),
    ['', '', '', ''],
  ]);
  const all = scoreRow(say(terminal, { en: 'all', zh: '合计' }), scoreOf(results.flatMap(({ cases }) => cases)));
  return `${columns([head, ...levels, all])}\n`;
}

function levelName(level: number | undefined, terminal: Terminal): string {
  if (level === undefined) return say(terminal, { en: 'no level', zh: '未分级' });
  return say(terminal, { en: `level ${level}`, zh: `第 ${level} 级` });
}

function scoreRow(name: string, { passed, total, valuePassed, valueTotal, unsupported }: Score): readonly string[] {
  return [name, `${passed} / ${total}`, `${valuePassed} / ${valueTotal}`, unsupported === 0 ? '' : String(unsupported)];
}

/** Each result that is not the one expected, and why it is what it is. */
export function failuresText(results: readonly FolderResult[], terminal: Terminal): string {
  const lines = results.flatMap(({ folder, cases, diagnostics }) => {
    const failed = cases.flatMap((one) => one.results.filter(({ passed }) => !passed).map((result) => failureLines(one.test.id, result, terminal)));
    if (failed.length === 0) return [];
    const broken = diagnostics.filter((one) => severityOf(one) === 'error').map((one) => `  ${reasonText(one, terminal)}`);
    return [terminal.colours.bold(folder.name), ...broken, ...failed.flat(), ''];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function failureLines(id: string, { expected, actual, diagnostics }: Outcome, terminal: Terminal): readonly string[] {
  const { colours } = terminal;
  return [
    `  ${colours.red('✗')} ${id}: ${expected.name}  ${colours.dim(placeOf(expected.span))}`,
    `      ${say(terminal, { en: 'expected', zh: '期望' })}  ${colours.green(literalText(expected.value))}`,
    `      ${say(terminal, { en: 'actual  ', zh: '实际' })}  ${colours.red(literalText(actual))}`,
    ...diagnostics.map((one) => `      ${say(terminal, { en: 'reason  ', zh: '原因' })}  ${reasonText(one, terminal)}`),
  ];
}

function reasonText(found: Diagnostic, terminal: Terminal): string {
  const place = found.span === undefined ? '' : `  ${terminal.colours.dim(placeOf(found.span))}`;
  return `${messageOf(found, terminal.language)} [${found.code}]${place}`;
}

function placeOf({ file, start }: Span): string {
  return `${file.path}:${positionAt(file, start).line}`;
}
