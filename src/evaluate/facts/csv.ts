import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Case } from './case.ts';
import { UnreadableFacts } from './case.ts';
import type { ColumnOfFacts } from './csv-columns.ts';
import { UnfitHeader, columnsOf, exampleHeader } from './csv-columns.ts';
import type { Decoded } from './decode.ts';
import { decodeFacts } from './decode.ts';
import type { ExactJson } from './exact-json.ts';
import { JsonProblem, parseExactJson } from './exact-json.ts';
import { factProblem } from './problem.ts';

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
