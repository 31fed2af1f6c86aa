import { citationText, periodText } from '../../read/tree/clause-text.ts';
import type { Annotations } from '../../read/tree/statement.ts';
import { quotedScalar } from '../../read/yaml/quoted.ts';
import type { Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { textScalar } from './scalars.ts';

/** What is said besides, as entries of a mapping, each with the parts that it writes. */
export function annotationEntries({ inForce, cites, basis, note }: Annotations): readonly Omit<Line, 'depth'>[] {
  return [
    ...(inForce === undefined ? [] : [{ text: `in_force: ${quotedScalar(periodText(inForce))}`, parts: partsOf(inForce) }]),
    ...(cites.length === 0 ? [] : [{ text: `cites: ${quotedScalar(cites.map(citationText).join(', '))}`, parts: partsOf(cites) }]),
    ...(basis === undefined ? [] : [{ text: `basis: ${basis.basis}`, parts: partsOf(basis) }]),
    ...(note === undefined ? [] : [{ text: `note: ${textScalar(note)}`, parts: partsOf(note) }]),
  ];
}

export function annotationLines(annotations: Annotations, depth: number): readonly Line[] {
  return annotationEntries(annotations).map((entry) => ({ ...entry, depth }));
}
