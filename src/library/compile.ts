import { check } from '../check/check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/message.ts';
import type { Answer } from '../evaluate/answer.ts';
import { importsOf } from '../evaluate/facts/shape.ts';
import { gitState } from '../evaluate/receipt/git.ts';
import type { Policy } from '../model/policy.ts';
import { caseFile, caseText, withCaseFiles } from '../read/cases/case-files.ts';
import { readPolicySet } from '../read/policy-set.ts';
import { isCasesPath, readSource } from '../read/read-source.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { isWholeSet, withImportedFiles } from './imported-files.ts';

/** Policies from a path, several paths (files and folders, with all `*.policy` in them), or texts by their paths, those of CSV files with cases too. */
export type Sources = string | readonly string[] | Readonly<Record<string, string>>;

export interface Compiled {
  /** By name, those without errors, in an order in which none comes before one that it imports. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Those of `policies` that other files of their set may import too: files that were not given. */
  readonly usedElsewhere: readonly Policy[];
  /** Everything found, errors and less, unordered. */
  readonly diagnostics: readonly Diagnostic[];
  /** The syntax trees of all files, those with errors too. */
  readonly trees: readonly PolicyTree[];
}

/** Reads and checks policies. What is wrong with them is in `diagnostics`; nothing is thrown for it. */
export async function compile(sources: Sources): Promise<Compiled> {
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic): void => void diagnostics.push(found);
  const inFiles = typeof sources === 'string' || isList(sources);
  const given = inFiles
    ? await readPolicySet(typeof sources === 'string' ? [sources] : sources, report)
    : Object.entries(sources).flatMap(([path, text]) => (isCasesPath(path) ? [] : [readSource({ path, text }, report)]));
  const read = inFiles ? await withImportedFiles(given, report) : given;
  const trees = await withCaseFiles(read, inFiles ? caseFile : caseText(sources), report);
  const checked = check(trees, report);
  const wrong = new Set(diagnostics.flatMap((one) => (one.span !== undefined && severityOf(one) === 'error' ? [one.span.file] : [])));
  const policies = checked.filter((policy) => ![policy, ...importsOf(policy)].some(({ file }) => wrong.has(file)));
  if (inFiles) await recordRevisions(policies);
  const asked = new Set(given.map(({ file }) => file));
  const isWhole = !inFiles || (await isWholeSet(given));
  const usedElsewhere = policies.filter(({ file }) => !isWhole || !asked.has(file));
  return { policies: new Map(policies.map((policy) => [policy.name, policy])), usedElsewhere, diagnostics, trees };
}

function isList(sources: Exclude<Sources, string>): sources is readonly string[] {
  return Array.isArray(sources);
}

const revisions = new WeakMap<Policy, Answer['receipt']['git']>();

/** The commit that a policy was read from; null for one that was not read from a file in a repository. */
export function revisionOf(policy: Policy): Answer['receipt']['git'] {
  return revisions.get(policy) ?? null;
}

/** Asked once, when the policies are read: what happens to their files afterwards is not what was read. */
async function recordRevisions(policies: readonly Policy[]): Promise<void> {
  await Promise.all(
    policies.map(async (policy) => {
      const files = [policy, ...importsOf(policy)].map(({ file }) => file.path);
      revisions.set(policy, await gitState(files));
    }),
  );
}
