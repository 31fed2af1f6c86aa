import type { NameScope } from '../../../grammar/name-scope.ts';
import { childrenNamed, requiredChild, requiredIdentifier } from './elements.ts';
import type { Reading } from './reading.ts';
import type { BoxedInvocation } from './tree.ts';
import { readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

export function readInvocation(reading: Reading, element: XmlElement, names: NameScope): BoxedInvocation {
  const bindings = childrenNamed(element, 'binding').flatMap((binding) => {
    const parameter = requiredChild(binding, 'parameter', reading.report);
    if (parameter === undefined) return [];
    return [{ name: requiredIdentifier(parameter, reading.report), type: readTypeRef(reading, parameter), value: reading.boxedIn(binding, names) }];
  });
  return { kind: 'invocation', type: readTypeRef(reading, element), callee: reading.boxedIn(element, names), arguments: bindings, span: element.span };
}
