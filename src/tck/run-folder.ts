import { basename } from 'node:path';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { FeelDateTime } from '../feel/values/temporal.ts';
import { compileModels } from '../library/models.ts';
import { readSourceFiles } from '../read/policy-set.ts';
import type { KitFolder } from './folders.ts';
import { runCase, type CaseResult } from './run-case.ts';
import { readTestFile } from './test-file.ts';
import { unreadableIn } from './unreadable.ts';

/** What the test cases of a folder came to. */
export interface FolderResult {
  readonly folder: KitFolder;
  readonly cases: readonly CaseResult[];
  /** What is wrong with the models. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs every test case of a folder. Test files that cannot be read, or whose model is not there, are reported. */
export async function runFolder(folder: KitFolder, now: FeelDateTime | undefined, report: Report): Promise<FolderResult> {
  const { models, diagnostics } = compileModels(await readSourceFiles(folder.modelFiles, report));
  const tests = (await readSourceFiles(folder.testFiles, report)).flatMap((file) => readTestFile(file, report) ?? []);
  const isUnreadable = unreadableIn(models, diagnostics);
  const cases = tests.flatMap(({ modelName: { name, span }, cases }) => {
    const model = models.find(({ tree }) => [name, `${name}.dmn`].includes(basename(tree.file.path)));
    if (model === undefined) report(diagnostic('kit-model-missing', span, { name }));
    return model === undefined ? [] : cases.map((one) => runCase(one, model, isUnreadable, now));
  });
  return { folder, cases, diagnostics };
}
