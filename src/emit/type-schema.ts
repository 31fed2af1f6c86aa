import type { Json } from '../evaluate/answer.ts';
import { valueToJson } from '../evaluate/value-json.ts';
import { Decimal, plainText } from '../feel/values/decimal.ts';
import { isAllowed } from '../model/allowed.ts';
import type { Allowed, EnumType, Interval, NumberType, RecordType, Type } from '../model/type.ts';
import type { Demand, Schema } from './schema.ts';

/** The JSON Schema of what a caller sends for a type. */
export function typeSchema(type: Type, demand: Demand): Schema {
  switch (type.kind) {
    case 'number':
      return numberSchema(type);
    case 'text':
      return { type: 'string', ...constants(type.allowed, type) };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date', ...described(type.allowed) };
    case 'time':
    case 'date and time':
      return { type: 'string', ...described(type.allowed), examples: [temporalExamples[type.kind]] };
    case 'days and time duration':
    case 'years and months duration':
      return { type: 'string', format: 'duration', ...described(type.allowed), examples: [temporalExamples[type.kind]] };
    case 'enum':
      return enumSchema(type);
    case 'list':
      return { type: 'array', items: typeSchema(type.item, demand) };
    case 'record':
      return recordSchema(type, demand);
    case 'null':
      return { type: 'null' };
    case 'any':
      return {};
    case 'range':
    case 'function':
      return { not: {} };
  }
}

const temporalExamples = {
  time: '10:30:00',
  'date and time': '2024-01-31T10:30:00',
  'days and time duration': 'P10DT4H',
  'years and months duration': 'P1Y6M',
} as const;

/** Numbers may be sent as JSON numbers or, so that no reader on the way drops digits, as strings. */
function numberSchema({ unit, grain, allowed }: NumberType): Schema {
  const whole = grain !== undefined && plainText(grain) === '1';
  return {
    type: [whole ? 'integer' : 'number', 'string'],
    pattern: whole ? '^[+-]?\\d+(\\.0+)?$' : '^[+-]?(\\d+(\\.\\d+)?|\\.\\d+)$',
    ...bounds(allowed),
    ...described(allowed),
    'x-unit': unit.kind === 'money' ? unit.currency : unit.kind,
    ...(grain === undefined ? {} : { 'x-grain': plainText(grain) }),
  };
}

/** `minimum` and its kin apply to JSON numbers only; where the range has several parts, the description alone tells. */
function bounds(allowed: Allowed | undefined): Schema {
  const [interval, ...others] = allowed?.alternatives ?? [];
  if (interval === undefined || others.length > 0) return {};
  const low = jsonNumber(interval.low);
  const high = jsonNumber(interval.high);
  return {
    ...(low === undefined ? {} : { [interval.lowClosed ? 'minimum' : 'exclusiveMinimum']: low }),
    ...(high === undefined ? {} : { [interval.highClosed ? 'maximum' : 'exclusiveMaximum']: high }),
  };
}

/** A bound as a JSON number; undefined for one that a float would change. */
function jsonNumber(bound: Interval['low']): number | undefined {
  if (!(bound instanceof Decimal)) return undefined;
  const text = plainText(bound);
  return String(Number(text)) === text ? Number(text) : undefined;
}

function described(allowed: Allowed | undefined): Schema {
  return allowed === undefined ? {} : { description: `Must be ${allowed.text}.` };
}

/** `enum` where only single values are allowed; a description where ranges are. */
function constants(allowed: Allowed | undefined, type: Type): Schema {
  if (allowed === undefined) return {};
  const single = allowed.alternatives.every(({ low, high, lowClosed, highClosed }) => low !== undefined && low === high && lowClosed && highClosed);
  if (!single) return described(allowed);
  return { enum: allowed.alternatives.flatMap(({ low }): Json[] => (low === undefined ? [] : [valueToJson(low, type)])) };
}

function enumSchema({ vocabulary, allowed }: EnumType): Schema {
  const members = vocabulary.members.filter((member) => allowed === undefined || isAllowed(allowed, member));
  const labels = members.flatMap(({ name, label }): [string, string][] => (label === undefined ? [] : [[name, label]]));
  return { type: 'string', enum: members.map(({ name }) => name), ...(labels.length === 0 ? {} : { 'x-labels': Object.fromEntries(labels) }) };
}

function recordSchema({ name, fields }: RecordType, demand: Demand): Schema {
  const required = [...fields].filter(([, field]) => !field.optional).map(([key]) => key);
  return {
    ...(name === undefined ? {} : { title: name }),
    type: 'object',
    properties: Object.fromEntries(
      [...fields].map(([key, { type, optional, label }]) => [
        key,
        { ...(label === undefined ? {} : { title: label }), ...typeSchema(type, demand), 'x-optional': optional },
      ]),
    ),
    ...(demand === 'complete' && required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}
