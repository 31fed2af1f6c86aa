import { displayWidth } from '../../diagnostics/width.ts';
import { takenFor } from '../../read/yaml/plain.ts';
import { quotedScalar } from '../../read/yaml/quoted.ts';
import { nameText } from '../../read/tree/expression-text.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { Text } from '../../read/tree/statement.ts';
import { hanging } from '../spelling/kept-texts.ts';

/** Longer lines are broken where they can be. */
export const WIDEST = 120;

/** A name, in quotes only where YAML would take it for something else. */
export function nameScalar({ name }: Identifier): string {
  return plainOrQuoted(nameText(name));
}

/** A text that is a word or name, or a key. */
export function plainOrQuoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*(?: [\p{L}\p{N}_.]+)*$/u.test(text) && takenFor(text) === undefined ? text : quotedScalar(text);
}

export function textScalar({ text }: Text): string {
  return quotedScalar(text);
}

/** A key with an expression or clause: in quotes, or as a literal block where it has several lines. */
export function keyWithText(key: string, text: string): string {
  if (!text.includes('\n')) return `${key}: ${quotedScalar(text)}`;
  return [`${key}: |`, ...hanging(text).split('\n').map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** `{ a: "1", b: "2" }`. */
export function flowMapping(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `["a", "b"]`. */
export function flowList(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

/** Whether a text fits a line of a given depth. */
export function fits(depth: number, text: string): boolean {
  return displayWidth(text) + depth * 2 <= WIDEST;
}
