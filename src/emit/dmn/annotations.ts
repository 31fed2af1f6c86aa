import type { Annotated, Row } from '../../model/policy.ts';

/** A column of annotations: what people read of a row. */
interface AnnotationColumn {
  readonly name: string;
  readonly of: (row: Row) => string;
}

const columns: readonly AnnotationColumn[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'cites', of: citesText },
  { name: 'basis', of: ({ basis }) => basis ?? '' },
  { name: 'note', of: ({ note }) => note ?? '' },
];

/** The columns of annotations that a table has: ids always, the others where a row says something. */
export function annotationsOf(rows: readonly Row[]): readonly AnnotationColumn[] {
  return columns.filter(({ of }) => rows.some((row) => of(row) !== ''));
}

/** What a statement says to people, for a description. */
export function descriptionOf({ cites, basis, note }: Annotated): string | undefined {
  const lines = [cites.length === 0 ? '' : `cites ${citesText({ cites })}`, basis === undefined ? '' : `basis ${basis}`, note ?? ''].filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

function citesText({ cites }: Pick<Annotated, 'cites'>): string {
  return cites.map(({ text }) => text).join(', ');
}
