import { closest } from '../../diagnostics/closest.ts';
import { parseDate, parseDateTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import type { Decoding } from './decode-value.ts';
import { decodeValue } from './decode-value.ts';
import { expectedFor, foundIn } from './describe.ts';
import type { ExactJson, ExactObject } from './exact-json.ts';
import { isExactObject } from './exact-json.ts';
import type { Attestation } from './facts.ts';
import { stepInto } from './json-path.ts';
import { factProblem } from './problem.ts';

/** What a person's answer must consist of. */
const parts: readonly string[] = ['value', 'who', 'when'];

export interface Answered {
  readonly value: Value;
  readonly attestation: Attestation;
}

/** A person's answer, `{"value": …, "who": "…", "when": "…"}`, all three of them. Undefined if something is wrong with it. */
export function decodeManual(json: ExactJson, type: Type, path: string, decoding: Decoding): Answered | undefined {
  if (!isExactObject(json)) {
    decoding.problems.push(factProblem('facts-not-an-object', path, { path, found: foundIn(json) }));
    return undefined;
  }
  for (const name of json.keys()) {
    if (!parts.includes(name)) refuseUnknown(name, path, decoding);
  }
  for (const lacking of parts.filter((part) => !json.has(part))) {
    decoding.problems.push(factProblem('manual-incomplete', path, { path, lacking }));
  }
  const sent = json.get('value');
  const value = sent === undefined ? undefined : decodeValue(sent, type, `${path}.value`, decoding);
  const who = decodeWho(json, `${path}.who`, decoding);
  const when = decodeWhen(json, `${path}.when`, decoding);
  return value === undefined || who === undefined || when === undefined ? undefined : { value, attestation: { who, when } };
}

function refuseUnknown(name: string, path: string, { policy, problems }: Decoding): void {
  const near = closest(name, parts);
  const inner = stepInto(path, name);
  problems.push(factProblem('unknown-fact', inner, { path: inner, suggestion: near === undefined ? undefined : stepInto(path, near), policy }));
}

function decodeWho(json: ExactObject, path: string, decoding: Decoding): string | undefined {
  const who = decodeText(json.get('who'), path, decoding);
  if (who === undefined || who.trim() !== '') return who;
  const expected = { en: 'the name of a person or office', zh: '责任人或部门名称' };
  decoding.problems.push(factProblem('fact-wrong-type', path, { path, expected, found: foundIn(who) }));
  return undefined;
}

function decodeWhen(json: ExactObject, path: string, decoding: Decoding): string | undefined {
  const when = decodeText(json.get('when'), path, decoding);
  if (when === undefined || parseDate(when) !== undefined || parseDateTime(when) !== undefined) return when;
  const expected = expectedFor({ kind: 'date', allowed: undefined });
  decoding.problems.push(factProblem('fact-invalid-date', path, { path, found: when, expected }));
  return undefined;
}

function decodeText(json: ExactJson | undefined, path: string, decoding: Decoding): string | undefined {
  const text = json === undefined ? undefined : decodeValue(json, { kind: 'text', allowed: undefined }, path, decoding);
  return typeof text === 'string' ? text : undefined;
}
