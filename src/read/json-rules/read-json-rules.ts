import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import type { PolicyTree } from '../tree/statement.ts';
import { entryOf } from '../yaml/nodes.ts';
import { readEnveloped } from './enveloped.ts';
import { inferPolicy } from './inferred.ts';
import { readJsonNodes } from './json-nodes.ts';
import { readRules } from './rules.ts';
import { readShape } from './shape.ts';

/**
 * Reads a `.rules.json` file, the rules of json-rules-engine, into the same tree as the other spellings give: one that
 * Plumbline wrote, with the policy it belongs to, or a plain list of rules, whose types are told from the values that
 * they compare with. What a decision table cannot say is refused, with its place. A file that is not of the published
 * shape is not read further.
 */
export function readJsonRules(file: SourceFile, report: Report): PolicyTree {
  const nothing: PolicyTree = { file, policy: undefined, statements: [], unreadable: [], comments: [], spelling: { kind: 'yaml', scalars: new Map() } };
  const root = readJsonNodes(file, report);
  const shaped = root && readShape(file, root, report);
  if (root === undefined || shaped === undefined) return nothing;
  const rules = readRules(file, entryOf(root, 'rules') ?? root, report);
  const policy = entryOf(entryOf(root, 'plumbline'), 'policy');
  if ('plumbline' in shaped && shaped.plumbline !== undefined && policy !== undefined) return readEnveloped(file, policy, shaped.plumbline, rules, report);
  const statements = inferPolicy(file, rules, report);
  return statements === undefined ? nothing : { ...nothing, ...statements };
}
