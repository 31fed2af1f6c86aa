import { join, resolve, sep } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Coverage, CountedTest, PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import { coverageOf } from '../../analyze/coverage/coverage.ts';
import { reach } from '../../analyze/reach/reach.ts';
import type { Suggestion } from '../../analyze/suggest/suggest.ts';
import { suggestedTests } from '../../analyze/suggest/suggest.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { Compiled } from '../../library/compile.ts';
import type { AddedTests } from '../add-examples.ts';
import { addTests } from '../add-examples.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { writeTextFile } from '../write-file.ts';
import { countOf } from './counts.ts';
import { coverageJson } from './coverage-json.ts';
import { coverageText } from './coverage-text.ts';
import { coveragePages } from './html.ts';
import { lcov } from './lcov.ts';

/** What of the command's options is about coverage. Each but `coverage` has it measured too. */
export interface CoverageOptions {
  readonly coverage?: true;
  /** A folder for lcov.info and the pages. */
  readonly coverageOut?: string;
  /** In percent. */
  readonly coverageMin?: number;
  readonly suggest?: true;
  /** Writes the suggestions into the policies. */
  readonly fix?: true;
}

/** What there is to say about what tests cover. */
export interface Measured {
  readonly text: string;
  /** Fields of the command's JSON. */
  readonly json: object;
  /** Whether less is covered than was asked for. */
  readonly isBelow: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Measures what tests that have passed and are confirmed cover of the policies at the paths given, and writes what was asked
 * for. Of policies that were read only because those import them nothing is asked.
 */
export async function measure(paths: readonly string[], { policies, trees }: Compiled, tests: readonly CountedTest[], options: CoverageOptions, terminal: Terminal): Promise<Measured> {
  const set = [...policies.values()];
  const diagnostics: Diagnostic[] = [];
  const report: Report = (found) => void diagnostics.push(found);
  const given = paths.map((path) => resolve(path));
  const measured = set.filter(({ file }) => given.some((path) => resolve(file.path) === path || resolve(file.path).startsWith(join(path, sep))));
  const coverage = coverageOf(measured, tests, { reach, set });
  if (options.coverageOut !== undefined) await writePages(options.coverageOut, coverage.policies, terminal, report);
  const suggestions = options.suggest === true || options.fix === true ? suggestedTests(coverage, terminal.language) : undefined;
  const added = options.fix === true ? await addTests(trees, (file) => (suggestions ?? []).flatMap(({ policy, test }) => (policy.file === file ? [test] : [])), report) : undefined;
  const { covered, total } = countOf(coverage.policies.flatMap(({ goals }) => goals));
  const isBelow = options.coverageMin !== undefined && covered * 100 < options.coverageMin * total;
  return {
    text: [coverageText(coverage.policies, terminal), suggestionsText(coverage, suggestions, added, terminal), belowText(isBelow, options, terminal)].join(''),
    json: { coverage: coverageJson(coverage.policies, terminal.language), ...(suggestions === undefined ? {} : { suggestions: suggestions.map((each) => suggestionJson(each, terminal)) }), ...(added === undefined ? {} : { added }) },
    isBelow,
    diagnostics,
  };
}

async function writePages(folder: string, policies: readonly PolicyCoverage[], { language }: Terminal, report: Report): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    report(diagnostic('file-unwritable', undefined, { path: folder, reason: error instanceof Error ? error.message : String(error) }));
    return;
  }
  const files = [{ name: 'lcov.info', text: lcov(policies) }, ...coveragePages(policies, language).map(({ name, html }) => ({ name, text: html }))];
  for (const { name, text } of files) if (!(await writeTextFile(join(folder, name), text, report))) return;
}

function suggestionsText({ policies }: Coverage, suggestions: readonly Suggestion[] | undefined, added: readonly AddedTests[] | undefined, terminal: Terminal): string {
  if (suggestions === undefined) return '';
  if (added !== undefined) {
    const lines = added.map(({ file, titles }) => `${file}\n${titles.map((title) => `  + ${title}\n`).join('')}`);
    const count = added.reduce((sum, { titles }) => sum + titles.length, 0);
    return `\n${lines.join('')}${say(terminal, { en: `${count} tests added, unconfirmed: hold each against its source, and remove \`unconfirmed\``, zh: `已添加 ${count} 个测试，待确认：请逐一对照依据，确认后删去 \`unconfirmed\`` })}\n`;
  }
  const texts = policies.flatMap(({ policy }) => {
    const own = suggestions.filter((each) => each.policy === policy);
    return own.length === 0 ? [] : [`\n# ${policy.file.path}\n\n${own.map(({ test }) => test).join('\n')}`];
  });
  return texts.length === 0 ? `\n${say(terminal, { en: 'no tests to suggest', zh: '没有可建议的测试' })}\n` : texts.join('');
}

function suggestionJson({ policy, title, test, shows }: Suggestion, { language }: Terminal): object {
  return {
    policy: policy.name,
    file: policy.file.path,
    title,
    test,
    shows: shows.map(({ kind, of, what, span }) => ({ kind, of: of.name, what: what[language], file: span.file.path, ...positionAt(span.file, span.start) })),
  };
}

function belowText(isBelow: boolean, { coverageMin = 0 }: CoverageOptions, terminal: Terminal): string {
  return isBelow ? `${terminal.colours.red(say(terminal, { en: `less than the ${coverageMin} % asked for`, zh: `低于要求的 ${coverageMin} %` }))}\n` : '';
}
