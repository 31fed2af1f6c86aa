import { isContext, isList } from '../../feel/functions/shapes.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { FeelRange } from '../../feel/values/range.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { parseZone } from '../../feel/values/zone.ts';
import type { Truth } from './scope.ts';

/** A type of FEEL (DMN 1.5, clause 10.3.2.9), or an item definition, which may narrow one. */
export type FeelType =
  | { readonly kind: 'Any' }
  | { readonly kind: 'Null' }
  | { readonly kind: 'simple'; readonly name: SimpleName }
  | { readonly kind: 'list'; readonly item: FeelType }
  | { readonly kind: 'range'; readonly item: FeelType }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, FeelType> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType }
  /** Values of `base` for which the constraint holds. */
  | { readonly kind: 'constrained'; readonly base: FeelType; readonly holds: (value: Value) => Truth };

export type SimpleName = 'number' | 'string' | 'boolean' | 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

export const ANY: FeelType = { kind: 'Any' };

/** A function that tells its types. */
export class TypedFunction extends FeelFunction {
  constructor(
    parameters: readonly string[],
    readonly parameterTypes: readonly FeelType[],
    readonly resultType: FeelType,
    call: (values: readonly Value[]) => Value,
  ) {
    super(parameters, call);
  }
}

const simpleTests: Readonly<Record<SimpleName, (value: Value) => boolean>> = {
  number: (value) => value instanceof Decimal,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  'date and time': (value) => value instanceof FeelDateTime,
  'days and time duration': (value) => value instanceof DaysDuration,
  'years and months duration': (value) => value instanceof MonthsDuration,
};

/** FEEL's own names of types, and the spellings of the same types in DMN's `typeRef`. */
export const namedTypes: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', ANY],
  ['Null', { kind: 'Null' }],
  ...Object.keys(simpleTests).map((name): [string, FeelType] => [name, simple(name as SimpleName)]),
  ['dateTime', simple('date and time')],
  ['dayTimeDuration', simple('days and time duration')],
  ['yearMonthDuration', simple('years and months duration')],
  ['context', { kind: 'context', entries: new Map() }],
  ['list', { kind: 'list', item: ANY }],
  ['function', { kind: 'function', parameters: [], result: ANY }],
]);

export function simple(name: SimpleName): FeelType {
  return { kind: 'simple', name };
}

/** FEEL's `instance of`: null is an instance of `Null` only, and the constraints of an item definition do not count. */
export function isInstance(value: Value, type: FeelType): boolean {
  if (value === null) return type.kind === 'Null';
  return conforms(value, unconstrained(type));
}

function unconstrained(type: FeelType): FeelType {
  switch (type.kind) {
    case 'constrained':
      return unconstrained(type.base);
    case 'list':
    case 'range':
      return { kind: type.kind, item: unconstrained(type.item) };
    case 'context':
      return { kind: 'context', entries: new Map([...type.entries].map(([name, entry]) => [name, unconstrained(entry)])) };
    default:
      return type;
  }
}

/** Whether a value conforms to a type. Null conforms to every type: it is the absence of a value of it. */
export function conforms(value: Value, type: FeelType): boolean {
  if (value === null) return true;
  switch (type.kind) {
    case 'Any':
      return true;
    case 'Null':
      return false;
    case 'simple':
      return simpleTests[type.name](value);
    case 'list':
      return isList(value) && value.every((item) => conforms(item, type.item));
    case 'range':
      return value instanceof FeelRange && conforms(value.low, type.item) && conforms(value.high, type.item);
    case 'context':
      return isContext(value) && [...type.entries].every(([name, entry]) => value.has(name) && conforms(value.get(name) ?? null, entry));
    case 'function':
      return value instanceof FeelFunction && functionConforms(value, type);
    case 'constrained':
      return conforms(value, type.base) && type.holds(value) === true;
  }
}

/** A function may be used where one of these parameters and this result is wanted. Of functions that do not tell their types the number counts. */
function functionConforms(value: FeelFunction, { parameters, result }: FeelType & { readonly kind: 'function' }): boolean {
  if (value.parameters.length !== parameters.length) return false;
  if (!(value instanceof TypedFunction)) return true;
  const { parameterTypes, resultType } = value;
  return parameters.every((wanted, index) => isWithin(wanted, parameterTypes[index] ?? ANY)) && isWithin(resultType, result);
}

/** Whether every value of the first type is one of the second. */
export function isWithin(type: FeelType, wider: FeelType): boolean {
  if (wider.kind === 'Any' || type === wider || type.kind === 'Null') return true;
  if (type.kind === 'constrained') return isWithin(type.base, wider);
  if (wider.kind === 'constrained') return false;
  switch (wider.kind) {
    case 'simple':
      return type.kind === 'simple' && type.name === wider.name;
    case 'list':
      return type.kind === 'list' && isWithin(type.item, wider.item);
    case 'range':
      return type.kind === 'range' && isWithin(type.item, wider.item);
    case 'context':
      return type.kind === 'context' && [...wider.entries].every(([name, entry]) => isWithin(type.entries.get(name) ?? { kind: 'Any' }, entry) && type.entries.has(name));
    case 'function':
      return (
        type.kind === 'function' &&
        type.parameters.length === wider.parameters.length &&
        wider.parameters.every((parameter, index) => isWithin(parameter, type.parameters[index] ?? ANY)) &&
        isWithin(type.result, wider.result)
      );
    case 'Null':
      return false;
  }
}

/**
 * A value made to fit a type (DMN 1.5, clause 10.3.2.9.4): itself where it conforms, else by FEEL's implicit conversions: a
 * list of one item for the item, an item for a list of it, a date for midnight UTC of it. Undefined where none of them helps.
 */
export function fitted(value: Value, type: FeelType): Value | undefined {
  if (conforms(value, type)) return value;
  if (isList(value) && value.length === 1 && kindWithin(type) !== 'list') return fitted(value[0] ?? null, type);
  if (kindWithin(type) === 'list' && !isList(value) && conforms([value], type)) return [value];
  if (value instanceof FeelDate && conforms(midnight(value), type)) return midnight(value);
  return undefined;
}

function kindWithin(type: FeelType): FeelType['kind'] {
  return type.kind === 'constrained' ? kindWithin(type.base) : type.kind;
}

/** The start of a date, in UTC. */
export function midnight(date: FeelDate): FeelDateTime {
  return new FeelDateTime(date, new FeelTime(0, parseZone('Z')));
}

/** A type as FEEL writes it, for messages. */
export function typeName(type: FeelType): string {
  switch (type.kind) {
    case 'simple':
      return type.name;
    case 'list':
    case 'range':
      return `${type.kind}<${typeName(type.item)}>`;
    case 'context':
      return `context<${[...type.entries].map(([name, entry]) => `${name}: ${typeName(entry)}`).join(', ')}>`;
    case 'function':
      return `function<${type.parameters.map(typeName).join(', ')}>->${typeName(type.result)}`;
    case 'constrained':
      return typeName(type.base);
    default:
      return type.kind;
  }
}
