import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { EngineName } from '../evaluate/engines.ts';
import type { Case } from '../evaluate/facts/case.ts';
import { UnreadableFacts } from '../evaluate/facts/case.ts';
import { UnfitHeader } from '../evaluate/facts/csv-columns.ts';
import { compile } from '../library/compile.ts';
import type { Question } from '../library/request.ts';
import { answerFactsAsync } from '../library/request.ts';
import type { Policy } from '../model/policy.ts';
import { asOfDate, asOfText } from './as-of.ts';
import { choosePolicy } from './choose-policy.ts';
import type { FactsFormat } from './facts-file.ts';
import { casesIn, formatOf } from './facts-file.ts';
import type { CommonOptions } from './main.ts';
import { jsonPrinter, textPrinter } from './print-answers.ts';
import { reportTo, statusOf } from './report.ts';
import { subjectReader } from './subject.ts';
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
}

/** `plumbline eval PATH --facts FILE --as-of DATE`: decides every case in a file, each by itself. */
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
  const subject = subjectReader(chosen.policy, options.subjectFrom);
  if ('diagnostic' in subject) return refuse(terminal, subject.diagnostic);
  try {
    return await decideAll(chosen.policy, casesIn(chosen.policy, options.facts, format, options.encoding, options.columns), subject.read, format, options, terminal);
  } catch (error) {
    if (error instanceof UnreadableFacts) return refuse(terminal, error.diagnostic);
    if (!(error instanceof UnfitHeader)) throw error;
    reportTo(terminal, error.diagnostics);
    return PROBLEMS;
  }
}

function refuse(terminal: Terminal, ...found: readonly Diagnostic[]): Status {
  reportTo(terminal, found);
  return UNUSABLE;
}

async function decideAll(
  policy: Policy,
  cases: AsyncIterable<Case>,
  subjectOf: (found: Case) => string | undefined,
  format: FactsFormat,
  options: EvalOptions,
  terminal: Terminal,
): Promise<Status> {
  const print = options.format === 'json' ? jsonPrinter(terminal, format) : textPrinter(policy, terminal, options.explain);
  let status: Status = CLEAN;
  for await (const found of cases) {
    const subject = subjectOf(found);
    const asked = await answerFactsAsync(policy, found.decoded, questionOf(options, subject));
    if ('refusal' in asked) {
      if (asked.refusal.kind !== 'facts') return refuse(terminal, asked.refusal.diagnostic);
      print.problems(found.place, asked.refusal.problems);
      status = PROBLEMS;
    } else {
      print.answer(found.place, asked.answer);
      if (asked.answer.outcome !== 'decided') status = PROBLEMS;
    }
  }
  print.end();
  return status;
}

function questionOf(options: EvalOptions, subject: string | undefined): Question<EngineName> {
  return {
    asOf: asOfText(options.asOf),
    engine: options.engine,
    ...(options.decision.length === 0 ? {} : { decisions: options.decision }),
    ...(options.explain === undefined ? {} : { explain: options.explain }),
    ...(subject === undefined ? {} : { subject }),
  };
}
