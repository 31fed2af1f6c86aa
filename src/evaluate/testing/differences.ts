import type { Json } from '../answer.ts';
import { stepInto } from '../facts/json-path.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';

/** A place in which a value is not what was expected: `rate`, `items[2].balance`. Undefined where one side has nothing there. */
export interface Difference {
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
}

/**
 * Where two values differ, entry by entry. Lists are compared between the items that they begin and end with alike, so that
 * one item too many is one difference and not one for each that follows.
 */
export function differences(expected: Json, actual: Json, path = ''): readonly Difference[] {
  if (sameJson(expected, actual)) return [];
  if (isList(expected) && isList(actual)) return listDifferences(expected, actual, path);
  if (isRecord(expected) && isRecord(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) => entryDifferences(expected[name], actual[name], stepInto(path, name)));
  }
  return [{ path, expected, actual }];
}

/** Numbers are compared by their digits, whether the type makes them JSON numbers or strings. */
export function sameJson(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function entryDifferences(expected: Json | undefined, actual: Json | undefined, path: string): readonly Difference[] {
  return expected === undefined || actual === undefined ? [{ path, expected, actual }] : differences(expected, actual, path);
}

function listDifferences(expected: readonly Json[], actual: readonly Json[], path: string): readonly Difference[] {
  const begin = sharedLength(expected, actual);
  const end = sharedLength([...expected.slice(begin)].reverse(), [...actual.slice(begin)].reverse());
  const [wanted, found] = [expected.slice(begin, expected.length - end), actual.slice(begin, actual.length - end)];
  const longer = Math.max(wanted.length, found.length);
  return Array.from({ length: longer }, (_, at) => entryDifferences(wanted[at], found[at], stepInto(path, begin + at))).flat();
}

/** How many items two lists begin with alike. */
function sharedLength(a: readonly Json[], b: readonly Json[]): number {
  const differing = a.findIndex((item, at) => {
    const other = b[at];
    return other === undefined || !sameJson(item, other);
  });
  return differing === -1 ? a.length : differing;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isRecord(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
