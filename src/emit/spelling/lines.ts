import type { Attached, Remark } from './comments.ts';

/** A line to be written, or several where its text has line breaks: those after the first are indented within the text. */
export interface Line {
  /** Levels of indentation, two columns each. */
  readonly depth: number;
  readonly text: string;
  /** The parts of the tree that stand on it: their comments go with it. */
  readonly parts: readonly object[];
  /** A blank line before it. */
  readonly apart?: boolean;
}

/** Writes lines with their comments: those before on lines of their own, the last of those beside at the line's end. */
export function writeLines(lines: readonly Line[], { remarks, atEnd }: Attached): string {
  const written: string[] = [];
  const told = new Set<object>();
  const tell = (remark: Remark, indent: string): void => {
    written.push(...remark.lines.map((line) => `${indent}${comment(line)}`));
  };
  for (const { depth, text, parts, apart } of lines) {
    const indent = '  '.repeat(depth);
    const own = parts.filter((part) => !told.has(part) && remarks.has(part));
    own.forEach((part) => told.add(part));
    const of = (...sides: ('before' | 'beside' | 'after')[]): Remark[] =>
      own.flatMap((part) => sides.flatMap((side) => remarks.get(part)?.[side] ?? [])).sort((a, b) => a.offset - b.offset);
    const around = of('before', 'beside');
    const last = around.at(-1);
    const beside = last !== undefined && last.lines.length === 1 && !text.includes('\n') && of('beside').includes(last) ? last : undefined;
    if (apart === true) written.push('');
    for (const remark of around) {
      if (remark === beside) continue;
      tell(remark, indent);
      if (remark.apart) written.push('');
    }
    const [first = '', ...rest] = text.split('\n');
    written.push(`${indent}${first}${beside === undefined ? '' : `  ${comment(beside.lines[0] ?? '')}`}`, ...rest.map((line) => (line === '' ? '' : indent + line)));
    for (const remark of of('after')) tell(remark, indent);
  }
  if (atEnd.length > 0) written.push('');
  for (const remark of atEnd) tell(remark, '');
  return `${written.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+/, '').trimEnd()}\n`;
}

function comment(text: string): string {
  return text === '' ? '#' : `# ${text}`;
}

/** A line with the comments of parts that stand on no line of their own gathered on it. */
export function withStrays(lines: readonly Line[], parts: readonly object[]): readonly Line[] {
  const placed = new Set(lines.flatMap((line) => line.parts));
  const strays = parts.filter((part) => !placed.has(part));
  const [head, ...rest] = lines;
  return head === undefined || strays.length === 0 ? lines : [{ ...head, parts: [...head.parts, ...strays] }, ...rest];
}
