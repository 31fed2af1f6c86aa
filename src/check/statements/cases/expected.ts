import type { Expectation } from '../../../model/policy.ts';
import type { CaseField, ExpectationTree } from '../../../read/tree/statement.ts';
import { problem, type Scope } from '../../expressions/scope.ts';
import { checkExpectation, checkRule } from '../expectations.ts';
import type { CaseCell } from './cases.ts';
import { partOf, type CaseColumn } from './columns.ts';
import { fieldValue, readField } from './fields.ts';

type Expecting = Extract<CaseColumn, { readonly path: unknown }>;

/** What a record expects. An empty field expects nothing. */
export function expectationsIn(cells: readonly CaseCell[], scope: Scope): readonly Expectation[] {
  const said = cells.flatMap(({ column, field }) => ('path' in column && field.text.trim() !== '' ? [{ column, field }] : []));
  const expectations = said.flatMap(({ column, field }) => (column.kind === 'by' ? [] : (expectationOf(column, field, scope) ?? [])));
  return said.reduce((all, { column, field }) => (column.kind === 'by' ? withRules(all, column, field, scope) : all), expectations);
}

const outcomes = /^\s*(?:decided|no_match|missing_facts|conflict|error)\b/;

function expectationOf(column: Expecting, field: CaseField, scope: Scope): Expectation | undefined {
  const { subject, path } = column;
  const tree = (expected: ExpectationTree['expected'] | undefined): Expectation | undefined => expected && checkExpectation({ subject: path, expected, span: field.span }, scope);
  if (column.kind === 'emits') {
    const emitted = readField(field, (grammar) => grammar.emitted(), scope);
    return tree(emitted && { kind: 'emits', event: emitted.event, data: emitted.data });
  }
  if (subject.kind === 'trigger' || (outcomes.test(field.text) && !isValueOf(subject, field.text.trim()))) return tree(readField(field, (grammar) => grammar.expected(), scope));
  return { subject, span: field.span, expected: { kind: 'value', value: fieldValue(field, subject.type, scope), by: [], cites: [] } };
}

/** A text, or a member that is spelled like an outcome, is a value. */
function isValueOf({ type }: Expecting['subject'] & { readonly kind: 'decision' }, text: string): boolean {
  return type.kind === 'text' || (type.kind === 'enum' && type.vocabulary.members.some(({ name }) => name === text));
}

/** The rules of a field, with spaces or commas between them, added to the value that is expected of the same decision. */
function withRules(expectations: readonly Expectation[], { subject, path }: Expecting, field: CaseField, scope: Scope): Expectation[] {
  const by = [...field.text.matchAll(/(?:`[^`]*`|[^\s,])+/g)].flatMap(({ 0: text, index }) => {
    const rule = readField(partOf(field, index, index + text.length), (grammar) => grammar.qualifiedName(), scope);
    return rule === undefined ? [] : [checkRule(rule, path, scope)];
  });
  const isMeant = (each: Expectation): boolean => each.subject === subject && each.expected.kind === 'value';
  if (!expectations.some(isMeant)) problem(scope, 'rules-without-value', field.span, { name: subject.name });
  return expectations.map((each) => (isMeant(each) && each.expected.kind === 'value' ? { ...each, expected: { ...each.expected, by } } : each));
}
