import type { Answer, Json, Reason } from '../answer.ts';
import { canonicalJson } from './canonical-json.ts';

/** What an evaluation has found, without the receipt that vouches for it and the trace that explains it. */
export type Result = Pick<Answer, 'outcome' | 'decisions' | 'triggers' | 'events'>;

/**
 * The result as canonical JSON, as it is hashed into receipts: it may never change. Of a reason, `message` and `at` are
 * left out: they depend on the reader's language and on the policy file's layout, which a replay need not share.
 */
export function resultText({ outcome, decisions, triggers, events }: Result): string {
  return canonicalJson({
    outcome,
    decisions: withPlainReasons(decisions),
    triggers: withPlainReasons(triggers),
    events: events.map(({ event, trigger, data }) => ({ event, trigger, data })),
  });
}

type Reasoned = Answer['decisions'][string] | Answer['triggers'][string];

/** Object.fromEntries makes `__proto__` a member like any other. */
function withPlainReasons(answers: Readonly<Record<string, Reasoned>>): Json {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, plainReasons(answer)]));
}

function plainReasons(answer: Reasoned): Json {
  const { reasons, cites, ...rest } = answer;
  const citations = cites.map((cite) => ({ ...cite }));
  return reasons === undefined ? { ...rest, cites: citations } : { ...rest, cites: citations, reasons: reasons.map(plainReason) };
}

function plainReason({ message: _message, at: _at, ...rest }: Reason): Json {
  return { ...rest };
}
