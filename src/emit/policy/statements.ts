import { escapeString } from '../../../grammar/strings.ts';
import { displayWidth } from '../../diagnostics/width.ts';
import { claimText, emitText, expectationText, labelText, listingText, named, parameterText, pathText, periodText, roundingText, useText } from '../../read/tree/clause-text.ts';
import { nameText } from '../../read/tree/expression-text.ts';
import type { Body, DecisionStatement, ExceptionTree, FactsStatement, Field, FunctionStatement, ParameterStatement, Statement, TestStatement, TypeStatement } from '../../read/tree/statement.ts';
import type { Attached } from '../spelling/comments.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationLines, clause, expressionOf, type Texts } from './clauses.ts';
import { tableLines } from './tables.ts';
import { wrapped } from './wrapped.ts';

/** Longer lines are broken where they can be. */
const WIDEST = 120;

/** A statement as lines: its head, and its clauses indented below. */
export function statementLines(statement: Statement, { texts, remarks }: Attached): readonly Line[] {
  const head = (text: string): Line => ({ depth: 0, text, parts: [statement] });
  switch (statement.kind) {
    case 'import':
      return [head(`import ${nameText(statement.name.name)}`)];
    case 'source': {
      const listing = listingText(statement);
      return [head(`source ${named(statement)}${listing === undefined ? '' : ` ${listing}`}`)];
    }
    case 'type':
      return typeLines(statement, head, (part) => remarks.has(part));
    case 'input':
      return statement.definition.kind === 'use'
        ? [head(`input ${named(statement)} : ${useText(statement.definition.use)}`)]
        : [head(`input ${named(statement)}`), ...fieldLines(statement.definition.fields)];
    case 'manual':
      return [head(`manual ${nameText(statement.name.name)} : ${useText(statement.use)}${labelText(statement.question)}`), ...annotationLines(statement.annotations, 1)];
    case 'decision':
    case 'function':
    case 'parameter':
      return callableLines(statement, head, texts);
    case 'trigger':
      return [
        head(`trigger ${named(statement)}`),
        ...annotationLines(statement, 1),
        ...(statement.when === undefined ? [] : [line(clause('when', expressionOf(statement.when, texts)), statement.when)]),
        ...statement.emits.map((emit) => line(clause('emit', texts.get(emit) ?? emitText(emit)), emit)),
      ];
    case 'property':
      return [head(`property ${escapeString(statement.title.text)}`), ...(statement.claim === undefined ? [] : [line(indentedBelow(texts.get(statement.claim) ?? claimText(statement.claim)), statement.claim)])];
    case 'facts':
      return [head(`facts ${named(statement)}`), ...givenLines(statement, texts)];
    case 'test':
      return testLines(statement, head, texts);
  }
}

function line(text: string, part: object, depth = 1): Line {
  return { depth, text, parts: partsOf(part) };
}

function indentedBelow(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

function typeLines(statement: TypeStatement, head: (text: string) => Line, commented: (part: object) => boolean): readonly Line[] {
  const { definition } = statement;
  const start = `type ${named(statement)} =`;
  switch (definition.kind) {
    case 'alias':
      return [head(`${start} ${useText(definition.use)}`)];
    case 'record':
      return [head(`${start} record`), ...fieldLines(definition.fields)];
    case 'enum': {
      const order = definition.order === undefined ? [] : [definition.order === 'ordered' ? 'ordered' : `ordered, ${definition.order}`];
      const members = definition.members.map(named);
      const whole = [`${start} one of ${members.join(', ')}`, ...order].join(' ');
      if (displayWidth(whole) <= WIDEST && !partsOf(definition.members).some(commented)) return [head(whole)];
      return [
        head(`${start} one of`),
        ...definition.members.map((member, index) => line(`${members[index] ?? ''}${index < members.length - 1 ? ',' : ''}`, member)),
        ...order.map((text): Line => ({ depth: 1, text, parts: [] })),
      ];
    }
  }
}

/** Fields with their colons in one column. */
function fieldLines(fields: readonly Field[]): readonly Line[] {
  const widths = fields.map((field) => displayWidth(named(field)));
  const widest = Math.max(...widths);
  // The formatter takes two spaces before the first colon as the wish to have them aligned.
  const column = widths[0] === widest ? widest + 1 : widest;
  return fields.map((field, index) => line(`${named(field)}${' '.repeat(column - (widths[index] ?? 0))} : ${useText(field.use)}`, field));
}

function callableLines(statement: DecisionStatement | FunctionStatement | ParameterStatement, head: (text: string) => Line, texts: Texts): readonly Line[] {
  const { kind } = statement;
  const parameters = kind === 'decision' ? '' : `(${statement.parameters.map(parameterText).join(', ')})`;
  return [
    head(`${kind} ${named(statement)}${parameters} : ${useText(statement.use)}`),
    ...annotationLines(statement, 1),
    ...statement.bodies.flatMap((body) => bodyLines(body, texts)),
    ...(kind === 'decision' ? statement.exceptions.flatMap((exception) => exceptionLines(exception, texts)) : []),
  ];
}

function bodyLines(body: Body, texts: Texts): readonly Line[] {
  if (body.kind === 'table') return tableLines(body, 1, texts);
  const { expression, rounding } = body;
  const value: Line = { depth: 1, text: clause('=', expressionOf(expression, texts)), parts: [body, expression] };
  return rounding === undefined ? [value] : [value, line(`round ${roundingText(rounding)}`, rounding)];
}

function exceptionLines(exception: ExceptionTree, texts: Texts): readonly Line[] {
  const { name, target, label, inForce, when, then } = exception;
  const head = `exception ${nameText(name.name)}${target === undefined ? '' : ` to ${nameText(target.name)}`}${labelText(label)}${inForce === undefined ? '' : ` in force ${periodText(inForce)}`}`;
  return [
    { depth: 1, text: head, parts: [exception, ...partsOf(name, target, label, inForce)], apart: true },
    ...annotationLines({ ...exception, inForce: undefined }, 2),
    ...(when === undefined ? [] : [line(clause('when', expressionOf(when, texts)), when, 2)]),
    ...(then === undefined ? [] : [line(clause('then', expressionOf(then, texts)), then, 2)]),
  ];
}

function givenLines({ taken, givens }: FactsStatement | TestStatement, texts: Texts): readonly Line[] {
  return [
    ...taken.map((each) => line(`given ${pathText(each.path)}`, each)),
    ...givens.map((given) => {
      const text = clause(`given ${pathText(given.path)}`, expressionOf(given.value, texts));
      const long = !text.includes('\n') && displayWidth(text) > WIDEST && !texts.has(given.value);
      return line(long ? wrapped(`given ${pathText(given.path)}`, given.value, WIDEST) : text, given);
    }),
  ];
}

function testLines(statement: TestStatement, head: (text: string) => Line, texts: Texts): readonly Line[] {
  return [
    head(`test ${escapeString(statement.title.text)} as of ${statement.asOf?.text ?? ''}`),
    ...(statement.unconfirmed === undefined ? [] : [line('unconfirmed', statement.unconfirmed)]),
    ...givenLines(statement, texts),
    ...(statement.cases === undefined ? [] : [line(`cases ${escapeString(statement.cases.path.text)}`, statement.cases)]),
    ...statement.expectations.map((expectation) => line(clause('expect', texts.get(expectation) ?? expectationText(expectation)), expectation)),
  ];
}

