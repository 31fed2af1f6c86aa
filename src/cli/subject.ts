import { closest } from '../diagnostics/closest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Case } from '../evaluate/facts/case.ts';
import { leavesOf, shapeOf } from '../evaluate/facts/shape.ts';
import { valueToJson } from '../evaluate/value-json.ts';
import { MISSING } from '../feel/values/value.ts';
import type { Policy } from '../model/policy.ts';

type SubjectReader = { readonly read: (found: Case) => string | undefined } | { readonly diagnostic: Diagnostic };

/** Reads each case's own id from the fact with that path; none where no path is given. */
export function subjectReader(policy: Policy, path: string | undefined): SubjectReader {
  if (path === undefined) return { read: () => undefined };
  const leaves = new Map(leavesOf(shapeOf(policy)).map((leaf) => [leaf.path, leaf.fact]));
  const fact = leaves.get(path);
  if (fact === undefined) return { diagnostic: diagnostic('subject-path-unknown', undefined, { path, suggestion: closest(path, leaves.keys()) }) };
  return {
    read: ({ decoded }) => {
      const value = 'facts' in decoded ? decoded.facts.values.get(fact) : undefined;
      if (value === undefined || value === MISSING) return undefined;
      const json = valueToJson(value, fact.type);
      return typeof json === 'string' ? json : JSON.stringify(json);
    },
  };
}
