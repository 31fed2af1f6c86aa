import { both, NameScope } from '../../../grammar/name-scope.ts';
import { requiredChild, requiredIdentifier } from './elements.ts';
import type { Reading } from './reading.ts';
import type { Boxed, BoxedConditional, BoxedFilter, BoxedIteration } from './tree.ts';
import { readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

export function readConditional(reading: Reading, element: XmlElement, names: NameScope): BoxedConditional {
  const part = (name: string): Boxed | undefined => reading.boxedIn(requiredChild(element, name, reading.report), names);
  return { kind: 'conditional', type: readTypeRef(reading, element), condition: part('if'), then: part('then'), otherwise: part('else'), span: element.span };
}

export function readIteration(reading: Reading, element: XmlElement, names: NameScope): BoxedIteration {
  const kind = element.name === 'for' || element.name === 'some' ? element.name : 'every';
  const variable = requiredIdentifier(element, reading.report, 'iteratorVariable');
  return {
    kind,
    type: readTypeRef(reading, element),
    variable,
    source: reading.boxedIn(requiredChild(element, 'in', reading.report), names),
    body: reading.boxedIn(requiredChild(element, kind === 'for' ? 'return' : 'satisfies', reading.report), new NameScope([variable.name], names)),
    span: element.span,
  };
}

/** Its condition can name the members of the elements by themselves. */
export function readFilter(reading: Reading, element: XmlElement, names: NameScope): BoxedFilter {
  return {
    kind: 'filter',
    type: readTypeRef(reading, element),
    source: reading.boxedIn(requiredChild(element, 'in', reading.report), names),
    condition: reading.boxedIn(requiredChild(element, 'match', reading.report), new NameScope([], both(names, reading.members))),
    span: element.span,
  };
}
