import { claimText, emitText, expectationText, listingText, pathText, roundingText, useText } from '../../read/tree/clause-text.ts';
import { expressionText } from '../../read/tree/expression-text.ts';
import type { Body, DecisionStatement, ExceptionTree, FactsStatement, Field, FormalParameter, FunctionStatement, ParameterStatement, Statement, TakenTree, TestStatement, Text, TypeStatement } from '../../read/tree/statement.ts';
import { quotedScalar } from '../../read/yaml/quoted.ts';
import type { Attached } from '../spelling/comments.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationLines } from './annotations.ts';
import { givenLines } from './givens.ts';
import { fits, flowList, flowMapping, keyWithText, nameScalar, plainOrQuoted, textScalar } from './scalars.ts';
import { tableLines } from './tables.ts';

/** Where a statement's entries stand: below `statements:` and the dash. */
const DEPTH = 2;

type Texts = Attached['texts'];

/** A statement as an item of the list of statements. */
export function statementLines(statement: Statement, { texts, remarks }: Attached): readonly Line[] {
  const head = (value: string): Line => ({ depth: DEPTH - 1, text: `- ${statement.kind}: ${value}`, parts: [statement] });
  switch (statement.kind) {
    case 'import':
      return [head(nameScalar(statement.name))];
    case 'source': {
      const listing = listingText(statement);
      return [head(nameScalar(statement.name)), ...labelLines(statement.label), ...(listing === undefined ? [] : [entry(`listed: ${quotedScalar(listing)}`, statement.listed)])];
    }
    case 'type':
      return [head(nameScalar(statement.name)), ...labelLines(statement.label), ...definitionLines(statement, (part) => remarks.has(part))];
    case 'input': {
      const { definition } = statement;
      const said = definition.kind === 'use' ? [entry(`type: ${quotedScalar(useText(definition.use))}`, definition.use)] : fieldLines(definition.fields);
      return [head(nameScalar(statement.name)), ...labelLines(statement.label), ...said];
    }
    case 'manual': {
      const { use, question, annotations } = statement;
      const asked = question === undefined ? [] : [entry(`question: ${textScalar(question)}`, question)];
      return [head(nameScalar(statement.name)), entry(`type: ${quotedScalar(useText(use))}`, use), ...asked, ...annotationLines(annotations, DEPTH)];
    }
    case 'decision':
    case 'function':
    case 'parameter':
      return [head(nameScalar(statement.name)), ...callableLines(statement, texts)];
    case 'trigger':
      return [
        head(nameScalar(statement.name)),
        ...labelLines(statement.label),
        ...annotationLines(statement, DEPTH),
        ...(statement.when === undefined ? [] : [entry(keyWithText('when', texts.get(statement.when) ?? expressionText(statement.when)), statement.when)]),
        ...textsLines('emit', statement.emits.map((emit) => ({ text: texts.get(emit) ?? emitText(emit), part: emit }))),
      ];
    case 'property': {
      const { title, claim } = statement;
      return [head(textScalar(title)), ...(claim === undefined ? [] : [entry(keyWithText('claim', texts.get(claim) ?? claimText(claim)), claim)])];
    }
    case 'facts':
      return [head(nameScalar(statement.name)), ...labelLines(statement.label), ...factLines(statement, texts)];
    case 'test':
      return [head(textScalar(statement.title)), ...testLines(statement, texts)];
  }
}

function entry(text: string, part: object, depth = DEPTH): Line {
  return { depth, text, parts: partsOf(part) };
}

function labelLines(label: Text | undefined, depth = DEPTH): readonly Line[] {
  return label === undefined ? [] : [entry(`label: ${textScalar(label)}`, label, depth)];
}

/** One text, or a list of them. */
function textsLines(key: string, all: readonly { readonly text: string; readonly part: object }[]): readonly Line[] {
  const [only] = all;
  if (only === undefined) return [];
  if (all.length === 1) return [entry(keyWithText(key, only.text), only.part)];
  return [{ depth: DEPTH, text: `${key}:`, parts: [] }, ...all.map(({ text, part }) => entry(itemWithText(text), part, DEPTH + 1))];
}

function itemWithText(text: string): string {
  return text.includes('\n') ? keyWithText('-', text).replace(/^-:/, '-') : `- ${quotedScalar(text)}`;
}

function definitionLines({ definition }: TypeStatement, commented: (part: object) => boolean): readonly Line[] {
  switch (definition.kind) {
    case 'alias':
      return [entry(`is: ${quotedScalar(useText(definition.use))}`, definition.use)];
    case 'record':
      return fieldLines(definition.fields);
    case 'enum': {
      const { members, order } = definition;
      const labelled = members.every(({ label }) => label !== undefined);
      const inList = members.map(({ name, label }) => (label === undefined ? nameScalar(name) : flowMapping([`${nameScalar(name)}: ${textScalar(label)}`])));
      const inMapping = members.map(({ name, label }) => `${nameScalar(name)}: ${label === undefined ? '""' : textScalar(label)}`);
      const flow = `one_of: ${labelled ? flowMapping(inMapping) : flowList(inList)}`;
      const apart = !fits(DEPTH, flow) || partsOf(members).some(commented);
      const lines = labelled ? inMapping : inList.map((text) => `- ${text}`);
      return [
        ...(apart ? [{ depth: DEPTH, text: 'one_of:', parts: [] }, ...lines.map((text, index) => entry(text, members[index] ?? [], DEPTH + 1))] : [entry(flow, members)]),
        ...(order === undefined ? [] : [{ depth: DEPTH, text: `order: ${order}`, parts: [] }]),
      ];
    }
  }
}

