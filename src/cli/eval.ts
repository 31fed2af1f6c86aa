import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { messageOf, remedyOf } from '../diagnostics/message.ts';
import type { Answer } from '../evaluate/answer.ts';
import type { EngineName } from '../evaluate/engines.ts';
import type { Case, CasePlace } from '../evaluate/facts/case.ts';
import { UnreadableFacts } from '../evaluate/facts/case.ts';
import { UnfitHeader } from '../evaluate/facts/csv.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { compile } from '../library/compile.ts';
import type { Question } from '../library/request.ts';
import { answerFacts } from '../library/request.ts';
import type { Policy } from '../model/policy.ts';
import { answerText } from './answer-text.ts';
import { asOfDate, asOfText } from './as-of.ts';
import { choosePolicy } from './choose-policy.ts';
import type { FactsFormat } from './facts-file.ts';
import { casesIn, formatOf } from './facts-file.ts';
import type { CommonOptions } from './main.ts';
import { reportTo, statusOf } from './report.ts';
import { subjectReader } from './subject.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, UNUSABLE, say } from './terminal.ts';

export interface EvalOptions extends CommonOptions {
  readonly facts: string;
  readonly asOf: string;
  readonly decision: readonly string[];
  readonly policy?: string;
  readonly explain?: 'fired' | 'full';
  readonly engine: EngineName;
  readonly input?: FactsFormat;
  readonly encoding: string;
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
    return await decideAll(chosen.policy, casesIn(chosen.policy, options.facts, format, options.encoding), subject.read, format, options, terminal);
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
  const print = options.format === 'json' ? jsonPrinter(terminal, format) : textPrinter(policy, terminal, options);
  let status: Status = CLEAN;
  for await (const found of cases) {
    const subject = subjectOf(found);
    const asked = answerFacts(policy, found.decoded, questionOf(options, subject));
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

function questionOf(options: EvalOptions, subject: string | undefined): Question {
  return {
    asOf: asOfText(options.asOf),
    engine: options.engine,
    ...(options.decision.length === 0 ? {} : { decisions: options.decision }),
    ...(options.explain === undefined ? {} : { explain: options.explain }),
    ...(subject === undefined ? {} : { subject }),
  };
}

interface Printer {
  readonly answer: (place: CasePlace, answer: Answer) => void;
  readonly problems: (place: CasePlace, problems: readonly FactProblem[]) => void;
  readonly end: () => void;
}

/** An object for a file with one case, a list for a list, and a line for each case of NDJSON and CSV. */
function jsonPrinter(terminal: Terminal, format: FactsFormat): Printer {
  let listed = 0;
  const write = (place: CasePlace, json: object): void => {
    if (format !== 'json') return terminal.out(`${JSON.stringify(json)}\n`);
    if (place.kind === 'only') return terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    terminal.out(`${listed === 0 ? '[' : ','}\n${JSON.stringify(json)}`);
    listed += 1;
  };
  let only = false;
  const explained = ({ path, diagnostic: found }: FactProblem): object => ({
    path,
    code: found.code,
    message: messageOf(found, terminal.language),
    remedy: remedyOf(found, terminal.language),
  });
  return {
    answer: (place, answer) => {
      only ||= place.kind === 'only';
      write(place, answer);
    },
    problems: (place, problems) => {
      only ||= place.kind === 'only';
      write(place, { error: { code: 'facts-rejected', ...placeJson(place), problems: problems.map(explained) } });
    },
    end: () => {
      if (format === 'json' && !only) terminal.out(listed === 0 ? '[]\n' : '\n]\n');
    },
  };
}

function placeJson(place: CasePlace): object {
  if (place.kind === 'line') return { line: place.line };
  return place.kind === 'element' ? { index: place.index } : {};
}

function textPrinter(policy: Policy, terminal: Terminal, options: EvalOptions): Printer {
  let answered = 0;
  let refused = 0;
  return {
    answer: (place, answer) => {
      answered += 1;
      terminal.out(answerText(policy, answer, placeText(place, terminal), terminal, options.explain));
    },
    problems: (place, problems) => {
      refused += 1;
      const { colours } = terminal;
      const lines = problems.map(
        ({ diagnostic: found }) =>
          `  ${colours.red(found.code)}  ${messageOf(found, terminal.language)}\n  ${colours.dim('→')} ${remedyOf(found, terminal.language)}\n`,
      );
      const title = say(terminal, { en: 'the facts do not fit the policy', zh: '事实不符合政策的输入定义' });
      terminal.out(`${[placeText(place, terminal), colours.red(title)].filter((part) => part !== '').join('  ')}\n${lines.join('')}\n`);
    },
    end: () => {
      if (answered + refused === 1) return;
      terminal.out(`${say(terminal, { en: `${answered} answered, ${refused} refused`, zh: `已判定 ${answered} 笔，拒绝 ${refused} 笔` })}\n`);
    },
  };
}

function placeText(place: CasePlace, terminal: Terminal): string {
  if (place.kind === 'line') return say(terminal, { en: `line ${place.line}`, zh: `第 ${place.line} 行` });
  return place.kind === 'element' ? say(terminal, { en: `case ${place.index + 1}`, zh: `第 ${place.index + 1} 笔` }) : '';
}
