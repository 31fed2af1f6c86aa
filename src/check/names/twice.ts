import { diagnostic, type Diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Declaration } from '../../diagnostics/codes/naming.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';

/** The problem of a name that is there already, with the place of the first. */
export function declaredTwice({ name, span }: Identifier, kind: Declaration, first: Span): Diagnostic {
  return diagnostic('declared-twice', span, { name, kind }, [{ span: first, note: { en: `the first \`${name}\` stands here`, zh: `第一个 \`${name}\` 在此` } }]);
}

/** The named things without those whose name is there already, which are reported. */
export function withoutTwins<T>(things: readonly T[], nameOf: (thing: T) => Identifier, kind: Declaration, report: Report): readonly T[] {
  const first = new Map<string, Span>();
  return things.filter((thing) => {
    const name = nameOf(thing);
    const earlier = first.get(name.name);
    if (earlier === undefined) {
      first.set(name.name, name.span);
      return true;
    }
    report(declaredTwice(name, kind, earlier));
    return false;
  });
}
