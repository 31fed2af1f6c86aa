import { readFile } from 'node:fs/promises';
import { isAbsolute, posix } from 'node:path';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { reasonOf } from '../policy-set.ts';
import { decode } from '../text/decode.ts';
import type { SourceFile } from '../tree/span.ts';
import type { CasesTree, PolicyTree, Statement } from '../tree/statement.ts';
import { csvTable } from './csv-table.ts';

/** The text of a file by its path, or why there is none: undefined if that was reported. */
export type OpenCases = (path: string, report: Report) => Promise<SourceFile | Phrase | undefined>;

/** The trees with the records of the CSV files that their tests name. What cannot be read is reported. */
export async function withCaseFiles(trees: readonly PolicyTree[], open: OpenCases, report: Report): Promise<readonly PolicyTree[]> {
  return Promise.all(
    trees.map(async (tree) => {
      if (!tree.statements.some((each) => each.kind === 'test' && each.cases !== undefined)) return tree;
      return { ...tree, statements: await Promise.all(tree.statements.map((each) => withCases(tree.file, each, open, report))) };
    }),
  );
}

/** Opens a file of the system. */
export const caseFile: OpenCases = async (path, report) => {
  try {
    return decode(path, await readFile(path), report);
  } catch (error) {
    return reasonOf(error);
  }
};

/** Opens one of some texts, by their paths. */
export function caseText(texts: Readonly<Record<string, string>>): OpenCases {
  return (path) => Promise.resolve(Object.hasOwn(texts, path) ? { path, text: texts[path] ?? '' } : absent);
}

const absent: Phrase = { en: 'there is no such file or folder', zh: '文件或文件夹不存在' };
const elsewhere: Phrase = { en: 'it must stand in the folder of the policy, or below it', zh: '它须位于政策所在文件夹之内' };

async function withCases(policy: SourceFile, statement: Statement, open: OpenCases, report: Report): Promise<Statement> {
  if (statement.kind !== 'test' || statement.cases === undefined) return statement;
  const file = await opened(policy, statement.cases, open, report);
  const table = file && csvTable(file, report);
  return { ...statement, cases: { ...statement.cases, table } };
}

async function opened(policy: SourceFile, { path: { text, span } }: CasesTree, open: OpenCases, report: Report): Promise<SourceFile | undefined> {
  const isBeside = text !== '' && !isAbsolute(text) && !text.split(/[\\/]/).includes('..');
  const found = isBeside ? await open(posix.join(posix.dirname(policy.path), text), report) : elsewhere;
  if (found === undefined || 'path' in found) return found;
  report(diagnostic('cases-unreadable', span, { path: text, reason: found }));
  return undefined;
}
