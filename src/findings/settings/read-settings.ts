import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parseDocument, type ParsedNode } from 'yaml';
import schema from '../../../grammar/settings.schema.json' with { type: 'json' };
import { isAdjustable, isCode } from '../../diagnostics/acceptable.ts';
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report, type Severity } from '../../diagnostics/diagnostic.ts';
import { registry, type Code } from '../../diagnostics/registry.ts';
import { entriesOf, entryOf, spanOfNode } from '../../read/yaml/nodes.ts';
import { lastName, nodesTo, partsOf } from '../../read/yaml/places.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import { standardSettings, type Settings } from './settings.ts';

interface SettingsDocument {
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
  readonly budget?: number;
}

/** Reads `plumbline.yaml`. What is wrong with it is reported with its place, and then the standard settings hold. */
export function readSettings(file: SourceFile, report: Report): Settings {
  const document = parseDocument<ParsedNode>(file.text, { prettyErrors: false, logLevel: 'error' });
  for (const { message, pos } of document.errors) report(diagnostic('settings-malformed', { file, start: pos[0], end: pos[1] }, { problem: message }));
  const root = document.contents;
  if (document.errors.length > 0 || root === null) return standardSettings;
  const plain: unknown = document.toJS();
  if (!isSettings()(plain)) {
    for (const error of isSettings().errors ?? []) reportShape(file, root, error, report);
    return standardSettings;
  }
  const severity = Object.entries(plain.severity ?? {}).flatMap(([code, chosen]) => (adjustable(code, file, root, report) ? [[code, chosen] as const] : []));
  return { severity: new Map(severity), analysis: plain.budget === undefined ? {} : { budget: plain.budget } };
}

let validator: ValidateFunction<SettingsDocument> | undefined;

/** Compiled once, when settings are first read. */
function isSettings(): ValidateFunction<SettingsDocument> {
  return (validator ??= new Ajv({ allErrors: true, verbose: true }).compile<SettingsDocument>(schema));
}

function reportShape(file: SourceFile, root: ParsedNode, { keyword, params, instancePath }: ErrorObject, report: Report): void {
  const node = nodesTo(root, instancePath).at(-1) ?? root;
  const parameters = params as Readonly<Record<string, unknown>>;
  if (keyword === 'additionalProperties') {
    const key = String(parameters['additionalProperty']);
    const expected = Object.keys(schema.properties);
    const at = entriesOf(node).find(({ name }) => name === key)?.key ?? node;
    report(diagnostic('settings-key-unknown', spanOfNode(file, at), { key, expected, suggestion: closest(key, expected) }));
  } else report(diagnostic('settings-value-invalid', spanOfNode(file, node), { key: lastName(instancePath) ?? 'plumbline.yaml', expected: expectedAt(instancePath) }));
}

const severities = Object.values(schema.properties.severity.additionalProperties.enum);

function expectedAt(pointer: string): Phrase {
  const [setting, code] = partsOf(pointer);
  if (setting === 'budget') return { en: 'a number of steps, 1 or more', zh: '步数（1 或更大的整数）' };
  if (code !== undefined) return { en: severities.map((each) => `\`${each}\``).join(', '), zh: severities.map((each) => `\`${each}\``).join('、') };
  return setting === undefined
    ? { en: 'settings, each a key with its value', zh: '设置，即键和值' }
    : { en: 'codes, each with its severity: `table-gap: warning`', zh: '代码及其严重程度：`table-gap: warning`' };
}

/** Whether a severity can be given to what bears this code; if not, that is reported at the key. */
function adjustable(code: string, file: SourceFile, root: ParsedNode, report: Report): code is Code {
  const at = entriesOf(entryOf(root, 'severity')).find(({ name }) => name === code)?.key ?? root;
  if (!isCode(code)) report(diagnostic('settings-code-unknown', spanOfNode(file, at), { code, suggestion: closest(code, Object.keys(registry)) }));
  else if (!isAdjustable(code)) report(diagnostic('settings-severity-fixed', spanOfNode(file, at), { code }));
  else return true;
  return false;
}
