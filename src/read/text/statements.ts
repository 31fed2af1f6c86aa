import type { CallableHead, Head } from '../../../grammar/policy/declaration-grammar.ts';
import { closest } from '../../diagnostics/closest.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Field, PolicyStatement, Statement, TableTree, TypeUse } from '../tree/statement.ts';
import type { Span } from '../tree/span.ts';
import { gatherAnnotations } from './annotations.ts';
import { readBodies, readExceptions, readPlainTable } from './bodies.ts';
import { annotationsAmong, isLost, onlyClause, readClauses, type ClauseOwner } from './clauses.ts';
import { firstWord, keepName, parseSpan, type Reading } from './context.ts';
import { ownSpan, wholeSpan, type Block } from './layout.ts';
import { completeFacts, completeTest } from './tests.ts';

/** The words that statements begin with. */
export const statementWords = [
  'policy', 'import', 'source', 'type', 'input', 'manual', 'decision', 'function', 'parameter', 'trigger', 'property', 'facts', 'test',
] as const; // prettier-ignore

/** Statements whose head runs over all that is indented below it. The others have clauses or fields there. */
const headOnly: ReadonlySet<string> = new Set(['policy', 'import', 'source', 'manual']);
const withClauses: ReadonlySet<string> = new Set<ClauseOwner>(['decision', 'function', 'parameter', 'trigger', 'facts', 'test']);

/** Reads one statement with all that stands below it. Undefined where it cannot be read; what is wrong is reported. */
export function readStatement(reading: Reading, block: Block): Statement | PolicyStatement | undefined {
  const own = ownSpan(reading.file, block);
  if (block.row) {
    reading.report(diagnostic('row-without-table', own, {}));
    return undefined;
  }
  const { word, span } = firstWord(reading, own);
  if (!(statementWords as readonly string[]).includes(word)) {
    reading.report(diagnostic('unknown-statement', span, { word, expected: statementWords, suggestion: closest(word, statementWords) }));
    keepName(reading, own);
    return undefined;
  }
  const { headSpan, below } = splitHead(reading, block, word);
  const head = parseSpan(reading, headSpan, (grammar) => grammar.head());
  if (head !== undefined) return complete(reading, head, below, { ...own, end: wholeSpan(reading.file, block).end });
  keepName(reading, own);
  // What stands below an unreadable head is still read, for its own mistakes.
  if (withClauses.has(word)) readBodies(reading, readClauses(reading, below, word as ClauseOwner).clauses);
  return undefined;
}

/** What an expression on the head's line goes on with, and no clause begins with. */
const continuing = /^(?:and|or|then|else|return|satisfies|between)\b/;

/** Where the head ends: lines below that cannot begin a clause (`: Class`, `else …`) continue it. */
function splitHead({ file }: Reading, block: Block, word: string): { readonly headSpan: Span; readonly below: readonly Block[] } {
  const own = ownSpan(file, block);
  const isRecord = word === 'type' && /=\s*record$/.test(file.text.slice(own.start, own.end));
  if (headOnly.has(word) || (word === 'type' && !isRecord)) return { headSpan: wholeSpan(file, block), below: [] };
  const continued = block.children.findIndex((child) => child.row || beginsClause(file.text.slice(child.start, child.end)));
  const headLines = continued === -1 ? block.children.length : continued;
  const lastHeadLine = block.children[headLines - 1];
  const end = lastHeadLine === undefined ? own.end : wholeSpan(file, lastHeadLine).end;
  return { headSpan: { ...own, end }, below: block.children.slice(headLines) };
}

