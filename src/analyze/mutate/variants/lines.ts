import type { Span } from '../../../read/tree/span.ts';
import type { Edit, Operator, Variant } from './variant.ts';

/** Lists without one of their items, each of which stands on lines of its own. */
export function droppedFrom<T extends { readonly span: Span }>(items: readonly T[], operator: Operator): readonly Variant<readonly T[]>[] {
  return items.map(({ span }, index) => ({ node: items.toSpliced(index, 1), operator, edits: [{ span: wholeLines(span), text: '' }] }));
}

/** Lists with two items beside each other exchanged. */
export function exchangedIn<T extends { readonly span: Span }>(items: readonly T[], operator: Operator): readonly Variant<readonly T[]>[] {
  return items.flatMap((second, index) => {
    const first = items[index - 1];
    if (first === undefined) return [];
    const edits: readonly Edit[] = [{ span: first.span, text: textOf(second.span) }, { span: second.span, text: textOf(first.span) }];
    return [{ node: items.with(index - 1, second).with(index, first), operator, edits }];
  });
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

/** From the beginning of a span's first line to the end of its last, line end included. */
function wholeLines({ file, start, end }: Span): Span {
  const next = file.text.indexOf('\n', end);
  return { file, start: file.text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? file.text.length : next + 1 };
}
