import { displayWidth } from '../../diagnostics/width.ts';

const WIDEST = 120;

/** JSON in which what fits on a line stands on one: a changed cell is a changed line. */
export function laidOutJson(value: unknown): string {
  return `${written(value, '')}\n`;
}

function written(value: unknown, indent: string): string {
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const line = parts.some(isDeep) ? undefined : oneLine(value);
  if (line !== undefined && (parts.length === 0 || displayWidth(indent + line) <= WIDEST)) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + written(item, inner)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value as object).map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${written(entry, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

/** A list of objects is given its lines however short it is. */
function isDeep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => typeof part === 'object' && part !== null);
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
