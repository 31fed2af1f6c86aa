import type { Answer, CitationAnswer, DecisionAnswer, Reason, TriggerAnswer } from './answer.ts';
import { writtenOnce } from './written-once.ts';

/**
 * An answer as `JSON.stringify` writes it, in a fraction of the time: most of an answer are rules and citations, and
 * cases that rest on the same share the lists of them, so each list is written once.
 */
export function answerJson({ outcome, decisions, triggers, events, receipt, trace }: Answer): string {
  return (
    `{"outcome":"${outcome}","decisions":${named(decisions, decisionJson)},"triggers":${named(triggers, triggerJson)},` +
    `"events":${JSON.stringify(events)},"receipt":${JSON.stringify(receipt)},"trace":${JSON.stringify(trace)}}`
  );
}

function named<A>(answers: Readonly<Record<string, A>>, json: (answer: A) => string): string {
  let written = '';
  for (const name in answers) {
    const answer = answers[name];
    if (answer !== undefined) written += `${written === '' ? '' : ','}${JSON.stringify(name)}:${json(answer)}`;
  }
  return `{${written}}`;
}

function decisionJson({ outcome, value, rules, because, cites, reasons }: DecisionAnswer): string {
  const found = value === undefined ? '' : `"value":${JSON.stringify(value)},`;
  return `{"outcome":"${outcome}",${found}"rules":${listJson(rules)},${groundsJson(because, cites, reasons)}}`;
}

function triggerJson({ outcome, fired, because, cites, reasons }: TriggerAnswer): string {
  return `{"outcome":"${outcome}",${fired === undefined ? '' : `"fired":${fired},`}${groundsJson(because, cites, reasons)}}`;
}

function groundsJson(because: readonly string[], cites: readonly CitationAnswer[], reasons: readonly Reason[] | undefined): string {
  return `"because":${listJson(because)},"cites":${citesJson(cites)}${reasons === undefined ? '' : `,"reasons":${JSON.stringify(reasons)}`}`;
}

const listJson = writtenOnce((list: readonly string[]) => JSON.stringify(list));
const citesJson = writtenOnce((cites: readonly CitationAnswer[]) => JSON.stringify(cites));
