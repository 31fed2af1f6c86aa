import { expressionText } from '../../read/tree/expression-text.ts';
import type { GivenTree } from '../../read/tree/statement.ts';
import { quotedScalar } from '../../read/yaml/quoted.ts';
import type { Attached } from '../spelling/comments.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { fits, keyWithText, plainOrQuoted } from './scalars.ts';

/** A fact of a test: as an expression on one line, or, where that is too long, one of its facts a line. */
export function givenLines(key: string, given: GivenTree, depth: number, texts: Attached['texts']): readonly Line[] {
  const { value } = given;
  const text = texts.get(value) ?? expressionText(value);
  const whole = keyWithText(key, text);
  if (texts.has(value) || value.kind !== 'context' || value.entries.length === 0 || !hasOneEntryForEachName(value.entries) || fits(depth, whole)) {
    return [{ depth, text: whole, parts: partsOf(given) }];
  }
  return [
    { depth, text: `${key}:`, parts: partsOf(given) },
    ...value.entries.map((entry): Line => ({ depth: depth + 1, text: `${plainOrQuoted(entry.key.name)}: ${quotedScalar(expressionText(entry.value))}`, parts: [] })),
  ];
}

/** A mapping cannot say a name twice; FEEL can, though it means nothing. */
function hasOneEntryForEachName(entries: readonly { readonly key: { readonly name: string } }[]): boolean {
  return new Set(entries.map(({ key }) => key.name)).size === entries.length;
}
