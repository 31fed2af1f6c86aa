import type { Report } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/message.ts';
import { modelDocument } from '../emit/dmn/model-document.ts';
import { compile } from '../library/compile.ts';
import type { WrittenVersion } from '../read/dmn/versions.ts';
import { standardText } from './standard-text.ts';

/**
 * The policy in a file as a DMN model of a version. Undefined where the policy is wrong, or says what FEEL or DMN cannot;
 * that is reported.
 */
export async function convertToDmn(path: string, version: WrittenVersion, report: Report): Promise<string | undefined> {
  const { policies, trees, diagnostics } = await compile([path]);
  const [tree] = trees;
  if (tree === undefined || diagnostics.some((one) => severityOf(one) === 'error')) {
    diagnostics.forEach(report);
    return undefined;
  }
  const policy = [...policies.values()].find(({ file }) => file === tree.file);
  return policy && modelDocument(policy, standardText(tree), version, report);
}
