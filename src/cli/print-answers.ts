import { messageOf, remedyOf } from '../diagnostics/message.ts';
import type { Answer } from '../evaluate/answer.ts';
import { writeAnswer } from '../evaluate/answer-json.ts';
import type { CasePlace } from '../evaluate/facts/case.ts';
import { placeJson } from '../evaluate/facts/case.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { utf8 } from '../evaluate/utf8.ts';
import type { Policy } from '../model/policy.ts';
import { answerText } from './answer-text.ts';
import type { FactsFormat } from './facts-file.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** A text, or its UTF-8, which is good until the next is asked for. */
export type Printed = string | Uint8Array;

/** Makes a command's answers text, case by case. */
export interface Printer {
  readonly answer: (place: CasePlace, answer: Answer) => Printed;
  readonly problems: (place: CasePlace, problems: readonly FactProblem[]) => Printed;
  /** What stands after the last case. */
  readonly end: () => Printed;
}

/** An object for a file with one case, a list for a list, and a line for each case of NDJSON and CSV. */
export function jsonPrinter(terminal: Terminal, format: FactsFormat): Printer {
  return format === 'json' ? documentPrinter(terminal) : linePrinter(terminal);
}

function linePrinter(terminal: Terminal): Printer {
  const written = utf8();
  return {
    answer: (_, answer) => {
      written.clear();
      writeAnswer(written, answer);
      written.add('\n');
      return written.bytes();
    },
    problems: (place, problems) => `${JSON.stringify(refusalJson(place, problems, terminal))}\n`,
    end: () => '',
  };
}

function documentPrinter(terminal: Terminal): Printer {
  const written = utf8();
  let listed = 0;
  let only = false;
  const print = (place: CasePlace, json: object, write: () => void): Printed => {
    only ||= place.kind === 'only';
    if (only) return `${JSON.stringify(json, null, 2)}\n`;
    listed += 1;
    written.clear();
    written.add(listed === 1 ? '[\n' : ',\n');
    write();
    return written.bytes();
  };
  return {
    answer: (place, answer) => print(place, answer, () => writeAnswer(written, answer)),
    problems: (place, problems) => {
      const refusal = refusalJson(place, problems, terminal);
      return print(place, refusal, () => written.add(JSON.stringify(refusal)));
    },
    end: () => {
      if (only) return '';
      return listed === 0 ? '[]\n' : '\n]\n';
    },
  };
}

function refusalJson(place: CasePlace, problems: readonly FactProblem[], { language }: Terminal): object {
  const explained = problems.map(({ path, diagnostic: found }) => ({ path, code: found.code, message: messageOf(found, language), remedy: remedyOf(found, language) }));
  return { error: { code: 'facts-rejected', ...placeJson(place), problems: explained } };
}

/** Each case by itself, and a count of them at the end where there are several. */
export function textPrinter(policy: Policy, terminal: Terminal, explain: 'fired' | 'full' | undefined): Printer {
  let answered = 0;
  let refused = 0;
  return {
    answer: (place, answer) => {
      answered += 1;
      return answerText(policy, answer, placeText(place, terminal), terminal, explain);
    },
    problems: (place, problems) => {
      refused += 1;
      return refusalText(place, problems, terminal);
    },
    end: () => {
      if (answered + refused === 1) return '';
      return `${say(terminal, { en: `${answered} answered, ${refused} refused`, zh: `已判定 ${answered} 笔，拒绝 ${refused} 笔` })}\n`;
    },
  };
}

function refusalText(place: CasePlace, problems: readonly FactProblem[], terminal: Terminal): string {
  const { colours, language } = terminal;
  const lines = problems.map(
    ({ diagnostic: found }) => `  ${colours.red(found.code)}  ${messageOf(found, language)}\n  ${colours.dim('→')} ${remedyOf(found, language)}\n`,
  );
  const title = say(terminal, { en: 'the facts do not fit the policy', zh: '事实不符合政策的输入定义' });
  return `${[placeText(place, terminal), colours.red(title)].filter((part) => part !== '').join('  ')}\n${lines.join('')}\n`;
}

function placeText(place: CasePlace, terminal: Terminal): string {
  if (place.kind === 'line') return say(terminal, { en: `line ${place.line}`, zh: `第 ${place.line} 行` });
  return place.kind === 'element' ? say(terminal, { en: `case ${place.index + 1}`, zh: `第 ${place.index + 1} 笔` }) : '';
}
