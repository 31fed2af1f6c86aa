import type { Report } from '../diagnostics/diagnostic.ts';
import { readPolicy } from './text/read-policy.ts';
import type { SourceFile } from './tree/span.ts';
import type { PolicyTree } from './tree/statement.ts';
import { readYamlPolicy } from './yaml/read-yaml-policy.ts';

/** Whether a file of this name is taken for a policy, in either spelling, where a folder is read. */
export function isPolicyPath(path: string): boolean {
  return /\.policy(?:\.ya?ml)?$/.test(path);
}

export function isYamlPath(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Reads a policy file in the spelling that its name says: YAML for `*.yaml` and `*.yml`, text otherwise. */
export function readSource(file: SourceFile, report: Report): PolicyTree {
  return isYamlPath(file.path) ? readYamlPolicy(file, report) : readPolicy(file, report);
}
