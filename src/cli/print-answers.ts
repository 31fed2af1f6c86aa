import { messageOf, remedyOf } from '../diagnostics/message.ts';
import type { Answer } from '../evaluate/answer.ts';
import type { CasePlace } from '../evaluate/facts/case.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import type { Policy } from '../model/policy.ts';
import { answerText } from './answer-text.ts';
import type { FactsFormat } from './facts-file.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** Where a command's answers go, case by case. */
export interface Printer {
  readonly answer: (place: CasePlace, answer: Answer) => void;
  readonly problems: (place: CasePlace, problems: readonly FactProblem[]) => void;
  readonly end: () => void;
}

/** An object for a file with one case, a list for a list, and a line for each case of NDJSON and CSV. */
export function jsonPrinter(terminal: Terminal, format: FactsFormat): Printer {
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

/** Each case by itself, and a count of them at the end where there are several. */
export function textPrinter(policy: Policy, terminal: Terminal, explain: 'fired' | 'full' | undefined): Printer {
  let answered = 0;
  let refused = 0;
  return {
    answer: (place, answer) => {
      answered += 1;
      terminal.out(answerText(policy, answer, placeText(place, terminal), terminal, explain));
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
