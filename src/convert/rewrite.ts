import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/message.ts';
import { yamlText } from '../emit/yaml/yaml-text.ts';
import { formatPolicy } from '../format/format.ts';
import { isDmnPath, isJsonRulesPath, isYamlPath, readSource } from '../read/read-source.ts';
import { canonicalText } from '../read/tree/canonical.ts';
import type { SourceFile } from '../read/tree/span.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { standardText } from './standard-text.ts';

/** How a policy can be spelled. */
export const spellings = ['policy', 'yaml'] as const;
export type SpellingName = (typeof spellings)[number];

/**
 * A policy file in the standard form of a spelling, its own or the other. Undefined where it cannot be read (what is
 * wrong is reported), or where reading the result again would give anything but the same policy (reported too).
 */
export function convert(file: SourceFile, to: SpellingName, report: Report): string | undefined {
  if (to === spellingOf(file)) return format(file, report);
  const tree = readWithoutErrors(file, report);
  return tree && faithful(tree, to === 'yaml' ? yamlText(tree) : standardText(tree), to, report);
}

/** A policy file in the standard form of its own spelling; conditions as for `convert`. Rule JSON and DMN models, which belong to other programs, are left as they are; that is reported. */
export function format(file: SourceFile, report: Report): string | undefined {
  const spelling = spellingOf(file);
  if (spelling === 'json-rules') return void report(diagnostic('rules-not-formatted', { file, start: 0, end: 0 }, { path: file.path }));
  if (spelling === 'dmn') return void report(diagnostic('model-not-formatted', { file, start: 0, end: 0 }, { path: file.path }));
  const tree = readWithoutErrors(file, report);
  return tree && faithful(tree, spelling === 'yaml' ? yamlText(tree) : formatPolicy(file), spelling, report);
}

export function spellingOf({ path }: SourceFile): SpellingName | 'json-rules' | 'dmn' {
  if (isDmnPath(path)) return 'dmn';
  return isJsonRulesPath(path) ? 'json-rules' : isYamlPath(path) ? 'yaml' : 'policy';
}

/** Tabs are what formatting takes away. */
function readWithoutErrors(file: SourceFile, report: Report): PolicyTree | undefined {
  const found: Diagnostic[] = [];
  const tree = readSource(file, (one) => found.push(one));
  const errors = found.filter((one) => severityOf(one) === 'error' && (one.code !== 'tab-in-indentation' || spellingOf(file) === 'yaml'));
  // What a model's policy is made of now is told even where nothing is wrong with it.
  if (errors.length > 0 || spellingOf(file) === 'dmn') found.forEach(report);
  return errors.length > 0 ? undefined : tree;
}

/** Whether a text is a policy that says the same as a tree. */
export function readsAs(text: string, tree: PolicyTree, spelling: SpellingName): boolean {
  return faithful(tree, text, spelling, () => undefined) !== undefined;
}

function faithful(tree: PolicyTree, text: string, spelling: SpellingName, report: Report): string | undefined {
  const problems: Diagnostic[] = [];
  const again = readSource({ path: spelling === 'yaml' ? 'rewritten.policy.yaml' : 'rewritten.policy', text }, (one) => problems.push(one));
  const before = canonicalText(tree).split('\n');
  const after = canonicalText(again).split('\n');
  const at = before.findIndex((line, index) => line !== after[index]);
  if (problems.length === 0 && at === -1 && before.length === after.length) return text;
  const differing = at === -1 ? before.length : at;
  report(diagnostic('rewrite-changes-meaning', { file: tree.file, start: 0, end: 0 }, { before: (before[differing] ?? '').trim(), after: (after[differing] ?? '').trim() }));
  return undefined;
}
