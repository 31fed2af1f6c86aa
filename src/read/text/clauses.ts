import type { AnnotationTree } from '../../../grammar/policy/annotation-grammar.ts';
import type { Clause } from '../../../grammar/policy/clause-grammar.ts';
import { closest } from '../../diagnostics/closest.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../tree/span.ts';
import { firstWord, keepName, parseSpan, type Reading } from './context.ts';
import { ownSpan, wholeSpan, type Block } from './layout.ts';

/** Each kind of statement that has clauses, and the words they begin with (`in` is `in force`, `|` a table row). */
export const clauseWords = {
  decision: ['=', 'round', 'table', 'exception', 'in', 'cites', 'basis', 'note'],
  function: ['=', 'round', 'table', 'in', 'cites', 'basis', 'note'],
  parameter: ['table', '|', 'round', 'in', 'cites', 'basis', 'note'],
  table: ['|', 'round', 'in', 'cites', 'basis', 'note'],
  exception: ['when', 'then', 'in', 'cites', 'basis', 'note'],
  trigger: ['when', 'emit', 'in', 'cites', 'basis', 'note'],
  facts: ['given'],
  test: ['unconfirmed', 'given', 'cases', 'expect'],
} as const;

export type ClauseOwner = keyof typeof clauseWords;

/** A clause read, with what stands below it: rows for a table, clauses for an exception. */
export interface ReadClause {
  /** The word that it begins with; for a misspelt one, the word that was meant. */
  readonly word: string;
  /** Undefined: it could not be read, which was reported. */
  readonly clause: Clause | undefined;
  readonly block: Block;
}

export interface ReadClauses {
  readonly clauses: readonly ReadClause[];
  /** Rows that stand directly below the owner. */
  readonly rows: readonly Span[];
}

/** Reads the clauses of a statement one by one; a clause that cannot be read is reported and the next one is read. */
export function readClauses(reading: Reading, blocks: readonly Block[], owner: ClauseOwner): ReadClauses {
  const clauses: ReadClause[] = [];
  const rows: Span[] = [];
  const words: readonly string[] = clauseWords[owner];
  let inRows = false;
  for (const block of joinRowsToTables(reading, blocks)) {
    const lastWasRow = inRows;
    inRows = block.row;
    if (block.row) {
      rows.push(...rowSpans(reading, block));
      if (!words.includes('|') && !lastWasRow) reading.report(diagnostic('row-without-table', ownSpan(reading.file, block), {}));
      continue;
    }
    const { word, span } = firstWord(reading, ownSpan(reading.file, block));
    const plain = word === '＝' ? '=' : word;
    if (!words.includes(plain)) {
      const suggestion = closest(word, words);
      reading.report(diagnostic('unknown-clause', span, { word, owner, expected: words, suggestion }));
      if (suggestion === 'exception') keepName(reading, ownSpan(reading.file, block));
      clauses.push({ word: suggestion ?? word, clause: undefined, block });
      continue;
    }
    const ownLineOnly = plain === 'table' || plain === 'exception';
    const text = ownLineOnly ? ownSpan(reading.file, block) : wholeSpan(reading.file, block);
    const clause = parseSpan(reading, text, (grammar) => grammar.clause());
    if (clause === undefined && plain === 'exception') keepName(reading, text);
    clauses.push({ word: plain, clause, block });
  }
  return { clauses, rows };
}

/** Rows written at the same depth as their `table` belong to it all the same. */
function joinRowsToTables(reading: Reading, blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const afterTable = last !== undefined && !last.row && firstWord(reading, ownSpan(reading.file, last)).word === 'table';
    if (block.row && afterTable && last.children.every(({ row }) => row)) joined[joined.length - 1] = { ...last, children: [...last.children, block] };
    else joined.push(block);
  }
  return joined;
}

/** A row and those that an uneven indentation put below it. */
export function rowSpans({ file }: Reading, block: Block): Span[] {
  return [ownSpan(file, block), ...block.children.flatMap((child) => rowSpans({ file } as Reading, child))];
}

export function annotationsAmong(clauses: readonly ReadClause[]): AnnotationTree[] {
  return clauses.flatMap(({ clause }) => {
    switch (clause?.kind) {
      case 'in force':
      case 'cites':
      case 'basis':
      case 'note':
        return [clause];
      default:
        return [];
    }
  });
}

/** Whether a clause of that kind was meant but cannot be read: what lacks it is then not to be blamed for that. */
export function isLost(clauses: readonly ReadClause[], kind: Clause['kind']): boolean {
  return clauses.some(({ word, clause }) => clause === undefined && word === kind) && clauses.every(({ clause }) => clause?.kind !== kind);
}

/** The one clause of a kind; a second one is reported. */
export function onlyClause<K extends Clause['kind']>(reading: Reading, clauses: readonly ReadClause[], kind: K): Extract<Clause, { kind: K }> | undefined {
  const found = clauses.flatMap(({ clause }) => (clause?.kind === kind ? [clause as Extract<Clause, { kind: K }>] : []));
  for (const { span } of found.slice(1)) reading.report(diagnostic('clause-repeated', span, { clause: kind }));
  return found[0];
}
