import { NameScope } from '../../../grammar/name-scope.ts';
import { childrenNamed, childrenOf, reportUnknown, requiredChild, requiredIdentifier } from './elements.ts';
import { readExpression } from './feel.ts';
import { readFunction } from './functions.ts';
import { readTable } from './decision-table.ts';
import { readInvocation } from './invocation.ts';
import type { Reading } from './reading.ts';
import type { Boxed, BoxedConditional, BoxedContext, BoxedFilter, BoxedIteration, BoxedList, BoxedLiteral, BoxedRelation } from './tree.ts';
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

/** The expression in an element that holds one. An element that is none, and nothing else that may stand there, is reported. */
export function readBoxedIn(reading: Reading, parent: XmlElement | undefined, names: NameScope): Boxed | undefined {
  if (parent === undefined) return undefined;
  let found: Boxed | undefined;
  for (const child of childrenOf(parent)) {
    const read = readers.get(child.name);
    if (read !== undefined) found ??= read(reading, child, names);
    else if (!beside.includes(child.name)) reportUnknown(child, parent, [...readers.keys(), ...beside], reading.report);
  }
  return found;
}

/** Every expression among the children of a list or a row. */
function readItems(reading: Reading, parent: XmlElement, names: NameScope): readonly Boxed[] {
  return childrenOf(parent).flatMap((child) => readers.get(child.name)?.(reading, child, names) ?? []);
}

function readLiteral(reading: Reading, element: XmlElement, names: NameScope): BoxedLiteral {
  return { kind: 'literal', type: readTypeRef(reading, element), expression: readExpression(reading, element, names), span: element.span };
}

/** Each entry sees those above it. */
function readContext(reading: Reading, element: XmlElement, names: NameScope): BoxedContext {
  const scope = new NameScope([], names);
  const entries: BoxedContext['entries'][number][] = [];
  let result: Boxed | undefined;
  for (const entry of childrenNamed(element, 'contextEntry')) {
    const value = readBoxedIn(reading, entry, scope) ?? { kind: 'literal', type: undefined, expression: undefined, span: entry.span };
    const [variable] = childrenNamed(entry, 'variable');
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

function readList(reading: Reading, element: XmlElement, names: NameScope): BoxedList {
  return { kind: 'list', type: readTypeRef(reading, element), items: readItems(reading, element, names), span: element.span };
}

function readRelation(reading: Reading, element: XmlElement, names: NameScope): BoxedRelation {
  const columns = childrenNamed(element, 'column').map((column) => requiredIdentifier(column, reading.report));
  const rows = childrenNamed(element, 'row').map((row) => readItems(reading, row, names));
  return { kind: 'relation', type: readTypeRef(reading, element), columns, rows, span: element.span };
}

function readConditional(reading: Reading, element: XmlElement, names: NameScope): BoxedConditional {
  const part = (name: string): Boxed | undefined => readBoxedIn(reading, requiredChild(element, name, reading.report), names);
  return { kind: 'conditional', type: readTypeRef(reading, element), condition: part('if'), then: part('then'), otherwise: part('else'), span: element.span };
}

function readIteration(reading: Reading, element: XmlElement, names: NameScope): BoxedIteration {
  const kind = element.name === 'for' || element.name === 'some' ? element.name : 'every';
  const variable = requiredIdentifier(element, reading.report, 'iteratorVariable');
  return {
    kind,
    type: readTypeRef(reading, element),
    variable,
    source: readBoxedIn(reading, requiredChild(element, 'in', reading.report), names),
    body: readBoxedIn(reading, requiredChild(element, kind === 'for' ? 'return' : 'satisfies', reading.report), new NameScope([variable.name], names)),
    span: element.span,
  };
}

/** Its condition can name the members of the elements by themselves. */
function readFilter(reading: Reading, element: XmlElement, names: NameScope): BoxedFilter {
  return {
    kind: 'filter',
    type: readTypeRef(reading, element),
    source: readBoxedIn(reading, requiredChild(element, 'in', reading.report), names),
    condition: readBoxedIn(reading, requiredChild(element, 'match', reading.report), new NameScope(reading.members, names)),
    span: element.span,
  };
}
