import { convert, type SpellingName } from '../convert/rewrite.ts';
import { convertToDmn } from '../convert/to-dmn.ts';
import { convertToJsonRules } from '../convert/to-json-rules.ts';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { WrittenVersion } from '../read/dmn/versions.ts';
import { readSourceFiles } from '../read/policy-set.ts';
import type { SourceFile } from '../read/tree/span.ts';
import type { CommonOptions } from './main.ts';
import { diagnosticsJson, reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { UNUSABLE } from './terminal.ts';
import { asOfDate } from './as-of.ts';
import { writeTextFile } from './write-file.ts';

interface ConvertOptions extends CommonOptions {
  readonly to: SpellingName | 'json-rules' | 'dmn';
  readonly dmnVersion: WrittenVersion;
  readonly out?: string;
  readonly asOf?: string;
  readonly decision: readonly string[];
}

/** `plumbline convert FILE --to policy|yaml|json-rules|dmn`: prints the policy in another form, or writes it to `--out`. */
export async function convertCommand(path: string, options: ConvertOptions, terminal: Terminal): Promise<Status> {
  const { out, format } = options;
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): void => void found.push(one);
  const [file, another] = await readSourceFiles([path], report);
  if (another !== undefined) {
    reportTo(terminal, [diagnostic('one-file-expected', undefined, { path })]);
    return UNUSABLE;
  }
  const text = file && (await converted(file, options, report));
  const written = text !== undefined && out !== undefined ? await writeTextFile(out, text, report) : true;
  if (format === 'json') terminal.out(`${JSON.stringify({ text: text ?? null, diagnostics: diagnosticsJson(terminal, found) }, null, 2)}\n`);
  else {
    reportTo(terminal, found);
    if (text !== undefined && out === undefined) terminal.out(text);
  }
  return written ? statusOf(found) : UNUSABLE;
}

async function converted(file: SourceFile, { to, asOf, decision, dmnVersion }: ConvertOptions, report: Report): Promise<string | undefined> {
  if (to === 'json-rules') return rulesOf(file.path, asOf, decision, report);
  return to === 'dmn' ? convertToDmn(file.path, dmnVersion, report) : convert(file, to, report);
}

async function rulesOf(path: string, asOf: string | undefined, decisions: readonly string[], report: Report): Promise<string | undefined> {
  const date = asOf === undefined ? undefined : asOfDate(asOf);
  if (asOf === undefined || date !== undefined) return convertToJsonRules(path, { asOf: date, decisions }, report);
  return void report(diagnostic('as-of-invalid', undefined, { given: asOf }));
}
