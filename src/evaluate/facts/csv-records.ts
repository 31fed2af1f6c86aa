import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { UnreadableFacts } from './case.ts';
import { lineEndsIn } from './text-stream.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records of a CSV file (RFC 4180), the header among them; lines that are empty are passed over. Throws UnreadableFacts where the text stops being CSV. */
export async function* csvRecords(text: AsyncIterable<string>, name: string): AsyncGenerator<CsvRecord> {
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true });
  // An error of either stream surfaces in the loop below; the callback is there because pipeline demands one.
  const parsed: AsyncIterable<{ info: { lines: number }; record: string[] }> = pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const { info, record } of parsed) {
      let begins = info.lines;
      for (const field of record) begins -= lineEndsIn(field);
      yield { line: begins, fields: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new UnreadableFacts(diagnostic('csv-malformed', undefined, { file: name, line: parser.info.lines, unclosed }));
  }
}
