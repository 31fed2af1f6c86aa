import { escapeString } from '../../../grammar/strings.ts';
import { citationText, claimText, emitText, expectationText, labelText, listingText, named, parameterText, pathText, periodText, roundingText, useText } from './clause-text.ts';
import { cellText, expressionText, nameText } from './expression-text.ts';
import type { Annotations, Body, ExceptionTree, FactsStatement, Field, PolicyTree, RowTree, Statement, TableTree, TestStatement, TypeStatement } from './statement.ts';

/**
 * A policy as canonical text: one clause a line, single spaces, no comments. The content hash is taken over it, so its
 * form is fixed for ever: two files that differ only in layout and comments give the same text, and a change of
 * anything else shows.
 */
export function canonicalText(tree: PolicyTree): string {
  const { policy } = tree;
  const head = policy === undefined ? [] : [`policy ${nameText(policy.name.name)}${labelText(policy.label)}`, ...annotationLines(policy, 1)];
  return [...head, ...tree.statements.flatMap(statementLines)].map((line) => `${line}\n`).join('');
}

function indented(depth: number, line: string): string {
  return '  '.repeat(depth) + line;
}

function statementLines(statement: Statement): string[] {
  switch (statement.kind) {
    case 'import':
      return [`import ${nameText(statement.name.name)}`];
    case 'source': {
      const listing = listingText(statement);
      return [`source ${named(statement)}${listing === undefined ? '' : ` ${listing}`}`];
    }
    case 'type':
      return typeLines(statement);
    case 'input':
      return statement.definition.kind === 'use'
        ? [`input ${named(statement)} : ${useText(statement.definition.use)}`]
        : [`input ${named(statement)}`, ...statement.definition.fields.map(fieldLine)];
    case 'manual':
      return [`manual ${nameText(statement.name.name)} : ${useText(statement.use)}${labelText(statement.question)}`, ...annotationLines(statement.annotations, 1)];
    case 'decision':
      return [
        `decision ${named(statement)} : ${useText(statement.use)}`,
        ...annotationLines(statement, 1),
        ...statement.bodies.flatMap(bodyLines),
        ...statement.exceptions.flatMap(exceptionLines),
      ];
    case 'function':
    case 'parameter':
      return [
        `${statement.kind} ${nameText(statement.name.name)}${labelText(statement.label)}(${statement.parameters.map(parameterText).join(', ')}) : ${useText(statement.use)}`,
        ...annotationLines(statement, 1),
        ...statement.bodies.flatMap(bodyLines),
      ];
    case 'trigger':
      return [
        `trigger ${named(statement)}`,
        ...annotationLines(statement, 1),
        ...(statement.when === undefined ? [] : [`  when ${expressionText(statement.when)}`]),
        ...statement.emits.map((emit) => `  emit ${emitText(emit)}`),
      ];
    case 'property':
      return [`property ${escapeString(statement.title.text)}`, ...(statement.claim === undefined ? [] : [`  ${claimText(statement.claim)}`])];
    case 'facts':
      return [`facts ${named(statement)}`, ...givenLines(statement)];
    case 'test':
      return [
        `test ${escapeString(statement.title.text)} as of ${statement.asOf?.text ?? ''}`,
        ...(statement.unconfirmed === undefined ? [] : ['  unconfirmed']),
        ...givenLines(statement),
        ...(statement.cases === undefined ? [] : [`  cases ${escapeString(statement.cases.path.text)}`]),
        ...statement.expectations.map((each) => `  expect ${expectationText(each)}`),
      ];
  }
}

/** What is taken over comes first: wherever it stands, what a test gives itself goes before it. */
function givenLines({ taken, givens }: FactsStatement | TestStatement): string[] {
  return [...taken.map(({ path }) => `  given ${pathText(path)}`), ...givens.map(({ path, value }) => `  given ${pathText(path)} ${expressionText(value)}`)];
}

function typeLines(statement: TypeStatement): string[] {
  const { definition } = statement;
  switch (definition.kind) {
    case 'enum': {
      const order = definition.order === undefined ? '' : definition.order === 'ordered' ? ' ordered' : ` ordered, ${definition.order}`;
      return [`type ${named(statement)} = one of ${definition.members.map(named).join(', ')}${order}`];
    }
    case 'record':
      return [`type ${named(statement)} = record`, ...definition.fields.map(fieldLine)];
    case 'alias':
      return [`type ${named(statement)} = ${useText(definition.use)}`];
  }
}

function fieldLine(field: Field): string {
  return `  ${named(field)} : ${useText(field.use)}`;
}

function annotationLines({ inForce, cites, basis, note }: Annotations, depth: number): string[] {
  return [
    ...(inForce === undefined ? [] : [`in force ${periodText(inForce)}`]),
    ...(cites.length === 0 ? [] : [`cites ${cites.map(citationText).join(', ')}`]),
    ...(basis === undefined ? [] : [`basis ${basis.basis}`]),
    ...(note === undefined ? [] : [`note ${escapeString(note.text)}`]),
  ].map((line) => indented(depth, line));
}

function bodyLines(body: Body): string[] {
  const rounding = body.rounding === undefined ? [] : [`  round ${roundingText(body.rounding)}`];
  if (body.kind === 'expression') return [`  = ${expressionText(body.expression)}`, ...rounding];
  return [`  table ${body.hitPolicy}${body.preference === undefined ? '' : ` ${body.preference}`}`, ...annotationLines(body, 2), ...tableRows(body), ...rounding];
}

function tableRows(table: TableTree): string[] {
  const annotations = (['in force', 'cites', 'basis', 'note'] as const).filter((kind) => table.rows.some((row) => annotationCell(row, kind) !== '-'));
  const header = [['id', ...table.columns.map(({ expression }) => expressionText(expression))], table.outputs.map(({ name }) => nameText(name)), annotations];
  const rows = table.rows.map((row) => [
    [nameText(row.id.name), ...row.cells.map((cell) => (row.otherwise ? 'otherwise' : cell === undefined ? '?' : cellText(cell)))],
    row.outputs.map((output) => (output === undefined ? '?' : expressionText(output))),
    annotations.map((kind) => annotationCell(row, kind)),
  ]);
  return [header, ...rows].map((groups) => `    | ${groups.filter((cells) => cells.length > 0).map((cells) => cells.join(' | ')).join(' || ')} |`);
}

function annotationCell(row: RowTree, kind: 'in force' | 'cites' | 'basis' | 'note'): string {
  switch (kind) {
    case 'in force':
      return row.inForce === undefined ? '-' : periodText(row.inForce);
    case 'cites':
      return row.cites.length === 0 ? '-' : row.cites.map(citationText).join(', ');
    case 'basis':
      return row.basis?.basis ?? '-';
    case 'note':
      return row.note === undefined ? '-' : escapeString(row.note.text);
  }
}

function exceptionLines(exception: ExceptionTree): string[] {
  const { name, target, label, when, then } = exception;
  return [
    `  exception ${nameText(name.name)}${target === undefined ? '' : ` to ${nameText(target.name)}`}${labelText(label)}`,
    ...annotationLines(exception, 2),
    ...(when === undefined ? [] : [`    when ${expressionText(when)}`]),
    ...(then === undefined ? [] : [`    then ${expressionText(then)}`]),
  ];
}
