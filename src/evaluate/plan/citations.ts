import type { Annotated } from '../../model/policy.ts';
import type { CitationAnswer } from '../answer.ts';

/**
 * Gives the citations of what carries them. The basis is its own, or that of what it stands in. Two that read alike are one
 * object, so that those who gather them can tell by identity.
 */
export type Cite = (of: string, carrier: Annotated, ...within: readonly Annotated[]) => readonly CitationAnswer[];

/** A `Cite` for a plan and the plans of the decisions it calls. */
export function citing(): Cite {
  const made = new Map<string, CitationAnswer>();
  return (of, carrier, ...within) => {
    const basis = [carrier, ...within].find((each) => each.basis !== undefined)?.basis;
    return carrier.cites.map(({ text, source }) => {
      const cite = { citation: text, source: source.title ?? source.name, of, ...(basis === undefined ? {} : { basis }) };
      const key = JSON.stringify(cite);
      const known = made.get(key) ?? cite;
      made.set(key, known);
      return known;
    });
  };
}
