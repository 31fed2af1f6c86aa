import { displayWidth } from '../../diagnostics/width.ts';
import { contextEntryText, expressionText } from '../../read/tree/expression-text.ts';
import type { Expression } from '../../read/tree/expression.ts';

/** A keyword with an expression behind it; the entries of a context fill as many lines as they need. */
export function wrapped(keyword: string, expression: Expression, width: number): string {
  if (expression.kind !== 'context' || expression.entries.length === 0) return `${keyword} ${expressionText(expression)}`;
  const lines = [`${keyword} {`];
  expression.entries.forEach((entry, index) => {
    const text = `${contextEntryText(entry)}${index < expression.entries.length - 1 ? ',' : ' }'}`;
    const last = lines[lines.length - 1] ?? '';
    if (displayWidth(last) + displayWidth(text) + 3 <= width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(`  ${text}`);
  });
  return lines.join('\n');
}
