import { admitsMissing } from '../../../check/expressions/presence.ts';
import { EnumMember, type Vocabulary } from '../../../feel/values/enum.ts';
import type { CellTest, Typed } from '../../../model/expression.ts';
import type { Comparison } from '../../../feel/values/value.ts';
import type { Type } from '../../../model/type.ts';
import { feelOf } from './expression.ts';
import { membersListed, membersThat, rankText } from './order.ts';
import { allOf, anyOf, closed, CLOSED, COMPARISON, isPresent, OR, part, SUM, type Feel } from './pieces.ts';
import { boundText, rangeText } from './values.ts';
import type { Writing } from './writing.ts';

/** What a test is about. An absent fact is null to FEEL, for which `not(…)` and `!=` would hold. */
export interface Subject {
  readonly type: Type;
  readonly mayBeMissing: boolean;
}

/**
 * One of the tests of which one must hold: a unary test as FEEL has it, or a condition that names the value. A cell takes
 * both, but `value in (…)` unary tests only.
 */
type Alternative = { readonly kind: 'test'; readonly text: string } | { readonly kind: 'condition'; readonly condition: Feel };

const TESTED = closed('?');

/** The unary tests of a cell. */
export function cellText(test: CellTest, subject: Subject, writing: Writing): string {
  if (holdsAlways(test)) return '-';
  if (test.kind === 'not' && !subject.mayBeMissing && !admitsMissing(test.test)) {
    const inner = alternatives(test.test, TESTED, subject, writing);
    // FEEL has `not(…)` for a whole cell only: within one it is a condition.
    if (inner.every(({ kind }) => kind === 'test')) return `not(${inner.map(textOf).join(', ')})`;
  }
  return alternatives(test, TESTED, subject, writing).map(textOf).join(', ');
}

/** The condition that a value meets a test. */
export function membershipText(value: Feel, test: CellTest, subject: Subject, writing: Writing): Feel {
  const found = alternatives(test, value, subject, writing);
  const tests = found.flatMap((each) => (each.kind === 'test' ? [each.text] : []));
  const conditions = found.flatMap((each) => (each.kind === 'condition' ? [each.condition] : []));
  const bare = test.kind === 'between' && tests.every((text) => /^[[(]/.test(text));
  const within: readonly Feel[] = tests.length === 0 ? [] : [{ text: `${part(value, SUM)} in ${bare ? tests.join('') : `(${tests.join(', ')})`}`, binds: COMPARISON }];
  return anyOf([...within, ...conditions]);
}

function holdsAlways(test: CellTest): boolean {
  return test.kind === 'any' || (test.kind === 'one of' && test.tests.some(holdsAlways));
}

function textOf(alternative: Alternative): string {
  return alternative.kind === 'test' ? alternative.text : part(alternative.condition, OR);
}

function alternatives(test: CellTest, value: Feel, subject: Subject, writing: Writing): readonly Alternative[] {
  const conditional = (condition: Feel): readonly Alternative[] => [{ kind: 'condition', condition: subject.mayBeMissing ? allOf(isPresent(value), condition) : condition }];
  switch (test.kind) {
    case 'any':
      return [{ kind: 'condition', condition: closed('true') }];
    case 'missing':
      return [{ kind: 'test', text: 'null' }];
    case 'compare':
      return comparing(test, value, subject, conditional, writing);
    case 'between':
      return between(test, value, subject, writing);
    case 'within':
      return [{ kind: 'condition', condition: { text: `${part(value, SUM)} in ${part(feelOf(test.container, writing), SUM)}`, binds: COMPARISON } }];
    case 'holds':
      return conditional(feelOf(test.condition, { ...writing, called: new Map([...writing.called, [test.variable, part(value, CLOSED)]]) }));
    case 'one of':
      return test.tests.flatMap((each) => alternatives(each, value, subject, writing));
    case 'not':
      return conditional(closed(`not(${membershipText(value, test.test, subject, writing).text})`));
  }
}

type Conditional = (condition: Feel) => readonly Alternative[];

function comparing({ operator, operand }: CellTest & { readonly kind: 'compare' }, value: Feel, { type }: Subject, conditional: Conditional, writing: Writing): readonly Alternative[] {
  const other = feelOf(operand, writing);
  if (operator === '=' && isPlain(operand, type)) return [{ kind: 'test', text: part(other, SUM) }];
  if (operator === '=' || operator === '!=') return conditional({ text: `${part(value, SUM)} ${operator} ${part(other, SUM)}`, binds: COMPARISON });
  if (type.kind !== 'enum') return [{ kind: 'test', text: `${operator} ${part(other, SUM)}` }];
  const member = memberOf(operand);
  return member === undefined ? [{ kind: 'condition', condition: ranked(type.vocabulary, value, operator, other) }] : accepted(membersThat(type.vocabulary, operator, member));
}

function ranked(vocabulary: Vocabulary, value: Feel, operator: Comparison, other: Feel): Feel {
  return { text: `${rankText(vocabulary, value).text} ${operator} ${rankText(vocabulary, other).text}`, binds: COMPARISON };
}

/** Whether a cell with nothing but this value tests that it is equal. A truth value that is computed would be a condition. */
function isPlain(operand: Typed, type: Type): boolean {
  return operand.kind === 'constant' || type.kind === 'number' || type.kind === 'text' || type.kind === 'enum' || type.kind === 'date';
}

function between({ low, high, lowClosed, highClosed }: CellTest & { readonly kind: 'between' }, value: Feel, subject: Subject, writing: Writing): readonly Alternative[] {
  if (subject.type.kind === 'enum') return betweenMembers(subject.type.vocabulary, value, { low, high, lowClosed, highClosed }, writing);
  const end = (bound: Typed | undefined): Feel | undefined => bound && closed(part(feelOf(bound, writing), SUM));
  const [from, to] = [end(low), end(high)];
  return [{ kind: 'test', text: from !== undefined && to !== undefined ? rangeText(from, to, lowClosed, highClosed).text : boundText(from, to, lowClosed, highClosed) }];
}

interface Ends {
  readonly low: Typed | undefined;
  readonly high: Typed | undefined;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

function betweenMembers(vocabulary: Vocabulary, value: Feel, { low, high, lowClosed, highClosed }: Ends, writing: Writing): readonly Alternative[] {
  const bounds = [
    { operator: lowClosed ? ('>=' as const) : ('>' as const), end: low },
    { operator: highClosed ? ('<=' as const) : ('<' as const), end: high },
  ].flatMap(({ operator, end }) => (end === undefined ? [] : [{ operator, end, member: memberOf(end) }]));
  if (bounds.every(({ member }) => member !== undefined)) {
    const within = bounds.map(({ operator, member }) => (member === undefined ? [] : membersThat(vocabulary, operator, member)));
    return accepted(vocabulary.members.filter((each) => within.every((members) => members.includes(each))));
  }
  return [{ kind: 'condition', condition: allOf(...bounds.map(({ operator, end }) => ranked(vocabulary, value, operator, feelOf(end, writing)))) }];
}

function memberOf(operand: Typed): EnumMember | undefined {
  return operand.kind === 'constant' && operand.value instanceof EnumMember ? operand.value : undefined;
}

/** Members one by one. Where none is accepted, a test that holds for nothing. */
function accepted(members: readonly EnumMember[]): readonly Alternative[] {
  return [{ kind: 'test', text: members.length === 0 ? '[]' : membersListed(members) }];
}
