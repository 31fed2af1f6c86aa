import { expect, test } from 'vitest';
import { expressionText } from '../tree/expression-text.ts';
import { literal, logicOf, modelText, readTexts } from './model-text.fixture.ts';
import type { Boxed } from './tree.ts';

/** A boxed expression in short: FEEL texts as they are printed. */
function short(boxed: Boxed | undefined): unknown {
  if (boxed === undefined) return null;
  switch (boxed.kind) {
    case 'literal':
      return boxed.expression === undefined ? null : expressionText(boxed.expression);
    case 'context':
      return { entries: Object.fromEntries(boxed.entries.map(({ name, value }) => [name.name, short(value)])), result: short(boxed.result) };
    case 'invocation':
      return { call: short(boxed.callee), arguments: Object.fromEntries(boxed.arguments.map(({ name, value }) => [name.name, short(value)])) };
    case 'list':
      return boxed.items.map(short);
    case 'relation':
      return { columns: boxed.columns.map(({ name }) => name), rows: boxed.rows.map((row) => row.map(short)) };
    case 'function':
      return { [boxed.language]: boxed.parameters.map(({ name }) => name.name), body: short(boxed.body) };
    case 'conditional':
      return { if: short(boxed.condition), then: short(boxed.then), else: short(boxed.otherwise) };
    case 'filter':
      return { filter: short(boxed.source), match: short(boxed.condition) };
    case 'table':
      return 'table';
    default:
      return { [boxed.kind]: boxed.variable.name, in: short(boxed.source), body: short(boxed.body) };
  }
}

test('literal expressions, with and without a text', () => {
  expect(short(logicOf(literal('1 + 2')))).toBe('1 + 2');
  expect(short(logicOf(literal('  ')))).toBeNull();
  expect(short(logicOf('<literalExpression/>'))).toBeNull();
});

test('a decision without logic', () => {
  expect(logicOf('')).toBeUndefined();
});

test('contexts: each entry sees those above it, the entry without a name is the result', () => {
  const entry = (name: string, text: string): string => `<contextEntry><variable name="${name}"/>${literal(text)}</contextEntry>`;
  const context = `<context>${entry('late - fees', '1')}${entry('all', 'late - fees * 2')}<contextEntry>${literal('all - late-fees')}</contextEntry></context>`;
  expect(short(logicOf(context))).toEqual({ entries: { 'late - fees': '1', all: '`late - fees` * 2' }, result: 'all - `late - fees`' });
});

test('a context entry without an expression is null', () => {
  expect(short(logicOf('<context><contextEntry><variable name="a"/></contextEntry></context>'))).toEqual({ entries: { a: null }, result: null });
});

test('invocations', () => {
  const binding = `<binding><parameter name="rate - base"/>${literal('2')}</binding><binding><parameter name="term"/></binding>`;
  expect(short(logicOf(`<invocation>${literal('f')}${binding}</invocation>`))).toEqual({ call: 'f', arguments: { 'rate - base': '2', term: null } });
});

test('lists and relations', () => {
  expect(short(logicOf(`<list>${literal('1')}<list>${literal('2')}</list></list>`))).toEqual(['1', ['2']]);
  const relation = `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('2')}</row><row>${literal('3')}${literal('')}</row></relation>`;
  expect(short(logicOf(relation))).toEqual({ columns: ['a', 'b'], rows: [['1', '2'], ['3', null]] }); // prettier-ignore
});

test('functions: parameters are in scope; those in Java or PMML have no body here', () => {
  const body = `<formalParameter name="x-y" typeRef="number"/>${literal('x-y + 1')}`;
  expect(short(logicOf(`<functionDefinition>${body}</functionDefinition>`))).toEqual({ FEEL: ['x-y'], body: '`x-y` + 1' });
  expect(short(logicOf(`<functionDefinition kind="FEEL">${body}</functionDefinition>`))).toMatchObject({ FEEL: ['x-y'] });
  expect(short(logicOf(`<functionDefinition kind="Java">${body}</functionDefinition>`))).toEqual({ external: ['x-y'], body: null });
  expect(short(logicOf(`<functionDefinition kind="PMML">${body}</functionDefinition>`))).toEqual({ external: ['x-y'], body: null });
});

test('conditionals', () => {
  const conditional = `<conditional><if>${literal('true')}</if><then>${literal('1')}</then><else>${literal('2')}</else></conditional>`;
  expect(short(logicOf(conditional))).toEqual({ if: 'true', then: '1', else: '2' });
});

test.each([
  ['for', 'return'],
  ['some', 'satisfies'],
  ['every', 'satisfies'],
])('%s: its variable is in scope in its %s', (kind, part) => {
  const iteration = `<${kind} iteratorVariable="each-one"><in>${literal('[1, 2]')}</in><${part}>${literal('each-one + 1')}</${part}></${kind}>`;
  expect(short(logicOf(iteration))).toEqual({ [kind]: 'each-one', in: '[1, 2]', body: '`each-one` + 1' });
});

test('filters: members of the elements can be named by themselves', () => {
  const definitions = '<itemDefinition name="tYear"><itemComponent name="gain-loss"><typeRef>number</typeRef></itemComponent></itemDefinition>';
  const filter = `<filter><in>${literal('years')}</in><match>${literal('gain-loss + item.gain-loss > 0')}</match></filter>`;
  expect(short(logicOf(filter, { inputs: ['years'], definitions }))).toEqual({ filter: 'years', match: '`gain-loss` + item.`gain-loss` > 0' });
});

test('an expression may say its type', () => {
  expect(logicOf('<literalExpression typeRef="number"><text>1</text></literalExpression>')).toMatchObject({ type: { kind: 'named', path: [{ name: 'number' }] } });
  expect(logicOf(`<list typeRef="string">${literal('1')}</list>`)).toMatchObject({ type: { path: [{ name: 'string' }] } });
});

test('extensions of tools are passed over, in a namespace of their own', () => {
  const extended = `<extensionElements><x:note xmlns:x="urn:x">1</x:note></extensionElements><x:expression xmlns:x="urn:x"/>${literal('1')}`;
  expect(short(logicOf(extended))).toBe('1');
});

test('elements that DMN does not have are reported wherever an expression is expected', () => {
  const { found } = readTexts(modelText(`<decision name="d"><list>\n<literalExpresion/>${literal('1')}</list></decision>`));
  expect(found).toEqual(['dmn-element-unknown 3:1']);
});

test('parts that are missing are reported, once each', () => {
  const { found } = readTexts(modelText(`<decision name="d"><conditional><if>${literal('true')}</if></conditional></decision>\n<decision name="e"><for><in/></for></decision>`));
  expect(found).toEqual(['dmn-element-missing 2:20', 'dmn-element-missing 2:20', 'dmn-attribute-missing 3:20', 'dmn-element-missing 3:20']);
});
