import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { lineText, positionAt } from '../diagnostics/position.ts';
import { yamlText } from '../emit/yaml/yaml-text.ts';
import { readSource } from '../read/read-source.ts';
import { readPolicy } from '../read/text/read-policy.ts';
import { pathText } from '../read/tree/clause-text.ts';
import { expressionText } from '../read/tree/expression-text.ts';
import type { PolicyTree, TestStatement } from '../read/tree/statement.ts';
import { readsAs, spellingOf } from './rewrite.ts';

/** A policy file with tests added to it. */
export interface WithTests {
  readonly text: string;
  /** The titles of those that were added. */
  readonly added: readonly string[];
}

/**
 * A policy with tests, given as texts of the reference spelling, added at its end in its own spelling; what stands there
 * stays as it is. A test of a case that the policy has already is left out. Undefined where there is nothing to add, or
 * where the file belongs to another program (rule JSON, a DMN model; that is reported).
 */
export function withTests(tree: PolicyTree, tests: readonly string[], report: Report): WithTests | undefined {
  const known = new Set(tree.statements.flatMap((each) => (each.kind === 'test' ? [caseOf(each)] : [])));
  const distinct = new Map(tests.map(readTest).map((each) => [caseOf(each.statement), each]));
  const fresh = [...distinct].flatMap(([itsCase, each]) => (known.has(itsCase) ? [] : [each]));
  if (fresh.length === 0) return undefined;
  const { file } = tree;
  const spelling = spellingOf(file);
  if (spelling === 'json-rules' || spelling === 'dmn') return void report(diagnostic('tests-not-added', { file, start: 0, end: 0 }, { path: file.path, tests: fresh.length }));
  const statements = fresh.map(({ statement }) => statement);
  const whole: PolicyTree = { ...tree, statements: [...tree.statements, ...statements] };
  const texts = spelling === 'yaml' ? yamlTexts(tree, whole, statements) : [below(file.text, `\n${fresh.map(({ text }) => text).join('\n')}`)];
  const text = texts.find((each) => readsAs(each, whole, spelling));
  if (text === undefined) throw new Error(`${file.path} cannot be read with tests below it`);
  return { text, added: statements.map(({ title }) => title.text) };
}

interface Example {
  readonly text: string;
  readonly statement: TestStatement;
}

function readTest(text: string): Example {
  const { statements } = readPolicy({ path: 'example.policy', text: `policy example\n\n${text}` }, ({ code }) => {
    throw new Error(`a test that cannot be read (${code}): ${text}`);
  });
  const [statement] = statements;
  if (statement?.kind !== 'test') throw new Error(`no test: ${text}`);
  return { text, statement };
}

/** What a test is about: its date, its facts and what it has expectations of. Its title and what it expects are a person's to change. */
function caseOf({ asOf, taken, givens, expectations }: TestStatement): string {
  const facts = givens.map(({ path, value }) => `${pathText(path)} ${expressionText(value)}`);
  return [asOf?.text, ...taken.map(({ path }) => pathText(path)), ...facts, ...expectations.map(({ subject }) => pathText(subject))].join('\n');
}

function below(text: string, added: string): string {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return `${text.trimEnd()}\n${added}`.replace(/\r?\n/g, lineEnd);
}

/** A file in standard form stays in it. One that is laid out in a way in which nothing can be put below is written anew. */
function yamlTexts(tree: PolicyTree, whole: PolicyTree, tests: readonly TestStatement[]): readonly string[] {
  const text = belowYaml(tree, tests);
  if (yamlText(tree) !== tree.file.text) return [text, yamlText(whole)];
  return [yamlText(readSource({ path: tree.file.path, text }, () => undefined))];
}

/** As items of the list of statements, indented as those that are there. */
function belowYaml({ file, policy, statements }: PolicyTree, tests: readonly TestStatement[]): string {
  const written = yamlText({ file: { path: 'example.policy', text: '' }, policy, statements: tests, unreadable: [], comments: [], spelling: { kind: 'policy' } });
  const items = written.slice(written.indexOf('\nstatements:\n') + '\nstatements:\n'.length);
  const last = statements.at(-1);
  if (last === undefined) return below(file.text, `statements:\n${items}`);
  const line = lineText(file, positionAt(file, last.span.start).line);
  const indent = ' '.repeat(line.length - line.trimStart().length);
  return below(file.text, `\n${items.replace(/^ {2}/gm, indent)}`);
}
