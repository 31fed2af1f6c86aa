import { open } from 'node:fs/promises';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Case } from '../evaluate/facts/case.ts';
import { UnreadableFacts } from '../evaluate/facts/case.ts';
import { csvCases } from '../evaluate/facts/csv.ts';
import { readColumnMapping } from '../evaluate/facts/csv-mapping.ts';
import { jsonCases, ndjsonCases } from '../evaluate/facts/json-cases.ts';
import { textOf } from '../evaluate/facts/text-stream.ts';
import type { Policy } from '../model/policy.ts';

export type FactsFormat = 'json' | 'ndjson' | 'csv';

const extensions: ReadonlyMap<string, FactsFormat> = new Map([
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['csv', 'csv'],
]);

/** What a file's name says of its format; standard input is JSON. */
export function formatOf(path: string): FactsFormat | undefined {
  return path === '-' ? 'json' : extensions.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

const readers = { json: jsonCases, ndjson: ndjsonCases, csv: csvCases } as const;

/**
 * The cases of a file, or of standard input (`-`), read as they are asked for; `columns` is a file that says what the
 * columns of a CSV file carry. Throws UnreadableFacts, and UnfitHeader for CSV.
 */
export async function* casesIn(policy: Policy, path: string, format: FactsFormat, encoding: string, columns?: string): AsyncGenerator<Case> {
  const text = textOf(bytesOf(path), encoding, path);
  if (columns === undefined) {
    yield* readers[format](policy, text, path);
  } else {
    if (format !== 'csv') throw new UnreadableFacts(diagnostic('csv-mapping-misplaced', undefined, { path }));
    yield* csvCases(policy, text, path, await readColumnMapping(textOf(bytesOf(columns), 'utf-8', columns), columns));
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    for await (const chunk of process.stdin) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    return;
  }
  try {
    const file = await open(path);
    for await (const chunk of file.createReadStream()) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UnreadableFacts(diagnostic('facts-file-unreadable', undefined, { path, reason: error.message.replace(/,.*$/, '') }));
  }
}
