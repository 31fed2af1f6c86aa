import { escapeString } from '../../../grammar/strings.ts';
import { citationText, periodText } from '../../read/tree/clause-text.ts';
import { expressionText } from '../../read/tree/expression-text.ts';
import type { Expression } from '../../read/tree/expression.ts';
import type { Annotations } from '../../read/tree/statement.ts';
import { hanging } from '../spelling/kept-texts.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';

/** Texts that are kept as they stand, by node. */
export type Texts = ReadonlyMap<object, string>;

export function expressionOf(expression: Expression, texts: Texts): string {
  return texts.get(expression) ?? expressionText(expression);
}

/** A keyword with what follows it. */
export function clause(keyword: string, text: string): string {
  return `${keyword} ${hanging(text)}`;
}

/** The clauses of annotations, each on its line. */
export function annotationLines({ inForce, cites, basis, note }: Annotations, depth: number): readonly Line[] {
  const line = (text: string, parts: readonly object[]): Line => ({ depth, text, parts });
  return [
    ...(inForce === undefined ? [] : [line(`in force ${periodText(inForce)}`, partsOf(inForce))]),
    ...(cites.length === 0 ? [] : [line(`cites ${cites.map(citationText).join(', ')}`, partsOf(cites))]),
    ...(basis === undefined ? [] : [line(`basis ${basis.basis}`, partsOf(basis))]),
    ...(note === undefined ? [] : [line(`note ${escapeString(note.text)}`, partsOf(note))]),
  ];
}
