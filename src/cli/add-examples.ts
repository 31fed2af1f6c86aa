import { withTests } from '../convert/add-tests.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/tree/span.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { writeTextFile } from './write-file.ts';

/** Tests that were written into a policy file. */
export interface AddedTests {
  readonly file: string;
  readonly titles: readonly string[];
}

/** Writes the cases that show what was found into the policies in which it was found, each once, as tests that a person has yet to confirm. */
export async function addExamples(trees: readonly PolicyTree[], found: readonly Diagnostic[], report: Report): Promise<readonly AddedTests[]> {
  return addTests(trees, (file) => found.flatMap(({ span, example }) => (example !== undefined && span?.file === file ? [example] : [])), report);
}

/** Writes tests, given as texts of the reference spelling, into the policy files that they are for. */
export async function addTests(trees: readonly PolicyTree[], testsFor: (file: SourceFile) => readonly string[], report: Report): Promise<readonly AddedTests[]> {
  const written: AddedTests[] = [];
  for (const tree of trees) {
    const tests = testsFor(tree.file);
    const changed = tests.length === 0 ? undefined : withTests(tree, tests, report);
    if (changed !== undefined && (await writeTextFile(tree.file.path, changed.text, report))) written.push({ file: tree.file.path, titles: changed.added });
  }
  return written;
}
