import { expect, test } from 'vitest';
import { typeText } from '../tree/expression-text.ts';
import { DMN_1_5, modelText, readTexts } from './model-text.fixture.ts';
import type { ItemDefinition } from './tree.ts';

const ATTRIBUTES = 'xmlns:feel="https://www.omg.org/spec/DMN/20230324/FEEL/" xmlns:own="https://bank.example/loans" xmlns:lib="https://bank.example/library"';
const library = modelText('<itemDefinition name="tRisk"/>', { name: 'library' });
const imported = '<import name="weights" namespace="https://bank.example/library"/>';

function typeOf(typeRef: string): string | undefined {
  const text = modelText(`${imported}<itemDefinition name="t.x y"/>\n<inputData name="i"><variable name="i" typeRef="${typeRef}"/></inputData>`, { attributes: ATTRIBUTES });
  const { models, found } = readTexts(text, library);
  const type = models[0]?.inputs[0]?.type;
  return found[0] ?? (type && typeText(type));
}

test.each([
  ['number', 'number'],
  ['feel:string', 'string'],
  ['Any', 'Any'],
  ['any', 'Any'],
  ['date and time', '`date and time`'],
  ['dateTime', '`date and time`'],
  ['feel:dateTime', '`date and time`'],
  ['dayTimeDuration', '`days and time duration`'],
  ['days and time duration', '`days and time duration`'],
  ['yearMonthDuration', '`years and months duration`'],
  ['  number ', 'number'],
  ['t.x y', '`t.x y`'],
  ['own:tLoan', 'tLoan'],
  ['lib:tRisk', 'weights.tRisk'],
  ['weights.tRisk', 'weights.tRisk'],
  ['list&lt;number>', 'list of number'],
  ['function&lt;number> -> string', 'function<number> -> string'],
  ['', undefined],
  ['unknown:tLoan', 'dmn-type-prefix-unknown 3:49'],
  ['list&lt;', 'clause-ends-early 3:57'],
])('the type reference %j is %j', (written, meant) => {
  expect(typeOf(written)).toBe(meant);
});

function definitions(text: string): readonly ItemDefinition[] {
  const { models, found } = readTexts(modelText(text, { version: DMN_1_5 }));
  expect(found).toEqual([]);
  return models[0]?.types ?? [];
}

test('item definitions: a reference, allowed values, a constraint', () => {
  const [rate] = definitions(
    '<itemDefinition name="tRate"><typeRef>number</typeRef><allowedValues><text>[0..1]</text></allowedValues><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>',
  );
  expect(rate).toMatchObject({
    name: { name: 'tRate' },
    type: { base: { kind: 'reference', type: { path: [{ name: 'number' }] } }, collection: false, allowed: { tests: [{ expression: { kind: 'range' } }] }, constraint: { tests: [{ kind: 'expression' }] } },
  });
});

test('item definitions: collections, components within components, any value', () => {
  const [loans] = definitions(
    '<itemDefinition name="tLoans" isCollection="true"><itemComponent name="terms"><itemComponent name="rate"><typeRef>number</typeRef></itemComponent></itemComponent><itemComponent name="note"/></itemDefinition>',
  );
  expect(loans?.type).toMatchObject({
    collection: true,
    base: {
      components: [
        { name: { name: 'terms' }, type: { collection: false, base: { components: [{ name: { name: 'rate' } }] } } },
        { name: { name: 'note' }, type: { base: { kind: 'reference', type: undefined }, allowed: undefined, constraint: undefined } },
      ],
    },
  });
});

test('item definitions: functions', () => {
  const [rating] = definitions('<itemDefinition name="tRating"><functionItem outputTypeRef="string"><parameters name="loan" typeRef="number"/><parameters name="any"/></functionItem></itemDefinition>');
  expect(rating?.type.base).toMatchObject({
    kind: 'function',
    parameters: [{ name: { name: 'loan' }, type: { path: [{ name: 'number' }] } }, { name: { name: 'any' }, type: undefined }],
    result: { path: [{ name: 'string' }] },
  });
});
