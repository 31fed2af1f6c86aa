import type { Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { Filter } from '../../read/tree/expression.ts';
import { infer } from './infer.ts';
import { presentFields } from './presence.ts';
import { failed, problem, withLocal, withPresent, type Scope } from './scope.ts';

/**
 * `list[condition]` keeps the elements for which the condition holds, `list[2]` takes one. Inside, the element is
 * `item`, and if it is a record its fields are bare names.
 */
export function inferFilter({ target, condition, span }: Filter, scope: Scope, hint: Type | undefined): Typed {
  const list = infer(target, scope, hint);
  if (list.type.kind !== 'list' && list.type.kind !== 'any') {
    problem(scope, 'list-expected', target.span, { found: typeText(list.type) });
    return failed(span);
  }
  const element: Type = list.type.kind === 'list' ? list.type.item : list.type;
  const item = scope.body.fresh('item');
  const tested = infer(condition, insideFilter(list, element, item, scope));
  const node = { kind: 'filter', target: list, item, condition: tested, span } as const;
  switch (tested.type.kind) {
    case 'number':
      return { ...node, type: element };
    case 'boolean':
      return { ...node, type: list.type };
    case 'any':
      return { ...node, type: tested.type };
    default:
      problem(scope, 'filter-mismatch', condition.span, { found: typeText(tested.type) });
      return failed(span);
  }
}

function insideFilter(list: Typed, element: Type, item: string, scope: Scope): Scope {
  const inner = withLocal(scope, 'item', { variable: item, type: element, implicit: true });
  const present = withPresent(inner, presentFields(list).map((field) => `variable ${item}.${field}`));
  return element.kind === 'record' || element.kind === 'any' ? { ...present, elements: [{ variable: item, type: element }, ...scope.elements] } : present;
}
