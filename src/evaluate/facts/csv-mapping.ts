import type { MappingFault } from '../../diagnostics/codes/facts.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { UnreadableFacts } from './case.ts';
import { csvRecords } from './csv-records.ts';

/**
 * What the columns of a file carry that other people's systems have written: for each of them the path of a fact, or
 * undefined where somebody has said that the policy does not use it.
 */
export interface ColumnMapping {
  readonly file: string;
  readonly facts: ReadonlyMap<string, string | undefined>;
}

export const noMapping: ColumnMapping = { file: '', facts: new Map() };

/** In place of a fact: the policy does not use the column. */
const NOT_USED = '-';

/**
 * Reads a mapping: CSV whose first line is `column,fact`, with a `note` after them where reasons are given; below it a
 * column, and the path of its fact or `-`. Throws UnreadableFacts at the first line that is none of this.
 */
export async function readColumnMapping(text: AsyncIterable<string>, file: string): Promise<ColumnMapping> {
  const facts = new Map<string, string | undefined>();
  let width: number | undefined;
  for await (const { line, fields } of csvRecords(text, file)) {
    const refuse = (fault: MappingFault): never => {
      throw new UnreadableFacts(diagnostic('csv-mapping-malformed', undefined, { file, line, fault }));
    };
    if (width === undefined) {
      if (!['column,fact', 'column,fact,note'].includes(fields.join(','))) refuse('header');
      width = fields.length;
      continue;
    }
    const [column = '', fact = ''] = fields;
    if (fields.length !== width) refuse('fields');
    if (column === '') refuse('column');
    if (fact === '') refuse('fact');
    if (facts.has(column)) refuse('repeated');
    facts.set(column, fact === NOT_USED ? undefined : fact);
  }
  if (width === undefined) throw new UnreadableFacts(diagnostic('csv-mapping-malformed', undefined, { file, line: 1, fault: 'header' }));
  return { file, facts };
}
