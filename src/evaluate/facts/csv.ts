import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { closest } from '../../diagnostics/closest.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Case } from './case.ts';
import { UnreadableFacts } from './case.ts';
import type { Decoded } from './decode.ts';
import { decodeFacts } from './decode.ts';
import type { ExactJson } from './exact-json.ts';
import { JsonProblem, parseExactJson } from './exact-json.ts';
import { factProblem } from './problem.ts';
import type { Branch } from './shape.ts';
import { shapeOf } from './shape.ts';

/** What a header names: the steps to a leaf of the facts, and what its fields hold. */
interface ColumnOfFacts {
  readonly header: string;
  readonly steps: readonly string[];
  readonly holds: 'boolean' | 'JSON' | 'text';
}

/** A header that does not fit the policy: everything wrong with it, so that no record is read under it. */
export class UnfitHeader extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super('the header does not fit the policy');
  }
}

/**
 * The cases of a CSV file (RFC 4180) whose first record names facts by their paths, `loan.overdue_days`. An empty field
 * is an absent fact; booleans are `true` and `false`; a fact that is a list stands as JSON. Throws UnfitHeader before the
 * first case, and UnreadableFacts where the text stops being CSV.
 */
export async function* csvCases(policy: Policy, text: AsyncIterable<string>, name: string): AsyncGenerator<Case> {
  let columns: readonly ColumnOfFacts[] | undefined;
  for await (const { line, fields } of records(text, name)) {
    if (columns === undefined) columns = columnsOf(policy, fields);
    else yield { place: { kind: 'line', line }, decoded: decodeRecord(policy, columns, fields) };
  }
  if (columns === undefined) throw new UnfitHeader([diagnostic('csv-no-header', undefined, { example: exampleHeader(policy) })]);
}

interface CsvRecord {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

async function* records(text: AsyncIterable<string>, name: string): AsyncGenerator<CsvRecord> {
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true });
  // An error of either stream surfaces in the loop below; the callback is there because pipeline demands one.
  const parsed: AsyncIterable<{ info: { lines: number }; record: string[] }> = pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const { info, record } of parsed) {
      const breaks = record.reduce((count, field) => count + field.split('\n').length - 1, 0);
      yield { line: info.lines - breaks, fields: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new UnreadableFacts(diagnostic('csv-malformed', undefined, { file: name, line: parser.info.lines, unclosed }));
  }
}

function columnsOf(policy: Policy, headers: readonly string[]): readonly ColumnOfFacts[] {
  const known = new Map(possibleColumns(shapeOf(policy), []).map((column) => [column.header, column]));
  const labels = labelledColumns(policy);
  const problems: Diagnostic[] = [];
  const columns = headers.flatMap((header, index): ColumnOfFacts[] => {
    const column = known.get(header);
    if (column === undefined) {
      const suggestion = labels.get(header) ?? closest(header, known.keys());
      problems.push(diagnostic('csv-unknown-column', undefined, { header, number: index + 1, suggestion }));
      return [];
    }
    if (headers.indexOf(header) < index) problems.push(diagnostic('csv-duplicate-column', undefined, { header, number: index + 1 }));
    return [column];
  });
  if (problems.length > 0) throw new UnfitHeader(problems);
  return columns;
}

function possibleColumns(branch: Branch, under: readonly string[]): readonly ColumnOfFacts[] {
  return [...branch.entries].flatMap(([name, shape]): readonly ColumnOfFacts[] => {
    const steps = [...under, name];
    if (shape.kind === 'branch') return possibleColumns(shape, steps);
    const column: ColumnOfFacts = { header: shape.path, steps, holds: contentOf(shape.fact.type) };
    if (shape.kind === 'fact') return [column];
    const part = (key: string, holds: ColumnOfFacts['holds']): ColumnOfFacts => ({ header: `${shape.path}.${key}`, steps: [...steps, key], holds });
    return [part('value', column.holds), part('who', 'text'), part('when', 'text')];
  });
}

function contentOf(type: Type): ColumnOfFacts['holds'] {
  if (type.kind === 'boolean') return 'boolean';
  return type.kind === 'list' || type.kind === 'record' ? 'JSON' : 'text';
}

/** Headers by the facts' labels, to recognise what a spreadsheet for people calls them. */
function labelledColumns(policy: Policy): ReadonlyMap<string, string> {
  const inputs = [...policy.inputs.values()].flatMap(({ facts }) => facts);
  return new Map(inputs.flatMap(({ label, path }) => (label === undefined ? [] : [[label, path] as const])));
}

function exampleHeader(policy: Policy): string {
  const headers = possibleColumns(shapeOf(policy), []).map(({ header }) => header);
  return headers.slice(0, 3).join(',');
}

function decodeRecord(policy: Policy, columns: readonly ColumnOfFacts[], fields: readonly string[]): Decoded {
  if (fields.length !== columns.length) {
    return { problems: [factProblem('csv-record-length', '', { found: fields.length, expected: columns.length })] };
  }
  const root = new Map<string, ExactJson>();
  for (const [index, { header, steps, holds }] of columns.entries()) {
    const field = fields[index] ?? '';
    if (field === '') continue;
    try {
      plant(root, steps, contentIn(field, holds));
    } catch (problem) {
      if (!(problem instanceof JsonProblem)) throw problem;
      return { problems: [{ path: header, diagnostic: { ...problem.diagnostic, span: undefined } }] };
    }
  }
  return decodeFacts(policy, root);
}

function contentIn(field: string, holds: ColumnOfFacts['holds']): ExactJson {
  if (holds === 'JSON') return parseExactJson(field);
  if (holds === 'boolean' && (field === 'true' || field === 'false')) return field === 'true';
  return field;
}

type Growing = Map<string, ExactJson>;

/** Puts a value at the end of its steps. Columns name leaves only, so that what stands on the way is always a map. */
function plant(root: Growing, steps: readonly string[], value: ExactJson): void {
  const [step = '', ...rest] = steps;
  if (rest.length === 0) {
    root.set(step, value);
    return;
  }
  const next = root.get(step);
  const inner = next instanceof Map ? (next as Growing) : new Map<string, ExactJson>();
  root.set(step, inner);
  plant(inner, rest, value);
}
