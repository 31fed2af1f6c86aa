import type { SmallCell, SmallColumn, SmallRow, SmallTable, SmallTest } from './small-tables.ts';
import { words } from './small-tables.ts';

/** A small table in SMT-LIB, written from its data alone: a constant for each column, `day`, and a predicate for each row. */
export interface TableInSmt {
  readonly declarations: string;
  /** Holds where no row matches, and where two do. */
  readonly gap: string;
  readonly overlap: string;
}

export function inSmt({ columns, rows }: SmallTable): TableInSmt {
  const declared = columns.flatMap((column) => [`(declare-const ${column.name} ${sortOf(column)})`, ...(column.optional ? [`(declare-const ${column.name}_missing Bool)`] : []), ...limitsOf(column)]);
  const matches = rows.map((row) => rowMatches(columns, row));
  return {
    declarations: ['(declare-const day Int)', ...declared].join('\n'),
    gap: `(assert (not (or false ${matches.join(' ')})))`,
    overlap: matches.length < 2 ? '(assert false)' : `(assert ((_ at-least 2) ${matches.join(' ')}))`,
  };
}

function sortOf({ kind: { sort } }: SmallColumn): string {
  return { whole: 'Int', member: 'Int', date: 'Int', dense: 'Real', boolean: 'Bool', text: 'String' }[sort];
}

/** What the type admits. */
function limitsOf({ name, kind: { sort, type, values } }: SmallColumn): readonly string[] {
  if (sort === 'member') return [`(assert (<= 0 ${name} ${values.length - 1}))`];
  if (type === 'days >= 0') return [`(assert (<= 0 ${name}))`];
  return type === 'count 0..10' ? [`(assert (<= 0 ${name} 10))`] : [];
}

function rowMatches(columns: readonly SmallColumn[], { cells, from, to }: SmallRow): string {
  const inForce = [...(from === undefined ? [] : [`(<= ${from} day)`]), ...(to === undefined ? [] : [`(<= day ${to})`])];
  const conditions = columns.map((column, index) => cellMatches(column, cells[index] ?? { kind: 'any' }));
  return `(and true ${[...conditions, ...inForce].join(' ')})`;
}

function cellMatches(column: SmallColumn, cell: SmallCell): string {
  if (cell.kind === 'any') return 'true';
  const tests = `(or false ${cell.tests.map((test) => testHolds(column, test)).join(' ')})`;
  const present = `(not ${column.optional ? `${column.name}_missing` : 'false'})`;
  // `not(…)` is never true of what is missing, whatever stands in it; `missing` in it says nothing more.
  if (cell.negated) return `(and ${present} (not ${tests}))`;
  return cell.orMissing ? `(or (not ${present}) ${tests})` : `(and ${present} ${tests})`;
}

function testHolds(column: SmallColumn, test: SmallTest): string {
  const { name } = column;
  if (test.kind === 'compare') {
    const bound = literal(column, test.bound);
    if (test.operator === '!=') return `(not (= ${name} ${bound}))`;
    return `(${test.operator} ${name} ${bound})`;
  }
  const [low, high] = [literal(column, test.low), literal(column, test.high)];
  return `(and (${test.lowClosed ? '<=' : '<'} ${low} ${name}) (${test.highClosed ? '<=' : '<'} ${name} ${high}))`;
}

function literal({ kind: { sort } }: SmallColumn, value: number): string {
  if (sort === 'boolean') return String(value === 1);
  // SMT-LIB spells characters beyond ASCII by their code points.
  if (sort === 'text') return (words[value] ?? '').replaceAll(/[^ -~]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return value < 0 ? `(- ${-value})` : String(value);
}
