/**
 * Sums months of invoices to the two years that the policy `early_warning` asks for, as CSV on standard output:
 *
 *   npm run --silent yearly-sales -- MONTHS.csv 2019 | npx plumbline eval rules --policy early_warning --facts - --input csv --as-of 2020-03-31
 *
 * MONTHS.csv has a line for each enterprise and month (`2019-01`) in which it issued invoices, with the columns named below; others
 * are passed over. A month without a line had none. Amounts are summed exactly. A file that leaves a doubt is refused: status 2.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Decimal } from '../src/feel/values/decimal.ts';
import { add, decimalOf, parseExactDecimal, plainText } from '../src/feel/values/decimal.ts';

const columns = ['enterprise_id', 'month', 'sales_net_amount', 'sales_valid_invoices', 'sales_void_invoices'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

interface Sums {
  sales: Decimal;
  valid: number;
  void: number;
}

interface Enterprise {
  readonly months: Set<string>;
  readonly years: ReadonlyMap<string, Sums>;
}

/** Something about the file, or about how this was called, for a person to put right. */
class Refusal extends Error {}

try {
  const [path, year, ...others] = process.argv.slice(2);
  if (path === undefined || year === undefined || others.length > 0 || !/^[0-9]{4}$/.test(year)) throw new Refusal('usage: yearly-sales MONTHS.csv YEAR');
  print(await enterprisesIn(path, [String(Number(year) - 1), year]));
} catch (error) {
  if (!(error instanceof Refusal || error instanceof CsvError || (error instanceof Error && 'syscall' in error))) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Every enterprise that the file names, in its order, with its sums for each of the years. */
async function enterprisesIn(path: string, years: readonly string[]): Promise<ReadonlyMap<string, Enterprise>> {
  const parser = parse({ bom: true, columns: headerChecked, info: true });
  // An error of either stream surfaces in the loop below; the callback is there because pipeline demands one.
  const rows: AsyncIterable<{ info: { lines: number }; record: Row }> = pipeline(createReadStream(path), parser, () => undefined);
  const enterprises = new Map<string, Enterprise>();
  for await (const { info, record } of rows) {
    const { enterprise_id: id, month } = record;
    if (id === '') throw new Refusal(`line ${info.lines}: no enterprise_id`);
    if (!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal(`line ${info.lines}: month is \`${month}\`; write it like 2019-01`);
    const enterprise = enterprises.get(id) ?? newEnterprise(years);
    if (enterprise.months.has(month)) throw new Refusal(`line ${info.lines}: ${month} of ${id} stands in the file twice`);
    enterprises.set(id, enterprise);
    enterprise.months.add(month);
    const sums = enterprise.years.get(month.slice(0, 4));
    if (sums !== undefined) addMonth(sums, record, info.lines);
  }
  return enterprises;
}

function headerChecked(header: readonly string[]): string[] {
  const lacking = columns.filter((column) => !header.includes(column));
  if (lacking.length > 0) throw new Refusal(`the first line names no column ${lacking.join(', ')}`);
  return [...header];
}

function newEnterprise(years: readonly string[]): Enterprise {
  return { months: new Set(), years: new Map(years.map((year) => [year, { sales: decimalOf(0), valid: 0, void: 0 }])) };
}

/** A field that is empty or no number is refused: taken as zero, it would pass for a month without sales. */
function addMonth(sums: Sums, row: Row, line: number): void {
  const amount = parseExactDecimal(row.sales_net_amount);
  if (amount === undefined) throw new Refusal(`line ${line}: sales_net_amount is \`${row.sales_net_amount}\`, not an amount`);
  sums.sales = add(sums.sales, amount);
  sums.valid += countIn(row, 'sales_valid_invoices', line);
  sums.void += countIn(row, 'sales_void_invoices', line);
}

function countIn(row: Row, column: keyof Row, line: number): number {
  if (!/^[0-9]{1,9}$/.test(row[column])) throw new Refusal(`line ${line}: ${column} is \`${row[column]}\`, not a number of invoices`);
  return Number(row[column]);
}

function print(enterprises: ReadonlyMap<string, Enterprise>): void {
  const years = ['previous_year', 'current_year'];
  console.log(['enterprise.id', ...years.flatMap((year) => [`${year}.sales`, `${year}.valid_invoices`, `${year}.void_invoices`])].join(','));
  for (const [id, { years: sums }] of enterprises) {
    console.log([quoted(id), ...[...sums.values()].flatMap((year) => [plainText(year.sales), year.valid, year.void])].join(','));
  }
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
