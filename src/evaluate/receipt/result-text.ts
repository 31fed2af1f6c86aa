import type { Answer, CitationAnswer, DecisionAnswer, Reason, TriggerAnswer } from '../answer.ts';
import { canonicalJson } from './canonical-json.ts';

/** What an evaluation has found, without the receipt that vouches for it and the trace that explains it. */
export type Result = Pick<Answer, 'outcome' | 'decisions' | 'triggers' | 'events'>;

/**
 * The result as canonical JSON, as it is hashed into receipts: it may never change. Of a reason, `message` and `at` are
 * left out: they depend on the reader's language and on the policy file's layout, which a replay need not share.
 *
 * The fixed parts are laid out in key order here, so that JSON.stringify writes each in one go: three times as fast as
 * sorting what is known beforehand.
 */
export function resultText({ outcome, decisions, triggers, events }: Result): string {
  const emitted = events.map(({ event, trigger, data }) => `{"data":${canonicalJson(data)},${members({ event, trigger })}}`);
  return (
    `{"decisions":${named(decisions, decisionText)},"events":[${emitted.join(',')}],` +
    `${members({ outcome })},"triggers":${named(triggers, triggerText)}}`
  );
}

function named<A>(answers: Readonly<Record<string, A>>, text: (answer: A) => string): string {
  const entries = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, answer]) => `${JSON.stringify(name)}:${text(answer)}`).join(',')}}`;
}

function decisionText({ because, cites, outcome, reasons, rules, value }: DecisionAnswer): string {
  const fixed = `${grounds(because, cites)},${members({ outcome, reasons: reasons?.map(withoutWords), rules })}`;
  return value === undefined ? `{${fixed}}` : `{${fixed},"value":${canonicalJson(value)}}`;
}

function triggerText({ because, cites, fired, outcome, reasons }: TriggerAnswer): string {
  return `{${grounds(because, cites)},${members({ fired, outcome, reasons: reasons?.map(withoutWords) })}}`;
}

function grounds(because: readonly string[], cites: readonly CitationAnswer[]): string {
  return `"because":${JSON.stringify(because)},"cites":[${cites.map(citationText).join(',')}]`;
}

/** Evaluations share their citations, so each is written once. */
const citationTexts = new WeakMap<CitationAnswer, string>();

function citationText(cite: CitationAnswer): string {
  const known = citationTexts.get(cite);
  if (known !== undefined) return known;
  const { basis, citation, of, source } = cite;
  const text = `{${members({ basis, citation, of, source })}}`;
  citationTexts.set(cite, text);
  return text;
}

function withoutWords({ code, decision, missing, rules }: Reason): object {
  return { code, decision, missing, rules };
}

/** The members of an object that stand in key order already, without its braces. Those that are undefined are left out. */
function members(ordered: object): string {
  return JSON.stringify(ordered).slice(1, -1);
}
