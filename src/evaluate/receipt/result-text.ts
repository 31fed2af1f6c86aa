import type { Answer, CitationAnswer, DecisionAnswer, Reason, TriggerAnswer } from '../answer.ts';
import { canonicalJson } from './canonical-json.ts';
import { writtenOnce } from '../written-once.ts';

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
    `{"decisions":${named(decisions, decisionsInOrder, decisionText)},"events":[${emitted.join(',')}],` +
    `"outcome":"${outcome}","triggers":${named(triggers, triggersInOrder, triggerText)}}`
  );
}

function named<A>(answers: Readonly<Record<string, A>>, inOrder: Order, text: (answer: A) => string): string {
  let written = '';
  for (const { name, key } of inOrder(Object.keys(answers))) {
    const answer = answers[name];
    if (answer !== undefined) written += `${written === '' ? '' : ','}${key}:${text(answer)}`;
  }
  return `{${written}}`;
}

/** Names in canonical order, each with its JSON. */
type Order = (names: readonly string[]) => readonly { readonly name: string; readonly key: string }[];

const decisionsInOrder = keptOrder();
const triggersInOrder = keptOrder();

/** A run asks the same of every case, so the last order is kept. */
function keptOrder(): Order {
  let last: readonly string[] = [];
  let ordered: ReturnType<Order> = [];
  return (names) => {
    if (names.length === last.length && names.every((name, index) => name === last[index])) return ordered;
    last = names;
    ordered = [...names].sort().map((name) => ({ name, key: JSON.stringify(name) }));
    return ordered;
  };
}

function decisionText({ because, cites, outcome, reasons, rules, value }: DecisionAnswer): string {
  const fixed = `${grounds(because, cites)},"outcome":"${outcome}"${reasonsText(reasons)},"rules":${listText(rules)}`;
  return value === undefined ? `{${fixed}}` : `{${fixed},"value":${canonicalJson(value)}}`;
}

function triggerText({ because, cites, fired, outcome, reasons }: TriggerAnswer): string {
  return `{${grounds(because, cites)},${fired === undefined ? '' : `"fired":${fired},`}"outcome":"${outcome}"${reasonsText(reasons)}}`;
}

function grounds(because: readonly string[], cites: readonly CitationAnswer[]): string {
  return `"because":${listText(because)},"cites":${citesText(cites)}`;
}

function reasonsText(reasons: readonly Reason[] | undefined): string {
  return reasons === undefined ? '' : `,"reasons":${JSON.stringify(reasons.map(withoutWords))}`;
}

/** Evaluations share their citations, and cases that rest on the same share the lists of them, so each is written once. */
const listText = writtenOnce((list: readonly string[]) => JSON.stringify(list));
const citesText = writtenOnce((cites: readonly CitationAnswer[]) => `[${cites.map(citationText).join(',')}]`);
const citationText = writtenOnce(({ basis, citation, of, source }: CitationAnswer) => `{${members({ basis, citation, of, source })}}`);

function withoutWords({ code, decision, missing, rules }: Reason): object {
  return { code, decision, missing, rules };
}

/** The members of an object that stand in key order already, without its braces. Those that are undefined are left out. */
function members(ordered: object): string {
  return JSON.stringify(ordered).slice(1, -1);
}
