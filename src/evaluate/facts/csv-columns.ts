import { closest } from '../../diagnostics/closest.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { ColumnMapping } from './csv-mapping.ts';
import { noMapping } from './csv-mapping.ts';
import type { Branch } from './shape.ts';
import { shapeOf } from './shape.ts';

/** What a column carries: a leaf of the facts, by its path and the steps to it, and what its fields hold. */
export interface ColumnOfFacts {
  readonly path: string;
  readonly steps: readonly string[];
  readonly holds: 'boolean' | 'JSON' | 'text';
}

/** A header that does not fit the policy: everything wrong with it, so that no record is read under it. */
export class UnfitHeader extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super('the header does not fit the policy');
  }
}

/**
 * What each column of a CSV file carries, undefined for one that the mapping says the policy does not use. Throws
 * UnfitHeader where a column carries nothing known or what another carries already, and where the mapping names a column
 * that is not there.
 */
export function columnsOf(policy: Policy, headers: readonly string[], mapping: ColumnMapping = noMapping): readonly (ColumnOfFacts | undefined)[] {
  const known = new Map(possibleColumns(shapeOf(policy), []).map((column) => [column.path, column]));
  const labels = labelledColumns(policy);
  const taken = new Set<string>();
  const problems = columnsNotThere(headers, mapping);
  const columns = headers.map((header, index): ColumnOfFacts | undefined => {
    const path = mapping.facts.has(header) ? mapping.facts.get(header) : header;
    if (path === undefined) return undefined;
    const column = known.get(path);
    if (column === undefined) {
      const suggestion = labels.get(path) ?? closest(path, known.keys());
      problems.push(
        path === header
          ? diagnostic('csv-unknown-column', undefined, { header, number: index + 1, suggestion })
          : diagnostic('csv-mapping-unknown-fact', undefined, { file: mapping.file, header, fact: path, suggestion }),
      );
    }
    if (taken.has(path)) problems.push(diagnostic('csv-duplicate-column', undefined, { header: path, number: index + 1 }));
    taken.add(path);
    return column;
  });
  if (problems.length > 0) throw new UnfitHeader(problems);
  return columns;
}

function columnsNotThere(headers: readonly string[], { file, facts }: ColumnMapping): Diagnostic[] {
  const absent = [...facts.keys()].filter((header) => !headers.includes(header));
  return absent.map((header) => diagnostic('csv-mapping-unknown-column', undefined, { file, header, suggestion: closest(header, headers) }));
}

function possibleColumns(branch: Branch, under: readonly string[]): readonly ColumnOfFacts[] {
  return [...branch.entries].flatMap(([name, shape]): readonly ColumnOfFacts[] => {
    const steps = [...under, name];
    if (shape.kind === 'branch') return possibleColumns(shape, steps);
    const column: ColumnOfFacts = { path: shape.path, steps, holds: contentOf(shape.fact.type) };
    if (shape.kind === 'fact') return [column];
    const part = (key: string, holds: ColumnOfFacts['holds']): ColumnOfFacts => ({ path: `${shape.path}.${key}`, steps: [...steps, key], holds });
    return [part('value', column.holds), part('who', 'text'), part('when', 'text')];
  });
}

function contentOf(type: Type): ColumnOfFacts['holds'] {
  if (type.kind === 'boolean') return 'boolean';
  return type.kind === 'list' || type.kind === 'record' ? 'JSON' : 'text';
}

/** Headers by the facts' labels, to recognise what a spreadsheet for people calls them. */
function labelledColumns(policy: Policy): ReadonlyMap<string, string> {
  const inputs = [...policy.inputs.values()].flatMap(({ facts }) => facts);
  return new Map(inputs.flatMap(({ label, path }) => (label === undefined ? [] : [[label, path] as const])));
}

/** A header that would fit: the first three facts. */
export function exampleHeader(policy: Policy): string {
  const paths = possibleColumns(shapeOf(policy), []).map(({ path }) => path);
  return paths.slice(0, 3).join(',');
}
