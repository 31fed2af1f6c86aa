import { isMap, parseDocument, type ParsedNode } from 'yaml';
import { diagnostic, type Diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Identifier } from '../tree/expression.ts';
import type { Comment, PolicyStatement, PolicyTree } from '../tree/statement.ts';
import type { SourceFile } from '../tree/span.ts';
import { readAnnotations } from './annotations.ts';
import { kindsOf } from './kinds.ts';
import { entriesOf, entryOf } from './nodes.ts';
import { aPolicy } from './places.ts';
import { readName, readText, type YamlReading } from './reading.ts';
import { DEPTH_LIMIT, scanYaml } from './scan.ts';
import { shapeProblems } from './shape.ts';
import { readStatement } from './statements.ts';
import { syntaxProblems } from './syntax.ts';
import { itemsOf } from './tables.ts';
import { refuseTraps } from './traps.ts';

/**
 * Reads a `.policy.yaml` file into the same tree as the text spelling gives. Every problem is reported with its place in
 * the YAML file. A file that is no YAML is not read further; in any other, what cannot be read leaves the rest standing.
 */
export function readYamlPolicy(file: SourceFile, report: Report): PolicyTree {
  const { comments, tooDeepAt } = scanYaml(file);
  if (tooDeepAt !== undefined) {
    report(diagnostic('yaml-too-deep', { file, start: tooDeepAt, end: tooDeepAt + 1 }, { limit: DEPTH_LIMIT }));
    return unread(file, [], comments);
  }
  // Keys that stand twice are looked for by `refuseTraps`: the package compares each with each.
  const document = parseDocument<ParsedNode>(file.text, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false, logLevel: 'error', merge: false });
  const root = document.contents;
  const syntax = syntaxProblems(file, document);
  const syntaxLines = new Set(syntax.flatMap(({ span }) => (span === undefined ? [] : [lineOf(file, span.start)])));
  const besideSyntax = (found: Diagnostic): void => {
    if (found.span === undefined || !syntaxLines.has(lineOf(file, found.span.start))) report(found);
  };
  syntax.forEach(report);
  const refused = root === null ? new Set<object>() : refuseTraps(file, root, besideSyntax);
  if (syntax.length > 0) return namesOnly(file, root, comments);
  if (root === null) {
    report(diagnostic('yaml-key-missing', { file, start: 0, end: 0 }, { owner: aPolicy, keys: ['policy'] }));
    return unread(file, [], comments);
  }
  shapeProblems(file, root, refused).forEach(report);
  return isMap(root) ? readDocument({ file, report, unreadable: [], refused, scalars: new Map(), comments: [] }, root, comments) : unread(file, [], comments);
}

/** Reads the mapping of a policy whose shape has been looked at; `outside`: the comments between its scalars. */
export function readDocument(reading: YamlReading, root: ParsedNode, outside: readonly Comment[]): PolicyTree {
  const { file, unreadable, scalars } = reading;
  const policy = readPolicyStatement(reading, root);
  const statements = itemsOf(entryOf(root, 'statements')).flatMap((node) => readStatement(reading, node) ?? []);
  const comments = [...outside, ...reading.comments].sort((a, b) => a.span.start - b.span.start);
  return { file, policy, statements, unreadable, comments, spelling: { kind: 'yaml', scalars } };
}

function readPolicyStatement(reading: YamlReading, root: ParsedNode): PolicyStatement | undefined {
  const [first] = entriesOf(root);
  const name = readName(reading, entryOf(root, 'policy'));
  if (first === undefined || name === undefined) return undefined;
  const span = { file: reading.file, start: first.key.range[0], end: first.value?.range[1] ?? first.key.range[1] };
  return { kind: 'policy', name, label: readText(reading, entryOf(root, 'label')), ...readAnnotations(reading, root), span };
}

function unread(file: SourceFile, unreadable: readonly Identifier[], comments: readonly Comment[]): PolicyTree {
  return { file, policy: undefined, statements: [], unreadable, comments, spelling: { kind: 'yaml', scalars: new Map() } };
}

/** What a file that is no YAML seems to declare, so that whoever imports or uses it hears nothing of what is missing. */
function namesOnly(file: SourceFile, root: ParsedNode | null, comments: readonly Comment[]): PolicyTree {
  if (root === null || !isMap(root)) return unread(file, [], comments);
  const silent: YamlReading = { file, report: () => undefined, unreadable: [], refused: new Set(), scalars: new Map(), comments: [] };
  const policy = readPolicyStatement(silent, root);
  const names = itemsOf(entryOf(root, 'statements')).flatMap((node) => {
    const [kind] = kindsOf(node);
    return kind === undefined ? [] : (readName(silent, entryOf(node, kind)) ?? []);
  });
  return { ...unread(file, policy === undefined ? names : [policy.name, ...names], comments), policy };
}

function lineOf({ text }: SourceFile, offset: number): number {
  return text.lastIndexOf('\n', offset - 1);
}
