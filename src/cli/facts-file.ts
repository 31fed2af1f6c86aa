import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
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

/** A file of facts, or standard input, that has been opened. */
export interface FactsFile {
  /** What messages call it. */
  readonly path: string;
  /** In bytes; undefined where nobody knows beforehand. */
  readonly size: number | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Opens a file of facts; `-` is standard input. Throws UnreadableFacts. */
export async function openFacts(path: string): Promise<FactsFile> {
  if (path === '-') return { path, size: undefined, bytes: chunksOf(process.stdin, path) };
  try {
    const file = await open(path);
    const about = await file.stat();
    return { path, size: about.isFile() ? about.size : undefined, bytes: chunksOf(file.createReadStream({ highWaterMark: CHUNK }), path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** How many bytes are read at once. */
const CHUNK = 1 << 18;

async function* chunksOf(stream: Readable, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new UnreadableFacts(diagnostic('facts-file-unreadable', undefined, { path, reason: error.message.replace(/,.*$/, '') }));
}

/**
 * The cases of a file of facts, read as they are asked for; `columns` is a file that says what the columns of a CSV file
 * carry. Throws UnreadableFacts, and UnfitHeader for CSV.
 */
export async function* casesIn(policy: Policy, { path, bytes }: FactsFile, format: FactsFormat, encoding: string, columns?: string): AsyncGenerator<Case> {
  const text = textOf(bytes, encoding, path);
  if (columns === undefined) {
    yield* readers[format](policy, text, path);
  } else {
    if (format !== 'csv') throw new UnreadableFacts(diagnostic('csv-mapping-misplaced', undefined, { path }));
    const mapping = await openFacts(columns);
    yield* csvCases(policy, text, path, await readColumnMapping(textOf(mapping.bytes, 'utf-8', columns), columns));
  }
}
