import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Case } from './case.ts';
import type { ColumnOfFacts } from './csv-columns.ts';
import { UnfitHeader, columnsOf, exampleHeader } from './csv-columns.ts';
import type { ColumnMapping } from './csv-mapping.ts';
import { csvRecords } from './csv-records.ts';
import type { Decoded } from './decode.ts';
import { decodeFacts } from './decode.ts';
import type { ExactJson } from './exact-json.ts';
import { JsonProblem, parseExactJson } from './exact-json.ts';
import { factProblem } from './problem.ts';

/**
 * The cases of a CSV file (RFC 4180) whose first record names facts by their paths, `loan.overdue_days`. An empty field
 * is an absent fact; booleans are `true` and `false`; a fact that is a list stands as JSON. A mapping says what columns
 * named otherwise carry. Throws UnfitHeader before the first case, and UnreadableFacts where the text stops being CSV.
 */
export async function* csvCases(policy: Policy, text: AsyncIterable<string>, name: string, mapping?: ColumnMapping): AsyncGenerator<Case> {
  let columns: readonly (ColumnOfFacts | undefined)[] | undefined;
  for await (const { line, fields } of csvRecords(text, name)) {
    if (columns === undefined) columns = columnsOf(policy, fields, mapping);
    else yield { place: { kind: 'line', line }, decoded: decodeRecord(policy, columns, fields) };
  }
  if (columns === undefined) throw new UnfitHeader([diagnostic('csv-no-header', undefined, { example: exampleHeader(policy) })]);
}

function decodeRecord(policy: Policy, columns: readonly (ColumnOfFacts | undefined)[], fields: readonly string[]): Decoded {
  if (fields.length !== columns.length) {
    return { problems: [factProblem('csv-record-length', '', { found: fields.length, expected: columns.length })] };
  }
  const root = new Map<string, ExactJson>();
  for (const [index, column] of columns.entries()) {
    const field = fields[index] ?? '';
    if (column === undefined || field === '') continue;
    try {
      plant(root, column.steps, contentIn(field, column.holds));
    } catch (problem) {
      if (!(problem instanceof JsonProblem)) throw problem;
      return { problems: [{ path: column.path, diagnostic: { ...problem.diagnostic, span: undefined } }] };
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
  let branch = root;
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) branch.set(step, value);
    else branch = branchAt(branch, step);
  }
}

function branchAt(branch: Growing, step: string): Growing {
  const known = branch.get(step);
  if (known instanceof Map) return known as Growing;
  const fresh: Growing = new Map();
  branch.set(step, fresh);
  return fresh;
}
