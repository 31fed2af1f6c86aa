import type { Diagnostic } from './diagnostic.ts';
import { messageOf } from './message.ts';

/** By file and place (those without a place first), each said once. */
export function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(found.map((one) => [identityOf(one), one]));
  return [...distinct.values()].sort(byPlace);
}

function identityOf(found: Diagnostic): string {
  const { span } = found;
  return JSON.stringify([found.code, span?.file.path, span?.start, span?.end, messageOf(found, 'en')]);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.span === undefined || b.span === undefined) return Number(a.span !== undefined) - Number(b.span !== undefined);
  return (
    byText(a.span.file.path, b.span.file.path) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    byText(a.code, b.code)
  );
}

/** By code units, so that the order does not depend on a locale. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
