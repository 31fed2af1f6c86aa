import type { Report } from '../../../diagnostics/diagnostic.ts';
import { parse } from '../../text/parse.ts';
import type { Expression } from '../../tree/expression.ts';
import { childNamed } from '../elements.ts';
import type { XmlElement } from '../xml/element.ts';
import { holdsMembers, policyValue } from './policy-values.ts';

/** The literal expression of a decision or function that was changed, as the policy dialect writes it. Undefined where it cannot be read; that is reported. */
export function readChangedExpression(element: XmlElement, report: Report): Expression | undefined {
  const owner = childNamed(element, 'encapsulatedLogic') ?? element;
  const text = childNamed(childNamed(owner, 'literalExpression'), 'text')?.text;
  const expression = text && parse(text.text, text.origin, (grammar) => grammar.expression(), report);
  return expression && policyValue(expression, holdsMembers(childNamed(element, 'variable')));
}
