import { messageOf } from '../../diagnostics/message.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Expectation, Policy, PolicyTest } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Typed } from '../../model/expression.ts';
import type { Answer, DecisionAnswer, Json, TriggerAnswer } from '../answer.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { valueToJson } from '../value-json.ts';
import { expectedValue } from './expected-value.ts';

/** Whether an expectation was met; if not, the two sides in words. */
export type Verdict = 'met' | { readonly expected: string; readonly actual: string };

/**
 * Holds an expectation about the decision or trigger that answers call `name` against the answer. One whose own
 * expression cannot be computed is not met.
 */
export function verdictOn(expectation: Expectation, name: string, answer: Answer, policy: Policy, test: PolicyTest): Verdict {
  try {
    return compared(expectation, name, answer, policy, test);
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    return { expected: `nothing: ${messageOf(error.diagnostic, 'en')}`, actual: 'not compared' };
  }
}

function compared({ subject, expected }: Expectation, name: string, answer: Answer, policy: Policy, test: PolicyTest): Verdict {
  const found = answer.decisions[name] ?? answer.triggers[name];
  if (found === undefined) return { expected: 'an answer', actual: 'none' };
  const json = (value: Typed, type: Type): Json => valueToJson(expectedValue(policy, test, value), type);
  switch (expected.kind) {
    case 'outcome':
      return outcomeVerdict(expected, found);
    case 'value': {
      const type = subject.kind === 'decision' ? subject.type : expected.value.type;
      return valueVerdict(json(expected.value, type), expected.by, found);
    }
    case 'silent':
      return isTrigger(found) && found.fired === false ? 'met' : { expected: 'silent', actual: triggerText(name, found, answer) };
    case 'emits': {
      const data = expected.data === undefined ? undefined : json(expected.data, expected.data.type);
      const met = answer.events.some(({ event, trigger, data: sent }) => trigger === name && event === expected.event && (data === undefined || same(data, sent)));
      if (met) return 'met';
      return { expected: `emits ${eventText(expected.event, data)}`, actual: triggerText(name, found, answer) };
    }
  }
}

function outcomeVerdict({ outcome, paths }: Extract<Expectation['expected'], { kind: 'outcome' }>, found: DecisionAnswer | TriggerAnswer): Verdict {
  const missing = [...new Set((found.reasons ?? []).flatMap((reason) => reason.missing ?? []))].sort();
  const wanted = [...paths].sort();
  if (found.outcome === outcome && (wanted.length === 0 || same(wanted, missing))) return 'met';
  return { expected: [outcome, ...wanted].join(' '), actual: [resultText(found), ...missing].join(' ') };
}

function valueVerdict(value: Json, by: readonly string[], found: DecisionAnswer | TriggerAnswer): Verdict {
  const fired = 'rules' in found ? [...found.rules, ...found.because] : found.because;
  const asExpected = 'value' in found && found.value !== undefined && same(found.value, value);
  if (asExpected && by.every((rule) => fired.includes(rule))) return 'met';
  const reasons = by.length === 0 ? '' : ` by ${by.join(', ')}`;
  const actual = by.length === 0 || fired.length === 0 ? '' : ` by ${fired.join(', ')}`;
  return { expected: `${text(value)}${reasons}`, actual: `${resultText(found)}${actual}` };
}

/** Numbers are compared by their digits, whether the type makes them JSON numbers or strings. */
function same(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
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
