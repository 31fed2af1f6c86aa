/**
 * `npm run loan-book`: an invented book of loans (虚构数据), with all facts that the shipped policies ask of a loan.
 *
 *   npm run loan-book -- --loans 10000 --seed 1 --out DIR [--format csv|ndjson|columns]   writes it
 *   npm run loan-book -- --loans 10000 --run                                              decides it, and sums up
 *
 * The same seed, date and policies give the same bytes. `docs/loan-book.md` says what is drawn from which distribution.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { compile } from '../src/index.ts';
import { loanBook } from './loan-book/book.ts';
import { decideAll, portfolio } from './loan-book/decide.ts';
import { summary } from './loan-book/summary.ts';
import type { Format } from './loan-book/write.ts';
import { filesOf, formats, writeFiles } from './loan-book/write.ts';

interface Options {
  readonly loans: number;
  readonly seed: number;
  readonly asOf: string;
  readonly format: Format;
  readonly out?: string;
  readonly run?: true;
}

const command = new Command('loan-book')
  .description('writes or decides an invented book of loans (虚构数据)')
  .option('--loans <count>', 'how many loans', wholeNumber, 10_000)
  .option('--seed <number>', 'the same seed gives the same book', wholeNumber, 1)
  .option('--as-of <date>', 'the date of the book', dateText, '2026-06-30')
  .option('--out <folder>', 'writes the book into this folder')
  .addOption(new Option('--format <format>', 'how it is written').choices(formats).default('ndjson'))
  .option('--run', 'decides all loans by all policies, and prints a summary')
  .parse();
const { loans, seed, asOf, format, out, run } = command.opts<Options>();
if (out === undefined && run === undefined) command.error('give --out FOLDER, --run or both');

const { policies } = await compile('rules');
const options = { loans, seed, asOf };
const [book, drawn] = timed(() => loanBook(options, policies));
console.log(`虚构数据 synthetic: ${loans} loans, seed ${seed}, as of ${asOf}; drawn in ${drawn.toFixed(1)} s`);
if (out !== undefined) writeFiles(out, filesOf(book, format, options));
if (run) {
  const [decided, seconds] = timed(() => decideAll(book, policies, asOf));
  for (const line of summary(decided, portfolio(decided, policies, asOf))) console.log(line);
  console.log(`\n${decided.answers} answers in ${seconds.toFixed(1)} s: ${Math.round(loans / seconds)} loans a second, each by all its policies`);
  if (decided.undecided.length > 0) process.exitCode = 1;
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  return [work(), (performance.now() - start) / 1000];
}

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999999999.');
  return Number(text);
}

function dateText(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError('It must be a date, as 2026-06-30.');
  return text;
}
