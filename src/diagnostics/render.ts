import picocolors from 'picocolors';
import type { Span } from '../read/tree/span.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { frameOf, printable } from './frame.ts';
import type { Language } from './message.ts';
import { messageOf, remedyOf, severityOf } from './message.ts';
import { inOrder } from './order.ts';
import { positionAt } from './position.ts';

export interface RenderOptions {
  readonly language: Language;
  /** Whether to colour for a terminal. */
  readonly colour: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

const words = {
  en: { error: 'error', warning: 'warning', info: 'note', help: 'help: ', see: 'see: ', related: 'related', example: 'example:' },
  zh: { error: '错误', warning: '警告', info: '提示', help: '建议：', see: '参见：', related: '相关', example: '示例：' },
} as const;

/** All problems in order, each once, with a summary as last line. Empty when there are none. */
export function renderAll(found: readonly Diagnostic[], options: RenderOptions): string {
  const ordered = inOrder(found);
  if (ordered.length === 0) return '';
  const blocks = ordered.map((one) => render(one, options));
  return [...blocks, summaryLine(ordered, options.language)].join('\n\n') + '\n';
}

/** One problem for a person: place, message, code frame, what it relates to, a case that shows it, remedy, page. No line end at the end. */
export function render(found: Diagnostic, options: RenderOptions): string {
  const colours = picocolors.createColors(options.colour);
  const text = words[options.language];
  const severity = severityOf(found);
  const paint = painter(severity, colours);
  const place = found.span === undefined ? '' : colours.bold(placeText(found.span)) + ': ';
  const lines = [`${place}${paint(`${text[severity]}[${found.code}]`)} ${messageOf(found, options.language)}`];
  if (found.span !== undefined) lines.push(...frameLines(found.span, colours, paint));
  for (const related of found.related) {
    lines.push(`  ${colours.cyan(text.related)} ${placeText(related.span)}: ${related.note[options.language]}`);
    lines.push(...frameLines(related.span, colours, colours.cyan));
  }
  if (found.example !== undefined) lines.push(`  ${colours.cyan(text.example)}`, ...exampleLines(found.example));
  lines.push(`  ${colours.green(text.help)}${remedyOf(found, options.language)}`);
  lines.push(`  ${colours.dim(`${text.see}docs/diagnostics/${found.code}.md`)}`);
  return lines.join('\n');
}

/** `2 errors, 1 warning`; empty when there is nothing to count. */
export function summaryLine(found: readonly Diagnostic[], language: Language): string {
  const counted = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: found.filter((one) => severityOf(one) === severity).length }))
    .filter(({ count }) => count > 0);
  if (language === 'zh') return counted.map(({ severity, count }) => `${count} 个${words.zh[severity]}`).join('，');
  return counted.map(({ severity, count }) => `${count} ${words.en[severity]}${count === 1 ? '' : 's'}`).join(', ');
}

function placeText(span: Span): string {
  const { line, column } = positionAt(span.file, span.start);
  return `${span.file.path}:${line}:${column}`;
}

function exampleLines(example: string): readonly string[] {
  return example.trimEnd().split('\n').map((line) => `    ${Array.from(line, printable).join('')}`);
}

function frameLines(span: Span, colours: Colours, paint: (text: string) => string): readonly string[] {
  const frame = frameOf(span);
  const number = String(frame.line);
  const gutter = colours.dim(' '.repeat(number.length) + ' |');
  const carets = ' '.repeat(frame.caretColumn) + paint('^'.repeat(frame.caretWidth));
  return [`  ${colours.dim(`${number} |`)} ${frame.text}`.trimEnd(), `  ${gutter} ${carets}`];
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
}
