import type { NameScope } from '../../../grammar/name-scope.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { readContext } from './contexts.ts';
import { readConditional, readFilter, readIteration } from './control.ts';
import { readTable } from './decision-table.ts';
import { childNamed, childrenNamed, childrenOf, reportUnknown, requiredIdentifier } from './elements.ts';
import { readExpression } from './feel.ts';
import { readFunction } from './functions.ts';
import { readInvocation } from './invocation.ts';
import type { Reading } from './reading.ts';
import type { Boxed, BoxedList, BoxedLiteral, BoxedRelation } from './tree.ts';
import { readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

/** Reads a boxed expression in which these names are in scope. */
export type BoxedReader = (reading: Reading, element: XmlElement, names: NameScope) => Boxed;

const readers: ReadonlyMap<string, BoxedReader> = new Map<string, BoxedReader>([
  ['literalExpression', readLiteral],
  ['decisionTable', readTable],
  ['context', readContext],
  ['invocation', readInvocation],
  ['list', readList],
  ['relation', readRelation],
  ['functionDefinition', readFunction],
  ['conditional', readConditional],
  ['for', readIteration],
  ['some', readIteration],
  ['every', readIteration],
  ['filter', readFilter],
]);

/** Elements that stand beside an expression and do not compute. */
const beside = [
  'description', 'extensionElements', 'question', 'allowedAnswers', 'variable', 'informationRequirement', 'knowledgeRequirement', 'authorityRequirement',
  'supportedObjective', 'impactedPerformanceIndicator', 'decisionMaker', 'decisionOwner', 'usingProcess', 'usingTask', 'formalParameter', 'parameter', 'binding', 'column',
]; // prettier-ignore

/** The expression in an element that holds one. */
export function readBoxedIn(reading: Reading, parent: XmlElement | undefined, names: NameScope): Boxed | undefined {
  return parent && readItems(reading, parent, names)[0];
}

/** The expressions among an element's children. A child that is none, and nothing else that may stand there, is reported. */
function readItems(reading: Reading, parent: XmlElement, names: NameScope): readonly Boxed[] {
  return childrenOf(parent).flatMap((child) => {
    const read = readers.get(child.name);
    if (read !== undefined) return read(reading, child, names);
    if (!beside.includes(child.name)) reportUnknown(child, parent, [...readers.keys(), ...beside], reading.report);
    return [];
  });
}

function readLiteral(reading: Reading, element: XmlElement, names: NameScope): BoxedLiteral {
  const elsewhere = childNamed(element, 'importedValues');
  if (elsewhere !== undefined) reading.report(diagnostic('dmn-values-elsewhere', elsewhere.span, {}));
  return { kind: 'literal', type: readTypeRef(reading, element), expression: readExpression(reading, element, names), span: element.span };
}

function readList(reading: Reading, element: XmlElement, names: NameScope): BoxedList {
  return { kind: 'list', type: readTypeRef(reading, element), items: readItems(reading, element, names), span: element.span };
}

function readRelation(reading: Reading, element: XmlElement, names: NameScope): BoxedRelation {
  const columns = childrenNamed(element, 'column').map((column) => requiredIdentifier(column, reading.report));
  const rows = childrenNamed(element, 'row').map((row) => readItems(reading, row, names));
  return { kind: 'relation', type: readTypeRef(reading, element), columns, rows, span: element.span };
}
