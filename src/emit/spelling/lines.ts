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

/**
 * Writes lines with their comments: those before on lines of their own, the last of those beside at the line's end,
 * unless the line ends in a comment already, as `endsOpen` says.
 */
export function writeLines(lines: readonly Line[], { remarks, atEnd }: Attached, endsOpen: (text: string) => boolean): string {
  const written: string[] = [];
  const told = new Set<object>();
  const tell = (remark: Remark, indent: string): void => {
    written.push(...remark.lines.map((line) => `${indent}${comment(line)}`));
  };
  let carried: { readonly remarks: readonly Remark[]; readonly depth: number } = { remarks: [], depth: 0 };
  lines.forEach(({ depth, text, parts, apart }, index) => {
    const indent = '  '.repeat(depth);
    const own = parts.filter((part) => !told.has(part) && remarks.has(part));
    own.forEach((part) => told.add(part));
    const of = (...sides: ('before' | 'beside' | 'after')[]): Remark[] =>
      own.flatMap((part) => sides.flatMap((side) => remarks.get(part)?.[side] ?? [])).sort((a, b) => a.offset - b.offset);
    if (depth < carried.depth) for (const remark of carried.remarks) tell(remark, '  '.repeat(carried.depth));
    const taken = depth >= carried.depth && parts.length > 0 ? carried.remarks : [];
    if (taken.length > 0 || depth < carried.depth) carried = { remarks: [], depth: 0 };
    const around = [...taken, ...of('before', 'beside')];
    const last = around.at(-1);
    const beside = last !== undefined && last.lines.length === 1 && !text.includes('\n') && !endsOpen(text) && of('beside').includes(last) ? last : undefined;
    if (apart === true) written.push('');
    for (const remark of around) {
      if (remark === beside) continue;
      tell(remark, indent);
      if (remark.apart) written.push('');
    }
    const [first = '', ...rest] = text.split('\n');
    written.push(`${indent}${first}${beside === undefined ? '' : `  ${comment(beside.lines[0] ?? '')}`}`, ...rest.map((line) => (line === '' ? '' : indent + line)));
    // A comment after something reads as one before what stands next to it, unless that stands less deep.
    const after = of('after');
    const next = lines[index + 1];
    if (next !== undefined && next.depth >= depth) carried = { remarks: [...carried.remarks, ...after], depth };
    else for (const remark of after) tell(remark, indent);
  });
  for (const remark of carried.remarks) tell(remark, '  '.repeat(carried.depth));
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
