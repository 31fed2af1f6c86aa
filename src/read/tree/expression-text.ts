import { isName } from '../../../grammar/names.ts';
import { escapeString } from '../../../grammar/strings.ts';
import { reservedWords } from '../../../grammar/tokens.ts';
import { builtins } from '../../feel/functions/index.ts';
import type { Argument, Cell, ContextLiteral, Expression, Iterator, RangeLiteral, Test, TypeExpression } from './expression.ts';

/** An expression as canonical text: what was written, with the white space that the formatter gives it. */
export function expressionText(expression: Expression): string {
  const text = expressionText;
  switch (expression.kind) {
    case 'number':
    case 'date':
      return expression.text;
    case 'string':
      return escapeString(expression.value);
    case 'boolean':
      return String(expression.value);
    case 'null':
    case 'missing':
      return expression.kind;
    case 'temporal':
      return `@"${expression.text}"`;
    case 'input value':
      return '?';
    case 'name':
      return nameText(expression.name);
    case 'path':
      return `${text(expression.target)}.${nameText(expression.name)}`;
    case 'negation':
      return `-${text(expression.operand)}`;
    case 'binary':
      return `${text(expression.left)} ${expression.operator} ${text(expression.right)}`;
    case 'between':
      return `${text(expression.value)} between ${text(expression.low)} and ${text(expression.high)}`;
    case 'in':
      return `${text(expression.value)} in ${membershipText(expression.tests)}`;
    case 'instance of':
      return `${text(expression.value)} instance of ${typeText(expression.type)}`;
    case 'if':
      return `if ${text(expression.condition)} then ${text(expression.then)} else ${text(expression.otherwise)}`;
    case 'for':
      return `for ${expression.iterators.map(iteratorText).join(', ')} return ${text(expression.result)}`;
    case 'quantified':
      return `${expression.quantifier} ${expression.iterators.map(iteratorText).join(', ')} satisfies ${text(expression.condition)}`;
    case 'function': {
      const parameters = expression.parameters.map(({ name, type }) => nameText(name.name) + (type === undefined ? '' : `: ${typeText(type)}`));
      return `function(${parameters.join(', ')}) ${expression.language === 'external' ? 'external ' : ''}${text(expression.body)}`;
    }
    case 'filter':
      return `${text(expression.target)}[${text(expression.condition)}]`;
    case 'call':
      return `${calleeText(expression.callee)}(${expression.arguments.map(argumentText).join(', ')})`;
    case 'list':
      return `[${expression.items.map(text).join(', ')}]`;
    case 'context': {
      if (expression.entries.length === 0) return '{}';
      return `{ ${expression.entries.map(contextEntryText).join(', ')} }`;
    }
    case 'range':
      return rangeText(expression);
    case 'parenthesized':
      return `(${text(expression.inner)})`;
  }
}

/** A name, in backquotes where it could not stand bare. */
export function nameText(name: string): string {
  return isName(name) && !reservedWords.has(name) ? name : `\`${name}\``;
}

/** What is called: a built-in function of several words, `string length`, stands bare. */
function calleeText(callee: Expression): string {
  return callee.kind === 'name' && builtins.has(callee.name) ? callee.name : expressionText(callee);
}

/** An entry of a context: `overdue_days: 91`. */
export function contextEntryText({ key, value }: ContextLiteral['entries'][number]): string {
  return `${keyText(key.name)}: ${expressionText(value)}`;
}

function keyText(name: string): string {
  return isName(name) && !reservedWords.has(name) ? name : escapeString(name);
}

function iteratorText({ variable, source, to }: Iterator): string {
  return `${nameText(variable.name)} in ${expressionText(source)}${to === undefined ? '' : `..${expressionText(to)}`}`;
}

function argumentText({ name, value }: Argument): string {
  return (name === undefined ? '' : `${name.name}: `) + expressionText(value);
}

function rangeText({ bracketed, low, high, lowClosed, highClosed, comparison }: RangeLiteral): string {
  if (comparison !== undefined && low !== undefined) return `(${comparison} ${expressionText(low)})`;
  if (bracketed && high === undefined && low !== undefined) return `(${lowClosed ? '>=' : '>'} ${expressionText(low)})`;
  if (bracketed && low === undefined && high !== undefined) return `(${highClosed ? '<=' : '<'} ${expressionText(high)})`;
  const ends = `${low === undefined ? '' : expressionText(low)}..${high === undefined ? '' : expressionText(high)}`;
  if (bracketed) return `${lowClosed ? '[' : '('}${ends}${highClosed ? ']' : ')'}`;
  return low === undefined ? ends.replace('..', '.. ') : high === undefined ? ends.replace(/\.\.$/, ' ..') : ends;
}

function membershipText(tests: readonly Test[]): string {
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? testText(only) : `(${tests.map(testText).join(', ')})`;
}

/** One test of a cell. */
export function testText(test: Test): string {
  switch (test.kind) {
    case 'any':
      return '-';
    case 'compare':
      return `${test.operator} ${expressionText(test.operand)}`;
    case 'expression':
      return expressionText(test.expression);
    case 'not':
      return `not(${test.tests.map(testText).join(', ')})`;
  }
}

export function cellText(cell: Cell): string {
  return cell.tests.map(testText).join(', ');
}

export function typeText(type: TypeExpression): string {
  switch (type.kind) {
    case 'unreadable':
      return '?';
    case 'named':
      return type.path.map(({ name }) => nameText(name)).join('.') + (type.currency === undefined ? '' : ` ${type.currency.name}`);
    case 'list':
      return `list of ${typeText(type.item)}`;
    case 'range':
      return `range<${typeText(type.item)}>`;
    case 'context':
      return `context<${type.fields.map((field) => `${nameText(field.name.name)}: ${typeText(field.type)}`).join(', ')}>`;
    case 'function':
      return `function<${type.parameters.map(typeText).join(', ')}> -> ${typeText(type.result)}`;
  }
}
