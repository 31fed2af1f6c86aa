import { closest } from '../../diagnostics/closest.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Branch } from './shape.ts';
import { shapeOf } from './shape.ts';

/** What a header names: the steps to a leaf of the facts, and what its fields hold. */
export interface ColumnOfFacts {
  readonly header: string;
  readonly steps: readonly string[];
  readonly holds: 'boolean' | 'JSON' | 'text';
}

/** A header that does not fit the policy: everything wrong with it, so that no record is read under it. */
export class UnfitHeader extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super('the header does not fit the policy');
  }
}

/** What each header of a CSV file names. Throws UnfitHeader where one names nothing, or what another names already. */
export function columnsOf(policy: Policy, headers: readonly string[]): readonly ColumnOfFacts[] {
  const known = new Map(possibleColumns(shapeOf(policy), []).map((column) => [column.header, column]));
  const labels = labelledColumns(policy);
  const problems: Diagnostic[] = [];
  const columns = headers.flatMap((header, index): ColumnOfFacts[] => {
    const column = known.get(header);
    if (column === undefined) {
      const suggestion = labels.get(header) ?? closest(header, known.keys());
      problems.push(diagnostic('csv-unknown-column', undefined, { header, number: index + 1, suggestion }));
      return [];
    }
    if (headers.indexOf(header) < index) problems.push(diagnostic('csv-duplicate-column', undefined, { header, number: index + 1 }));
    return [column];
  });
  if (problems.length > 0) throw new UnfitHeader(problems);
  return columns;
}

function possibleColumns(branch: Branch, under: readonly string[]): readonly ColumnOfFacts[] {
  return [...branch.entries].flatMap(([name, shape]): readonly ColumnOfFacts[] => {
    const steps = [...under, name];
    if (shape.kind === 'branch') return possibleColumns(shape, steps);
    const column: ColumnOfFacts = { header: shape.path, steps, holds: contentOf(shape.fact.type) };
    if (shape.kind === 'fact') return [column];
    const part = (key: string, holds: ColumnOfFacts['holds']): ColumnOfFacts => ({ header: `${shape.path}.${key}`, steps: [...steps, key], holds });
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
  const headers = possibleColumns(shapeOf(policy), []).map(({ header }) => header);
  return headers.slice(0, 3).join(',');
}
