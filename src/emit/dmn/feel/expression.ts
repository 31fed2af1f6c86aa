import { isOptionalRead } from '../../../check/expressions/presence.ts';
import type { Arithmetic, Compare, FilterOf, InstanceTest, Lambda, Logic, Loop, Membership, Quantifier, Typed, TypedIterator, Variable } from '../../../model/expression.ts';
import { builtinText, functionText } from './calls.ts';
import { serviceText } from '../services.ts';
import { contextText } from './contexts.ts';
import { AND, choice, closed, CLOSED, COMPARISON, isPresent, listed, OPEN, OR, part, POWER, PRODUCT, SUM, type Feel } from './pieces.ts';
import { rankText } from './order.ts';
import { roundedText } from './rounding.ts';
import { membershipText } from './tests.ts';
import { testedTypeText } from './tested-types.ts';
import { rangeText, valueText } from './values.ts';
import { AS_OF, qualified, variableText, type Writing } from './writing.ts';

/** An expression in FEEL's strict dialect. What FEEL has no form for is refused. */
export function feelOf(node: Typed, writing: Writing): Feel {
  const feel = (inner: Typed): Feel => feelOf(inner, writing);
  switch (node.kind) {
    case 'constant':
      return valueText(node.value);
    case 'fact':
      return closed(qualified(writing, node.fact.policy, node.fact.keys.join('.')));
    case 'record':
      return closed(qualified(writing, node.input.policy, node.input.name));
    case 'decision':
      return closed(qualified(writing, node.decision.policy, node.decision.name));
    case 'as of':
      return closed(AS_OF);
    case 'variable':
      return variable(node, writing);
    case 'path':
      // The field of an outer filter's element is a bare name, since the inner element has none of that name.
      if (node.target.kind === 'variable' && isOuterItem(node.target.name, writing)) return closed(node.name);
      return closed(`${part(feel(node.target), CLOSED)}.${node.name}`);
    case 'arithmetic':
      return arithmetic(node, writing);
    case 'negate':
      return { text: `-${part(feel(node.operand), CLOSED)}`, binds: SUM };
    case 'compare':
      return comparison(node, writing);
    case 'logic':
      return logic(node, writing);
    case 'membership':
      return membership(node, writing);
    case 'if':
      return choice(feel(node.condition), feel(node.then), feel(node.otherwise));
    case 'for':
      return loop(node, writing);
    case 'quantifier':
      return quantifier(node, writing);
    case 'filter':
      return filter(node, writing);
    case 'list':
      return closed(`[${listed(node.items.map(feel))}]`);
    case 'context':
      return contextText(node, writing);
    case 'range':
      if (node.type.kind === 'range' && node.type.item.kind === 'enum') writing.refuse(node.span, node.type.item.vocabulary.name, orderless);
      return rangeText(node.low && feel(node.low), node.high && feel(node.high), node.lowClosed, node.highClosed);
    case 'builtin':
      return builtinText(node, writing);
    case 'call':
      return functionText(node, writing);
    case 'decision call':
      return serviceText(node, writing);
    case 'value call':
      return closed(`${part(feel(node.callee), CLOSED)}(${listed(node.arguments.map(feel))})`);
    case 'lambda':
      return lambda(node, writing);
    case 'instance of':
      return instanceTest(node, writing);
    case 'missing test':
      return { text: `${part(feel(node.value), SUM)} = null`, binds: COMPARISON };
    case 'round':
      return roundedText(feel(node.value), node.method, node.step);
  }
}

const orderless = { en: 'FEEL has no ranges over an order of its own', zh: 'FEEL 没有按自定义次序的区间' };

function variable({ name, span }: Variable, writing: Writing): Feel {
  const called = writing.called.get(name);
  if (called !== undefined) return closed(called);
  if (name === writing.item) return closed('item');
  if (isOuterItem(name, writing)) writing.refuse(span, 'item', nameless, useVariable);
  return closed(variableText(name));
}

const nameless = { en: 'FEEL has no name for the element of an outer filter', zh: 'FEEL 无法指称外层筛选的元素' };
const useVariable = { en: 'use `some … in` or `for … in` with a variable', zh: '改用带变量的 `some … in` 或 `for … in`' };

function isOuterItem(name: string, { item }: Writing): boolean {
  return name !== item && (name === 'item' || name.startsWith('item~'));
}

const strength = { '+': SUM, '-': SUM, '*': PRODUCT, '/': PRODUCT, '**': POWER };

function arithmetic({ operator, left, right }: Arithmetic, writing: Writing): Feel {
  const binds = strength[operator];
  // Where grouping could be read in two ways, it is written.
  return { text: `${part(feelOf(left, writing), operator === '**' ? binds + 1 : binds)} ${operator} ${part(feelOf(right, writing), binds + 1)}`, binds };
}

function comparison({ operator, left, right }: Compare, writing: Writing): Feel {
  const [a, b] = [feelOf(left, writing), feelOf(right, writing)];
  if (operator === '=' && left.kind === 'missing test' && right.kind === 'constant' && right.value === false) return isPresent(feelOf(left.value, writing));
  const vocabulary = left.type.kind === 'enum' && operator !== '=' && operator !== '!=' ? left.type.vocabulary : undefined;
  const ranked = (side: Feel): Feel => (vocabulary === undefined ? side : rankText(vocabulary, side));
  return { text: `${part(ranked(a), SUM)} ${operator} ${part(ranked(b), SUM)}`, binds: COMPARISON };
}

function logic({ operator, left, right }: Logic, writing: Writing): Feel {
  const binds = operator === 'or' ? OR : AND;
  return { text: `${part(feelOf(left, writing), binds)} ${operator} ${part(feelOf(right, writing), binds)}`, binds };
}

function membership({ value, test }: Membership, writing: Writing): Feel {
  return membershipText(feelOf(value, writing), test, { type: value.type, mayBeMissing: isOptionalRead(value) }, writing);
}

function loop({ iterators, result }: Loop, writing: Writing): Feel {
  return { text: `for ${iteratorsText(iterators, writing)} return ${feelOf(result, writing).text}`, binds: OPEN };
}

function quantifier({ quantifier: word, iterators, condition }: Quantifier, writing: Writing): Feel {
  return { text: `${word} ${iteratorsText(iterators, writing)} satisfies ${feelOf(condition, writing).text}`, binds: OPEN };
}

function iteratorsText(iterators: readonly TypedIterator[], writing: Writing): string {
  return iterators
    .map(({ variable: name, source, to }) => {
      const from = part(feelOf(source, writing), SUM);
      return `${variableText(name)} in ${to === undefined ? from : `${from}..${part(feelOf(to, writing), SUM)}`}`;
    })
    .join(', ');
}

function filter({ target, item, condition }: FilterOf, writing: Writing): Feel {
  return closed(`${part(feelOf(target, writing), CLOSED)}[${feelOf(condition, { ...writing, item }).text}]`);
}

function lambda({ parameters, body }: Lambda, writing: Writing): Feel {
  return { text: `function(${parameters.map(variableText).join(', ')}) ${feelOf(body, writing).text}`, binds: OPEN };
}

function instanceTest({ value, tested, span }: InstanceTest, writing: Writing): Feel {
  return { text: `${part(feelOf(value, writing), SUM)} instance of ${testedTypeText(tested, span, writing)}`, binds: COMPARISON };
}
