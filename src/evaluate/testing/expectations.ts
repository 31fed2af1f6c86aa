import { messageOf } from '../../diagnostics/message.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Typed } from '../../model/expression.ts';
import type { Citation, Expectation, Policy, PolicyTest } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Answer, CitationAnswer, DecisionAnswer, Json, TriggerAnswer } from '../answer.ts';
import { valueToJson } from '../value-json.ts';
import { differences, sameJson, type Difference } from './differences.ts';
import { expectedValue } from './expected-value.ts';

/** Whether an expectation was met; if not, the two sides in words, and where records or lists differ. */
export type Verdict = 'met' | Mismatch;

export interface Mismatch {
  readonly expected: string;
  readonly actual: string;
  /** Of a record or list that is not as expected, entry by entry; else none. */
  readonly differences: readonly Difference[];
}

/**
 * Holds an expectation about the decision or trigger that answers call `name` against the answer. One whose own
 * expression cannot be computed is not met.
 */
export function verdictOn(expectation: Expectation, name: string, answer: Answer, policy: Policy, test: PolicyTest): Verdict {
  try {
    return compared(expectation, name, answer, policy, test);
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    return mismatch(`nothing: ${messageOf(error.diagnostic, 'en')}`, 'not compared');
  }
}

function mismatch(expected: string, actual: string, where: readonly Difference[] = []): Mismatch {
  return { expected, actual, differences: where };
}

function compared({ subject, expected }: Expectation, name: string, answer: Answer, policy: Policy, test: PolicyTest): Verdict {
  const found = answer.decisions[name] ?? answer.triggers[name];
  if (found === undefined) return mismatch('an answer', 'none');
  const json = (value: Typed, type: Type): Json => valueToJson(expectedValue(policy, test, value), type);
  switch (expected.kind) {
    case 'outcome':
      return outcomeVerdict(expected, found);
    case 'value': {
      const type = subject.kind === 'decision' ? subject.type : expected.value.type;
      return valueVerdict(json(expected.value, type), expected, found);
    }
    case 'silent':
      return isTrigger(found) && found.fired === false ? 'met' : mismatch('silent', triggerText(name, found, answer));
    case 'emits': {
      const data = expected.data === undefined ? undefined : json(expected.data, expected.data.type);
      const sent = answer.events.filter(({ event, trigger }) => trigger === name && event === expected.event);
      if (sent.some((each) => data === undefined || sameJson(data, each.data))) return 'met';
      const [only, another] = sent;
      const where = only === undefined || another !== undefined || data === undefined ? [] : within(differences(data, only.data));
      return mismatch(`emits ${eventText(expected.event, data)}`, triggerText(name, found, answer), where);
    }
  }
}

function outcomeVerdict({ outcome, reason, paths }: Extract<Expectation['expected'], { kind: 'outcome' }>, found: DecisionAnswer | TriggerAnswer): Verdict {
  const reasons = found.reasons ?? [];
  const missing = [...new Set(reasons.flatMap((each) => each.missing ?? []))].sort();
  const codes = [...new Set(reasons.map(({ code }) => code))];
  const wanted = [...paths].sort();
  const isFor = reason === undefined || codes.includes(reason);
  if (found.outcome === outcome && isFor && (wanted.length === 0 || sameJson(wanted, missing))) return 'met';
  const quoted = (all: readonly string[]): readonly string[] => (reason === undefined ? [] : all.map((code) => `"${code}"`));
  return mismatch([outcome, ...quoted(reason === undefined ? [] : [reason]), ...wanted].join(' '), [resultText(found), ...quoted(codes), ...missing].join(' '));
}

function valueVerdict(value: Json, { by, cites }: Extract<Expectation['expected'], { kind: 'value' }>, found: DecisionAnswer | TriggerAnswer): Verdict {
  const fired = 'rules' in found ? [...found.rules, ...found.because] : found.because;
  const actual = 'value' in found ? found.value : undefined;
  const asExpected = actual !== undefined && sameJson(actual, value);
  const cited = cites.every((citation) => found.cites.some((each) => isSame(citation, each)));
  if (asExpected && by.every((rule) => fired.includes(rule)) && cited) return 'met';
  const after = (word: string, all: readonly string[], asked: readonly unknown[]): string => (asked.length === 0 || all.length === 0 ? '' : ` ${word} ${[...new Set(all)].join(', ')}`);
  return mismatch(
    `${text(value)}${after('by', by, by)}${after('cites', cites.map((each) => each.text), cites)}`,
    `${resultText(found)}${after('by', fired, by)}${after('cites', found.cites.map(({ citation }) => citation), cites)}`,
    actual === undefined ? [] : within(differences(value, actual)),
  );
}

/** An answer names the source of an imported rule as that rule's policy does, a test of the importing one with the policy's name before it. */
function isSame({ text: cited, source }: Citation, { citation, source: title }: CitationAnswer): boolean {
  return title === (source.title ?? source.name) && (cited === citation || cited.endsWith(`.${citation}`) || citation.endsWith(`.${cited}`));
}

/** What differs as a whole is told by the two sides. */
function within(all: readonly Difference[]): readonly Difference[] {
  return all.filter(({ path }) => path !== '');
}

function isTrigger(found: DecisionAnswer | TriggerAnswer): found is TriggerAnswer {
  return !('rules' in found);
}

/** The value, or the outcome where there is none. */
function resultText(found: DecisionAnswer | TriggerAnswer): string {
  if ('value' in found && found.value !== undefined) return text(found.value);
  if (found.outcome !== 'decided') return found.outcome;
  return isTrigger(found) && found.fired === true ? 'fires' : 'silent';
}

function triggerText(name: string, found: DecisionAnswer | TriggerAnswer, { events }: Answer): string {
  const emitted = events.filter(({ trigger }) => trigger === name).map(({ event, data }) => eventText(event, data));
  return emitted.length === 0 ? resultText(found) : `emits ${emitted.join(' and ')}`;
}

function eventText(event: string, data: Json | undefined): string {
  return data === undefined || data === null ? event : `${event} ${text(data)}`;
}

function text(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}
