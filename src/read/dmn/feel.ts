import { both, NameScope, type NamesInScope } from '../../../grammar/name-scope.ts';
import type { PolicyGrammar } from '../../../grammar/policy/clause-grammar.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parse } from '../text/parse.ts';
import type { Cell, Expression, TypeExpression } from '../tree/expression.ts';
import { attributeOf, childNamed } from './elements.ts';
import type { Reading } from './reading.ts';
import { isFeel } from './versions.ts';
import type { XmlElement } from './xml/element.ts';
import type { PlacedText } from './xml/placed-text.ts';

/** The FEEL expression in an element's `text`. Undefined where there is none, or where it cannot be read. */
export function readExpression(reading: Reading, element: XmlElement | undefined, names: NameScope): Expression | undefined {
  const text = textOf(reading, element);
  return text && parseText(reading, text, names, (grammar) => grammar.expression());
}

/** The unary tests in an element's `text`. Without a text they let everything through; undefined where it cannot be read. */
export function readCell(reading: Reading, element: XmlElement, names: NameScope): Cell | undefined {
  const { span } = element;
  const text = textOf(reading, element);
  return text === undefined ? { tests: [{ kind: 'any', span }], span } : parseText(reading, text, names, (grammar) => grammar.cell());
}

/** A type spelled with FEEL's own grammar, such as `list<number>`. */
export function readTypeText(reading: Reading, text: PlacedText): TypeExpression | undefined {
  return parseText(reading, text, new NameScope([]), (grammar) => grammar.typeExpression());
}

function textOf({ report, model }: Reading, element: XmlElement | undefined): PlacedText | undefined {
  const text = childNamed(element, 'text')?.text;
  if (element === undefined || text === undefined || text.text.trim() === '') return undefined;
  const language = attributeOf(element, 'expressionLanguage') ?? attributeOf(model.root, 'expressionLanguage');
  if (language === undefined || isFeel(language)) return text;
  report(diagnostic('dmn-language-unsupported', element.attributes.get('expressionLanguage')?.span ?? text.span, { language }));
  return undefined;
}

/**
 * Reads a text with the names that its element requires. If it makes no sense with them but does with all of the model's,
 * it uses what is not required: that is the checker's to tell.
 */
function parseText<R extends object>(reading: Reading, { text, origin }: PlacedText, names: NameScope, rule: (grammar: PolicyGrammar) => R): R | undefined {
  const attempt = (scope: NameScope): { readonly result: R | undefined; readonly found: readonly Diagnostic[] } => {
    const found: Diagnostic[] = [];
    const inScope: NamesInScope = { names: scope, members: reading.members, types: reading.types };
    const result = parse(text, origin, rule, (one) => found.push(one), 'strict', inScope);
    return { result, found };
  };
  const { result, found } = attempt(names);
  if (result !== undefined) return result;
  const withEverything = attempt(new NameScope([], both(names, reading.everything))).result;
  if (withEverything === undefined) found.forEach(reading.report);
  return withEverything;
}
