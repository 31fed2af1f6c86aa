import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { EngineName } from '../evaluate/engines.ts';
import { UnreadableFacts } from '../evaluate/facts/case.ts';
import { UnfitHeader } from '../evaluate/facts/csv-columns.ts';
import type { Tally } from '../evaluate/summary/tally.ts';
import { tallyFor } from '../evaluate/summary/tally.ts';
import { compile } from '../library/compile.ts';
import type { Question } from '../library/request.ts';
import type { Policy } from '../model/policy.ts';
import type { AnswersOut } from './answers-out.ts';
import { UnwritableAnswers, answersFile, nowhere, standardOutput } from './answers-out.ts';
import { asOfDate, asOfText } from './as-of.ts';
import { choosePolicy } from './choose-policy.ts';
import type { Run } from './decide-cases.ts';
import { UnsoundQuestion, decideCases } from './decide-cases.ts';
import type { FactsFormat } from './facts-file.ts';
import { casesIn, formatOf, openFacts } from './facts-file.ts';
import type { CommonOptions } from './main.ts';
import type { Printer } from './print-answers.ts';
import { jsonPrinter, textPrinter } from './print-answers.ts';
import { progressOn } from './progress.ts';
import { reportTo, statusOf } from './report.ts';
import { subjectReader } from './subject.ts';
import { summaryJson, summaryText } from './summary-text.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, UNUSABLE } from './terminal.ts';

export interface EvalOptions extends CommonOptions {
  readonly facts: string;
  readonly asOf: string;
  readonly decision: readonly string[];
  readonly policy?: string;
  readonly explain?: 'fired' | 'full';
  readonly engine: EngineName;
  readonly input?: FactsFormat;
  readonly encoding: string;
  readonly columns?: string;
  readonly subjectFrom?: string;
  readonly summary?: true;
  readonly out?: string;
}

/**
 * `plumbline eval PATH --facts FILE --as-of DATE`: decides every case in a file, each by itself, however many there are.
 * Standard output has the answers, or with `--summary` only what they came to; `--out FILE` has the answers.
 */
export async function evalCommand(path: string, options: EvalOptions, terminal: Terminal): Promise<Status> {
  const compiled = await compile([path]);
  const errors = statusOf(compiled.diagnostics);
  if (errors !== CLEAN) {
    reportTo(terminal, compiled.diagnostics);
    return errors;
  }
  const chosen = choosePolicy(path, [...compiled.policies.values()], options.policy);
  const format = options.input ?? formatOf(options.facts);
  const asOf = asOfDate(options.asOf);
  if ('diagnostic' in chosen) return refuse(terminal, chosen.diagnostic);
  if (asOf === undefined) return refuse(terminal, diagnostic('as-of-invalid', undefined, { given: options.asOf }));
  if (format === undefined) return refuse(terminal, diagnostic('facts-format-unknown', undefined, { path: options.facts }));
  const { policy } = chosen;
  const subject = subjectReader(policy, options.subjectFrom);
  if ('diagnostic' in subject) return refuse(terminal, subject.diagnostic);
  const tally = tallyFor(policy, asOf);
  try {
    const out = await outFor(options, terminal);
    const printer = out.wanted ? printerFor(policy, format, options, terminal) : undefined;
    const started = performance.now();
    await decideAll({ policy, question: questionOf(options), subjectOf: subject.read, tally, printer }, format, out, options, terminal);
    if (options.summary === true) printSummary(policy, tally, (performance.now() - started) / 1000, options, terminal);
  } catch (error) {
    if (error instanceof UnreadableFacts || error instanceof UnwritableAnswers || error instanceof UnsoundQuestion) return refuse(terminal, error.diagnostic);
    if (!(error instanceof UnfitHeader)) throw error;
    reportTo(terminal, error.diagnostics);
    return PROBLEMS;
  }
  return tally.allDecided() ? CLEAN : PROBLEMS;
}

function refuse(terminal: Terminal, ...found: readonly Diagnostic[]): Status {
  reportTo(terminal, found);
  return UNUSABLE;
}

async function outFor({ out, facts, summary }: EvalOptions, terminal: Terminal): Promise<AnswersOut> {
  if (out !== undefined) return answersFile(out, facts);
  return summary === true ? nowhere : standardOutput(terminal, facts);
}

function printerFor(policy: Policy, format: FactsFormat, options: EvalOptions, terminal: Terminal): Printer {
  return options.format === 'json' ? jsonPrinter(terminal, format) : textPrinter(policy, terminal, options.explain);
}

/** Decides the cases of the file, and shows how far it has come where that does not disturb the answers. */
async function decideAll(run: Run, format: FactsFormat, out: AnswersOut, options: EvalOptions, { screen, language }: Terminal): Promise<void> {
  const file = await openFacts(options.facts);
  const progress = screen === undefined || out.watched ? undefined : progressOn(screen, file.size, run.tally.cases, language);
  const bytes = progress === undefined ? file.bytes : progress.counting(file.bytes);
  try {
    await out.write(decideCases(casesIn(run.policy, { ...file, bytes }, format, options.encoding, options.columns), run));
  } finally {
    progress?.end();
  }
}

function printSummary(policy: Policy, tally: Tally, seconds: number, { format }: EvalOptions, terminal: Terminal): void {
  const summary = tally.summary();
  terminal.out(format === 'json' ? summaryJson(summary, seconds) : summaryText(policy, summary, seconds, terminal));
}

function questionOf(options: EvalOptions): Question<EngineName> {
  return {
    asOf: asOfText(options.asOf),
    engine: options.engine,
    ...(options.decision.length === 0 ? {} : { decisions: options.decision }),
    ...(options.explain === undefined ? {} : { explain: options.explain }),
  };
}
