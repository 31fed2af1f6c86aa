import { withTests } from '../convert/add-tests.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { writeTextFile } from './write-file.ts';

/** Tests that were written into a policy file. */
export interface AddedTests {
  readonly file: string;
  readonly titles: readonly string[];
}

/** Writes the cases that show what was found into the policies in which it was found, each once, as tests that a person has yet to confirm. */
export async function addExamples(trees: readonly PolicyTree[], found: readonly Diagnostic[], report: Report): Promise<readonly AddedTests[]> {
  const written: AddedTests[] = [];
  for (const tree of trees) {
    const examples = found.flatMap(({ span, example }) => (example !== undefined && span?.file === tree.file ? [example] : []));
    const changed = examples.length === 0 ? undefined : withTests(tree, examples, report);
    if (changed !== undefined && (await writeTextFile(tree.file.path, changed.text, report))) written.push({ file: tree.file.path, titles: changed.added });
  }
  return written;
}