function beginsClause(text: string): boolean {
  return /^[\p{L}_=＝`]/u.test(text) && !continuing.test(text);
}

function complete(reading: Reading, head: Head, below: readonly Block[], span: Span): Statement | PolicyStatement | undefined {
  switch (head.kind) {
    case 'policy':
      return { kind: 'policy', name: head.name, label: head.label, ...gatherAnnotations(head.annotations, reading.report), span };
    case 'import':
    case 'source':
      return head;
    case 'type':
      return head.definition.kind === 'record' ? { ...head, definition: { kind: 'record', fields: readFields(reading, below) }, span } : head;
    case 'input':
      return {
        kind: 'input',
        name: head.name,
        label: head.label,
        definition: head.use === undefined ? { kind: 'record', fields: readFields(reading, below) } : { kind: 'use', use: head.use },
        span,
      };
    case 'manual':
      return { kind: 'manual', name: head.name, use: head.use, question: head.question, annotations: gatherAnnotations(head.annotations, reading.report), span };
    case 'decision':
    case 'function':
    case 'parameter':
      return completeCallable(reading, head, below, span);
    case 'trigger': {
      const { clauses } = readClauses(reading, below, 'trigger');
      const when = onlyClause(reading, clauses, 'when')?.expression;
      if (when === undefined && clauses.every(({ clause }) => clause !== undefined)) {
        reading.report(diagnostic('clause-missing', head.name.span, { owner: `trigger \`${head.name.name}\``, clause: 'when' }));
      }
      // Without one of its events, whoever expects that event would be blamed.
      if (clauses.some(({ word, clause }) => word === 'emit' && clause === undefined)) {
        reading.unreadable.push(head.name);
        return undefined;
      }
      const emits = clauses.flatMap(({ clause }) => (clause?.kind === 'emit' ? [clause.emit] : []));
      const said = gatherAnnotations([...head.annotations, ...annotationsAmong(clauses)], reading.report);
      return { kind: 'trigger', name: head.name, label: head.label, ...said, when, emits, span };
    }
    case 'property': {
      const [claim, ...more] = below;
      if (claim === undefined) reading.report(diagnostic('clause-missing', head.title.span, { owner: `property "${head.title.text}"`, clause: 'always' }));
      for (const extra of more) reading.report(diagnostic('clause-repeated', ownSpan(reading.file, extra), { clause: 'always' }));
      return { kind: 'property', title: head.title, claim: claim && parseSpan(reading, wholeSpan(reading.file, claim), (grammar) => grammar.claim()), span };
    }
    case 'facts':
      return completeFacts(reading, head, below, span);
    case 'test':
      return completeTest(reading, head, below, span);
  }
}

function completeCallable(reading: Reading, head: CallableHead, below: readonly Block[], span: Span): Statement | undefined {
  const { clauses, rows } = readClauses(reading, below, head.kind);
  const { name, label, use, parameters } = head;
  const said = gatherAnnotations([...head.annotations, ...annotationsAmong(clauses)], reading.report);
  const rounding = onlyClause({ ...reading, report: () => undefined }, clauses, 'round')?.rounding;
  const read = readBodies(reading, clauses);
  const bodies = [...read.bodies];
  let { isBodyLost } = read;
  if (head.expression !== undefined && isLost(clauses, 'round')) isBodyLost = true;
  else if (head.expression !== undefined) bodies.unshift({ kind: 'expression', expression: head.expression, rounding, span: head.expression.span });
  if (head.kind === 'parameter' && rows.length > 0) {
    const table = readPlainTable(reading, rows, name.span, rounding);
    if (table === undefined) isBodyLost = true;
    else bodies.push(table);
  }
  const exceptions = readExceptions(reading, clauses);
  if (bodies.length === 0 || isBodyLost) {
    const isReported = isBodyLost || clauses.some(({ clause }) => clause === undefined) || (head.kind !== 'parameter' && rows.length > 0);
    if (!isReported) reading.report(diagnostic('body-missing', name.span, { kind: head.kind, name: name.name }));
    reading.unreadable.push(name);
    return undefined;
  }
  switch (head.kind) {
    case 'decision':
      return { kind: 'decision', name, label, use, bodies, exceptions, ...said, span };
    case 'function':
      return { kind: 'function', name, label, parameters, use, bodies, ...said, span };
    case 'parameter':
      return { kind: 'parameter', name, label, parameters, use, bodies: bodies.filter((body): body is TableTree => body.kind === 'table'), ...said, span };
  }
}

/** The fields of a record, one a clause. A field whose type cannot be read keeps its name. */
function readFields(reading: Reading, blocks: readonly Block[]): Field[] {
  return blocks.flatMap((block) => {
    const span = wholeSpan(reading.file, block);
    const field = parseSpan(reading, span, (grammar) => grammar.field());
    if (field !== undefined) return [field];
    const { word, span: nameSpan } = firstWord(reading, span);
    const unreadable: TypeUse = { type: { kind: 'unreadable', span }, constraint: [], step: undefined, optional: false, span };
    return [{ name: { name: word, span: nameSpan }, label: undefined, use: unreadable, span }];
  });
}
