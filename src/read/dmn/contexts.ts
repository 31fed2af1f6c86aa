import { NameScope } from '../../../grammar/name-scope.ts';
import { childrenNamed, childNamed, requiredIdentifier } from './elements.ts';
import type { Reading } from './reading.ts';
import type { Boxed, BoxedContext } from './tree.ts';
import { readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

/** Each entry sees those above it. */
export function readContext(reading: Reading, element: XmlElement, names: NameScope): BoxedContext {
  const scope = new NameScope([], names);
  const entries: BoxedContext['entries'][number][] = [];
  let result: Boxed | undefined;
  for (const entry of childrenNamed(element, 'contextEntry')) {
    const value = reading.boxedIn(entry, scope) ?? { kind: 'literal', type: undefined, expression: undefined, span: entry.span };
    const variable = childNamed(entry, 'variable');
    if (variable === undefined) {
      result = value;
      continue;
    }
    const name = requiredIdentifier(variable, reading.report);
    entries.push({ name, type: readTypeRef(reading, variable), value });
    scope.add(name.name);
  }
  return { kind: 'context', type: readTypeRef(reading, element), entries, result, span: element.span };
}
