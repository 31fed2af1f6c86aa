import { closest } from '../../diagnostics/closest.ts';
import { isMultipleOf, parseDecimal, parseExactDecimal, plainText } from '../../feel/values/decimal.ts';
import type { Decimal } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration, parseDuration } from '../../feel/values/duration.ts';
import { parseDate, parseDateTime, parseTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { isAllowed } from '../../model/allowed.ts';
import type { Allowed, EnumType, NumberType, RecordType, TemporalKind, Type } from '../../model/type.ts';
import { expectedFor, foundIn, shortened } from './describe.ts';
import type { ExactJson } from './exact-json.ts';
import { ExactNumber, isExactList, isExactObject } from './exact-json.ts';
import { stepInto } from './json-path.ts';
import type { FactProblem } from './problem.ts';
import { factProblem } from './problem.ts';

/** Where decoding stands: the path for messages, the policy whose text they send the reader to, what was found wrong. */
export interface Decoding {
  readonly policy: string;
  readonly problems: FactProblem[];
}

/**
 * The value of a type that a JSON value stands for, strictly: nothing is converted, dropped or filled in. Undefined if
 * it stands for none; what is wrong has then been added to the problems, each part of a list or record by itself.
 */
export function decodeValue(json: ExactJson, type: Type, path: string, decoding: Decoding): Value | undefined {
  if (json === null && type.kind !== 'null' && type.kind !== 'any') {
    decoding.problems.push(factProblem('fact-null', path, { path, expected: expectedFor(type) }));
    return undefined;
  }
  switch (type.kind) {
    case 'number':
      return decodeNumber(json, type, path, decoding);
    case 'boolean':
      return typeof json === 'boolean' ? json : wrongType(json, type, path, decoding);
    case 'text':
      return decodeText(json, type, path, decoding);
    case 'enum':
      return decodeMember(json, type, path, decoding);
    case 'list':
      return isExactList(json) ? decodeList(json, type.item, path, decoding) : wrongType(json, type, path, decoding);
    case 'record':
      return decodeRecord(json, type, path, decoding);
    case 'any':
      return decodeAny(json, path, decoding);
    case 'null':
      return json === null ? null : wrongType(json, type, path, decoding);
    case 'range':
    case 'function':
      return wrongType(json, type, path, decoding);
    default:
      return decodeTemporal(json, type, path, decoding);
  }
}

function wrongType(json: ExactJson, type: Type, path: string, { problems }: Decoding): undefined {
  problems.push(factProblem('fact-wrong-type', path, { path, expected: expectedFor(type), found: foundIn(json) }));
}

/**
 * A number in digits. In a string an exponent is refused, though FEEL reads it: spreadsheets write `1.23457E+11` where
 * they have dropped digits.
 */
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

function decodeNumber(json: ExactJson, type: NumberType, path: string, decoding: Decoding): Decimal | undefined {
  const text = json instanceof ExactNumber ? json.text : typeof json === 'string' && PLAIN_NUMBER.test(json) ? json : undefined;
  if (text === undefined) return wrongType(json, type, path, decoding);
  const value = parseExactDecimal(text);
  if (value === undefined) {
    decoding.problems.push(notKeptExactly(text, path));
    return undefined;
  }
  if (type.grain !== undefined && !isMultipleOf(value, type.grain)) {
    const parameters = { path, found: shortened(text), grain: plainText(type.grain), expected: expectedFor(type) };
    decoding.problems.push(factProblem('fact-off-grain', path, parameters));
    return undefined;
  }
  return inRange(value, type.allowed, text, path, decoding);
}

function notKeptExactly(text: string, path: string): FactProblem {
  const [mantissa = ''] = text.toLowerCase().split('e');
  const digits = mantissa.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
  const beyond = parseDecimal(text) === undefined || digits <= 34;
  return beyond ? factProblem('fact-number-too-large', path, { path }) : factProblem('fact-too-many-digits', path, { path, digits });
}

function inRange<V extends Value>(value: V, allowed: Allowed | undefined, found: string, path: string, { problems }: Decoding): V | undefined {
  if (allowed === undefined || isAllowed(allowed, value)) return value;
  problems.push(factProblem('fact-out-of-range', path, { path, found: shortened(found), allowed: allowed.text }));
  return undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function decodeText(json: ExactJson, type: Extract<Type, { kind: 'text' }>, path: string, decoding: Decoding): string | undefined {
  if (typeof json !== 'string') return wrongType(json, type, path, decoding);
  if (LONE_SURROGATE.test(json)) {
    decoding.problems.push(factProblem('fact-not-unicode', path, { path }));
    return undefined;
  }
  return inRange(json, type.allowed, `\`${json}\``, path, decoding);
}

function decodeMember(json: ExactJson, type: EnumType, path: string, decoding: Decoding): Value | undefined {
  if (typeof json !== 'string') return wrongType(json, type, path, decoding);
  const { name, members } = type.vocabulary;
  const member = members.find((each) => each.name === json);
  if (member !== undefined) return inRange(member, type.allowed, `\`${json}\``, path, decoding);
  const names = members.map((each) => each.name);
  const parameters = { path, found: shortened(json), type: name, members: names, suggestion: closest(json, names) };
  decoding.problems.push(factProblem('fact-not-a-member', path, parameters));
  return undefined;
}

const temporalParsers: { readonly [K in TemporalKind]: (text: string) => Value | undefined } = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': (text) => only(DaysDuration, parseDuration(text)),
  'years and months duration': (text) => only(MonthsDuration, parseDuration(text)),
};

function only<V extends Value>(kind: abstract new (...given: never[]) => V, value: Value | undefined): V | undefined {
  return value instanceof kind ? value : undefined;
}

function decodeTemporal(json: ExactJson, type: Extract<Type, { kind: TemporalKind }>, path: string, decoding: Decoding): Value | undefined {
  if (typeof json !== 'string') return wrongType(json, type, path, decoding);
  const value = temporalParsers[type.kind](json);
  if (value !== undefined) return inRange(value, type.allowed, json, path, decoding);
  decoding.problems.push(factProblem('fact-invalid-date', path, { path, found: shortened(json), expected: expectedFor(type) }));
  return undefined;
}

function decodeList(json: readonly ExactJson[], item: Type, path: string, decoding: Decoding): readonly Value[] | undefined {
  const before = decoding.problems.length;
  const values = json.flatMap((element, index) => {
    const value = decodeValue(element, item, stepInto(path, index), decoding);
    return value === undefined ? [] : [value];
  });
  return decoding.problems.length === before ? values : undefined;
}

/** Fields that are absent stay absent: whether one is needed is for the evaluation to say. */
function decodeRecord(json: ExactJson, type: RecordType, path: string, decoding: Decoding): Value | undefined {
  if (!isExactObject(json)) return wrongType(json, type, path, decoding);
  const before = decoding.problems.length;
  const values = new Map<string, Value>();
  for (const [name, sent] of json) {
    const field = type.fields.get(name);
    const inner = stepInto(path, name);
    if (field === undefined) {
      const near = closest(name, type.fields.keys());
      const suggestion = near === undefined ? undefined : stepInto(path, near);
      decoding.problems.push(factProblem('unknown-fact', inner, { path: inner, suggestion, policy: decoding.policy }));
      continue;
    }
    const value = decodeValue(sent, field.type, inner, decoding);
    if (value !== undefined) values.set(name, value);
  }
  return decoding.problems.length === before ? values : undefined;
}

const anyNumber: NumberType = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
const anyText: Type = { kind: 'text', allowed: undefined };

/** A value whose type the policy leaves open: as FEEL reads JSON. */
function decodeAny(json: ExactJson, path: string, decoding: Decoding): Value | undefined {
  if (json === null || typeof json === 'boolean') return json;
  if (json instanceof ExactNumber) return decodeValue(json, anyNumber, path, decoding);
  if (typeof json === 'string') return decodeValue(json, anyText, path, decoding);
  if (isExactList(json)) return decodeList(json, { kind: 'any' }, path, decoding);
  const before = decoding.problems.length;
  const values = new Map<string, Value>();
  for (const [name, sent] of json) {
    const value = decodeAny(sent, stepInto(path, name), decoding);
    if (value !== undefined) values.set(name, value);
  }
  return decoding.problems.length === before ? values : undefined;
}
