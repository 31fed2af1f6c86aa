import type { Row } from '../../model/policy.ts';
import type { TableSpace } from './table-space.ts';

/** Whether two rows rest on the same texts: equal citations, basis and note. */
export function sameAnnotations(a: Row, b: Row): boolean {
  return annotationsText(a) === annotationsText(b);
}

/** A row's citations, basis and note, equal for equal ones. */
export function annotationsText({ cites, basis, note }: Row): string {
  return JSON.stringify([cites.map(({ text }) => text), basis, note]);
}

/** Whether an exception aims at a row. */
export function isTarget({ owner }: TableSpace, row: Row): boolean {
  return owner.kind === 'decision' && owner.exceptions.some(({ target }) => target.kind === 'row' && target.id === row.id);
}
