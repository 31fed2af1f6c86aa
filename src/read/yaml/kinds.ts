import { isMap, isSeq, type ParsedNode } from 'yaml';
import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { entriesOf, entryOf, spanOfNode } from './nodes.ts';

/** The kinds of statement: each is a key. */
export const statementKinds = ['import', 'source', 'type', 'input', 'manual', 'decision', 'function', 'parameter', 'trigger', 'property', 'facts', 'test'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** What only a `type` statement says. */
const definitions = ['one_of', 'fields', 'is'];

/** The kinds that a statement's keys name. `type` is a kind only where no other is: elsewhere it says what type a thing has. */
export function kindsOf(statement: ParsedNode | undefined): readonly StatementKind[] {
  const keys = entriesOf(statement).map(({ name }) => name);
  const named = statementKinds.filter((kind) => kind !== 'type' && keys.includes(kind));
  const isType = keys[0] === 'type' || (keys.includes('type') && definitions.some((each) => keys.includes(each)));
  return named.length === 0 && isType ? ['type'] : named;
}

/** Statements of no kind or of several, with their places as JSON pointers: there is no telling what their keys should be. */
export function unclearStatements(file: SourceFile, root: ParsedNode): readonly { readonly path: string; readonly problem: Diagnostic }[] {
  const statements = entryOf(root, 'statements');
  if (!isSeq(statements)) return [];
  return statements.items.flatMap((item, index) => {
    const statement = item;
    const found = kindsOf(statement);
    if (!isMap(statement) || found.length === 1) return [];
    const entries = entriesOf(statement);
    const second = entries.filter(({ name }) => (found as readonly string[]).includes(name))[1];
    const at = second?.key ?? entries[0]?.key ?? statement;
    const suggestion = entries[0] && closest(entries[0].name, statementKinds);
    return [{ path: `/statements/${index}`, problem: diagnostic('yaml-statement-unclear', spanOfNode(file, at), { found, expected: statementKinds, suggestion }) }];
  });
}
