import type { Json } from '../answer.ts';

/**
 * JSON in the one form in which it is hashed (RFC 8785): no white space, keys ordered by UTF-16 units, text escaped as
 * JSON.stringify does. Numbers are written as strings, so that no reader's floats can change what is hashed.
 * Members whose value is undefined are left out, as JSON has no such value.
 */
export function canonicalJson(json: Json): string {
  if (typeof json === 'string') return JSON.stringify(json);
  if (typeof json === 'number') return `"${json}"`;
  if (json === null || typeof json === 'boolean') return String(json);
  if (isList(json)) return `[${json.map(canonicalJson).join(',')}]`;
  const members = Object.keys(json)
    .sort()
    .flatMap((key) => {
      const value = json[key];
      return value === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value)}`];
    });
  return `{${members.join(',')}}`;
}

/** Array.isArray does not narrow readonly arrays out of a union. */
function isList(json: Exclude<Json, null>): json is readonly Json[] {
  return Array.isArray(json);
}
