import type { Type } from '../../model/type.ts';
import { plainNumber, typeOfUnit } from './number-types.ts';

/** The types that need no declaration, by their names. `money` is not among them: it needs a currency. */
export const namedTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['number', plainNumber],
  ['percent', typeOfUnit({ kind: 'percent' })],
  ['days', typeOfUnit({ kind: 'days' })],
  ['months', typeOfUnit({ kind: 'months' })],
  ['count', typeOfUnit({ kind: 'count' })],
  ['text', { kind: 'text', allowed: undefined }],
  ['string', { kind: 'text', allowed: undefined }],
  ['boolean', { kind: 'boolean' }],
  ['date', { kind: 'date', allowed: undefined }],
  ['time', { kind: 'time', allowed: undefined }],
  ['date and time', { kind: 'date and time', allowed: undefined }],
  ['days and time duration', { kind: 'days and time duration', allowed: undefined }],
  ['years and months duration', { kind: 'years and months duration', allowed: undefined }],
]);

/** FEEL's types that only FEEL's own `instance of` and function parameters may name. */
export const feelTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['Any', { kind: 'any' }],
  ['Null', { kind: 'null' }],
]);

/** Whether a declared type may not be called so. */
export function isTypeName(name: string): boolean {
  return name === 'money' || namedTypes.has(name) || feelTypes.has(name);
}
