import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CaseTable } from '../tree/statement.ts';
import { csvTable } from './csv-table.ts';

function read(text: string): { readonly table: CaseTable | undefined; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  return { table: csvTable({ path: 'cases.csv', text }, (one) => found.push(one)), found };
}

function texts(table: CaseTable | undefined): readonly (readonly string[])[] {
  return (table === undefined ? [] : [table.header, ...table.records]).map(({ fields }) => fields.map(({ text }) => text));
}

const field = fc.array(fc.constantFrom('a', '贷', '"', ',', '\n', '\r\n', ' ', '😀'), { maxLength: 4 }).map((parts) => parts.join(''));
const quoted = fc.tuple(field, fc.boolean()).map(([text, plain]) => (plain && !/[",\r\n]/.test(text) ? text : `"${text.replaceAll('"', '""')}"`));
const csv = fc.tuple(fc.array(fc.array(quoted, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([records, ends, last]) => records.map((fields) => fields.join(',')).join(ends) + (last ? ends : ''));

test('gives what the CSV package gives, and each character where it stands', () => {
  fc.assert(
    fc.property(csv, (text) => {
      const records = parse(text, { relax_column_count: true, skip_empty_lines: true });
      const { table } = read(text);
      expect(texts(table)).toEqual(records);
      for (const each of [table?.header, ...(table?.records ?? [])].flatMap((record) => record?.fields ?? [])) {
        const stands = Array.from(each.text, (_, at) => at).map((at) => text.charAt(each.places?.[at] ?? each.span.start + at));
        expect(stands.join('')).toBe(each.text.slice(0, stands.length));
        expect(text.slice(each.span.start, each.span.end).replaceAll('""', '"')).toBe(each.text);
      }
    }),
  );
});

test('a text that stops being CSV, as the package takes it, is reported where it does', () => {
  const places = (text: string): readonly unknown[] => read(text).found.map(({ code, span, parameters }) => [code, span?.start, parameters['unclosed']]);
  expect(places('a,b\n1,"x\n')).toEqual([['csv-malformed', 6, true]]);
  expect(places('a,b\n1,"x"y\n')).toEqual([['csv-malformed', 9, false]]);
  expect(places('a,b\n1,x"y\n')).toEqual([['csv-malformed', 7, false]]);
  expect(places('\n\n')).toEqual([['csv-no-header', 0, undefined]]);
  for (const text of ['a,b\n1,"x\n', 'a,b\n1,"x"y\n', 'a,b\n1,x"y\n']) expect(() => parse(text)).toThrow();
});