function fieldLines(fields: readonly Field[]): readonly Line[] {
  if (fields.length === 0) return [{ depth: DEPTH, text: 'fields: {}', parts: [] }];
  return [
    { depth: DEPTH, text: 'fields:', parts: [] },
    ...fields.map((field) => {
      const type = quotedScalar(useText(field.use));
      const said = field.label === undefined ? type : flowMapping([`type: ${type}`, `label: ${textScalar(field.label)}`]);
      return entry(`${nameScalar(field.name)}: ${said}`, field, DEPTH + 1);
    }),
  ];
}

function parameterLines(parameters: readonly FormalParameter[]): readonly Line[] {
  const all = parameters.map(({ name, use }) => `${nameScalar(name)}: ${quotedScalar(useText(use))}`);
  const flow = `parameters: ${flowMapping(all)}`;
  if (fits(DEPTH, flow)) return [entry(flow, parameters)];
  return [{ depth: DEPTH, text: 'parameters:', parts: [] }, ...all.map((text, index) => entry(text, parameters[index] ?? [], DEPTH + 1))];
}

function callableLines(statement: DecisionStatement | FunctionStatement | ParameterStatement, texts: Texts): readonly Line[] {
  return [
    ...labelLines(statement.label),
    ...(statement.kind === 'decision' ? [] : parameterLines(statement.parameters)),
    entry(`type: ${quotedScalar(useText(statement.use))}`, statement.use),
    ...annotationLines(statement, DEPTH),
    ...bodyLines(statement.bodies, texts),
    ...(statement.kind === 'decision' && statement.exceptions.length > 0
      ? [{ depth: DEPTH, text: 'exceptions:', parts: [] }, ...statement.exceptions.flatMap((exception) => exceptionLines(exception, texts))]
      : []),
  ];
}

function bodyLines(bodies: readonly Body[], texts: Texts): readonly Line[] {
  const tables = bodies.filter((body) => body.kind === 'table');
  const values = bodies.flatMap((body): Line[] => {
    if (body.kind === 'table') return [];
    const { expression, rounding } = body;
    const value: Line = { depth: DEPTH, text: keyWithText('value', texts.get(expression) ?? expressionText(expression)), parts: [body, expression] };
    return rounding === undefined ? [value] : [value, entry(`round: ${quotedScalar(roundingText(rounding))}`, rounding)];
  });
  const [only] = tables;
  if (only === undefined) return values;
  if (tables.length === 1) return [...values, { depth: DEPTH, text: 'table:', parts: [only] }, ...tableLines(only, DEPTH + 1, texts)];
  return [...values, { depth: DEPTH, text: 'tables:', parts: [] }, ...tables.flatMap((table) => tableLines(table, DEPTH + 2, texts, '- '))];
}

function exceptionLines(exception: ExceptionTree, texts: Texts): readonly Line[] {
  const { name, target, label, when, then } = exception;
  const depth = DEPTH + 2;
  return [
    { depth: depth - 1, text: `- exception: ${nameScalar(name)}`, parts: [exception, name] },
    ...(target === undefined ? [] : [entry(`to: ${nameScalar(target)}`, target, depth)]),
    ...labelLines(label, depth),
    ...annotationLines(exception, depth),
    ...(when === undefined ? [] : [entry(keyWithText('when', texts.get(when) ?? expressionText(when)), when, depth)]),
    ...(then === undefined ? [] : [entry(keyWithText('then', texts.get(then) ?? expressionText(then)), then, depth)]),
  ];
}

function factLines({ taken, givens }: FactsStatement | TestStatement, texts: Texts): readonly Line[] {
  const [only, another] = taken;
  const name = ({ path }: TakenTree): string => plainOrQuoted(pathText(path));
  const names: readonly Line[] = another === undefined ? [] : [{ depth: DEPTH, text: 'takes:', parts: [] }, ...taken.map((each) => entry(`- ${name(each)}`, each, DEPTH + 1))];
  return [
    ...(only !== undefined && another === undefined ? [entry(`takes: ${name(only)}`, only)] : names),
    ...(givens.length === 0 ? [] : [{ depth: DEPTH, text: 'given:', parts: [] }]),
    ...givens.flatMap((given) => givenLines(plainOrQuoted(pathText(given.path)), given, DEPTH + 1, texts)),
  ];
}

function testLines(statement: TestStatement, texts: Texts): readonly Line[] {
  const { asOf, unconfirmed, cases, expectations } = statement;
  return [
    ...(asOf === undefined ? [] : [entry(`as_of: ${quotedScalar(asOf.text)}`, asOf)]),
    ...(unconfirmed === undefined ? [] : [entry(`status: ${unconfirmed.word}`, unconfirmed)]),
    ...factLines(statement, texts),
    ...(cases === undefined ? [] : [entry(`cases: ${textScalar(cases.path)}`, cases)]),
    ...textsLines('expect', expectations.map((expectation) => ({ text: texts.get(expectation) ?? expectationText(expectation), part: expectation }))),
  ];
}

