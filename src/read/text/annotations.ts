import type { AnnotationTree } from '../../../grammar/policy/annotation-grammar.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Annotations } from '../tree/statement.ts';

/** Gathers what was said in clauses or columns. `cites` may be said several times; the rest once. */
export function gatherAnnotations(said: readonly AnnotationTree[], report: Report): Annotations {
  const periods = said.filter((each) => each.kind === 'in force');
  const bases = said.filter((each) => each.kind === 'basis');
  const notes = said.filter((each) => each.kind === 'note');
  for (const repeated of [periods, bases, notes]) {
    for (const { kind, span } of repeated.slice(1)) report(diagnostic('clause-repeated', span, { clause: kind }));
  }
  return {
    inForce: periods[0]?.period,
    cites: said.flatMap((each) => (each.kind === 'cites' ? each.citations : [])),
    basis: bases[0]?.basis,
    note: notes[0]?.text,
  };
}
