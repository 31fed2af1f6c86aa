import type { Answer, PlainJson, Policy } from '../../src/index.ts';
import { evaluate } from '../../src/index.ts';

type Json = Answer['events'][number]['data'];

/** What one decision of a policy came to, and what it rests on, in words. */
export interface Told {
  readonly value: Json;
  readonly grounds: string;
}

/** A policy's answer about one case. Whatever was not decided is an error: the story gives all facts. */
export interface Asked {
  readonly told: (decision: string) => Told;
  /** What the events carry, by trigger. */
  readonly events: readonly { readonly event: string; readonly data: Json; readonly grounds: string }[];
}

export function ask(policies: ReadonlyMap<string, Policy>, name: string, facts: PlainJson, asOf: string): Asked {
  const policy = policies.get(name);
  if (policy === undefined) throw new Error(`there is no policy ${name}`);
  const { outcome, decisions, triggers, events } = evaluate(policy, facts, { asOf });
  if (outcome !== 'decided') throw new Error(`${name} on ${asOf}: ${outcome}\n${JSON.stringify({ decisions, triggers }, null, 2)}`);
  return {
    told: (decision) => {
      const answer = decisions[decision];
      if (answer?.value === undefined) throw new Error(`${name} has no decision ${decision}`);
      return { value: answer.value, grounds: groundsOf(answer.cites, [...answer.rules, ...answer.because], name) };
    },
    events: events.map(({ event, trigger, data }) => ({ event, data, grounds: groundsOf(triggers[trigger]?.cites ?? [], triggers[trigger]?.because ?? [], name) })),
  };
}

/** The texts of law that an answer cites; where it cites none, the rules of the bank's own that fired. */
function groundsOf(cites: Answer['decisions'][string]['cites'], rules: readonly string[], policy: string): string {
  const texts = [...new Set(cites.map(({ citation, basis }) => (basis === undefined || basis === 'law' ? citation : `${citation} (${basis})`)))];
  if (texts.length > 0) return texts.join('; ');
  return rules.length === 0 ? `${policy} (bank_choice)` : `${[...new Set(rules)].join('; ')} (bank_choice)`;
}
