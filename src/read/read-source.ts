import type { Report } from '../diagnostics/diagnostic.ts';
import { readPolicyModel } from './dmn/carried/read-policy-model.ts';
import { readJsonRules } from './json-rules/read-json-rules.ts';
import { readPolicy } from './text/read-policy.ts';
import type { SourceFile } from './tree/span.ts';
import type { PolicyTree } from './tree/statement.ts';
import { readYamlPolicy } from './yaml/read-yaml-policy.ts';

/** Whether a file of this name is taken for a policy, in either spelling, where a folder is read. Rule JSON and DMN models, made from policies or for them, are not. */
export function isPolicyPath(path: string): boolean {
  return /\.policy(?:\.ya?ml)?$/.test(path);
}

export function isYamlPath(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

export function isJsonRulesPath(path: string): boolean {
  return /\.rules\.json$/i.test(path);
}

export function isDmnPath(path: string): boolean {
  return /\.dmn$/i.test(path);
}

/** Files with the cases of tests, which stand beside policies. */
export function isCasesPath(path: string): boolean {
  return /\.csv$/i.test(path);
}

/** Reads a policy file in the form that its name says: YAML for `*.yaml` and `*.yml`, rule JSON for `*.rules.json`, a DMN model for `*.dmn`, text otherwise. */
export function readSource(file: SourceFile, report: Report): PolicyTree {
  if (isJsonRulesPath(file.path)) return readJsonRules(file, report);
  if (isDmnPath(file.path)) return readPolicyModel(file, report);
  return isYamlPath(file.path) ? readYamlPolicy(file, report) : readPolicy(file, report);
}
