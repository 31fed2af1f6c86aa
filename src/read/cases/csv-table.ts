import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { SourceFile } from '../tree/span.ts';
import type { CaseField, CaseRecord, CaseTable } from '../tree/statement.ts';

/**
 * The records of a CSV file (RFC 4180) with the place of every field: the package that reads files of facts tells the lines
 * of records only, and a mistake in a test's case is shown where it stands. Lines that are empty are passed over. Undefined
 * where the text is not CSV or has no header; that is reported.
 */
export function csvTable(file: SourceFile, report: Report): CaseTable | undefined {
  const records: CaseRecord[] = [];
  for (let at = 0; at < file.text.length; ) {
    const record = recordAt(file, at);
    if ('fault' in record) {
      const { fault, unclosed } = record;
      report(diagnostic('csv-malformed', { file, start: fault, end: fault + 1 }, { file: file.path, line: positionAt(file, fault).line, unclosed }));
      return undefined;
    }
    if (record.span.end > record.span.start) records.push(record);
    at = record.span.end + (file.text.startsWith('\r\n', record.span.end) ? 2 : 1);
  }
  const [header, ...others] = records;
  if (header !== undefined) return { header, records: others };
  report(diagnostic('csv-no-header', { file, start: 0, end: 0 }, { example: 'title,loan.overdue_days,expect class' }));
  return undefined;
}

interface Fault {
  /** Where the text stops being CSV. */
  readonly fault: number;
  readonly unclosed: boolean;
}

function recordAt(file: SourceFile, start: number): CaseRecord | Fault {
  const fields: CaseField[] = [];
  for (let at = start; ; at += 1) {
    const read = file.text[at] === '"' ? quotedField(file, at) : bareField(file, at);
    if ('fault' in read) return read;
    fields.push(read.field);
    at = read.end;
    if (file.text[at] !== ',') return { fields, span: { file, start, end: at } };
  }
}

interface FieldRead {
  readonly field: CaseField;
  /** Where what follows it begins: a comma, or the line's end. */
  readonly end: number;
}

function bareField(file: SourceFile, start: number): FieldRead | Fault {
  const text = /[^,\r\n]*/y;
  text.lastIndex = start;
  const found = text.exec(file.text)?.[0] ?? '';
  if (found.includes('"')) return { fault: start + found.indexOf('"'), unclosed: false };
  const end = start + found.length;
  return { field: { text: found, span: { file, start, end }, places: undefined }, end };
}

function quotedField(file: SourceFile, start: number): FieldRead | Fault {
  const places: number[] = [];
  let text = '';
  let isDoubled = false;
  for (let at = start + 1; at < file.text.length; at += 1) {
    if (file.text[at] === '"') {
      if (file.text[at + 1] !== '"') {
        const end = at + 1;
        if (!/^(?:[,\r\n]|$)/.test(file.text.slice(end, end + 1))) return { fault: end, unclosed: false };
        return { field: { text, span: { file, start: start + 1, end: at }, places: isDoubled ? [...places, at] : undefined }, end };
      }
      isDoubled = true;
      places.push(at);
      at += 1;
    } else places.push(at);
    text += file.text[at] ?? '';
  }
  return { fault: start, unclosed: true };
}
