import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result, Run, ToolComponent } from 'sarif';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../diagnostics/message.ts';
import { messageOf, remedyOf, severityOf } from '../../diagnostics/message.ts';
import { inOrder } from '../../diagnostics/order.ts';
import { lineText, locationOf, positionInText } from '../../diagnostics/position.ts';
import type { Code } from '../../diagnostics/registry.ts';
import { registry } from '../../diagnostics/registry.ts';
import type { Accepted } from '../../findings/settle.ts';
import type { Span } from '../../read/tree/span.ts';
import { pageTexts } from './pages.ts';

/**
 * What was found as a log of SARIF 2.1.0 (OASIS), for code scanning and for editors: rules with the texts of their pages
 * in both languages, what is accepted as suppressed, and fingerprints that stay when lines move.
 */
export function sarifLog(found: readonly Diagnostic[], accepted: readonly Accepted[], language: Language): Log {
  const acceptances = new Map(accepted.map(({ finding, acceptance }) => [finding, acceptance]));
  const all = inOrder([...found, ...acceptances.keys()]);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const fingerprint = fingerprints();
  const results = all.map((one): Result => {
    const acceptance = acceptances.get(one);
    return {
      ruleId: one.code,
      ruleIndex: codes.indexOf(one.code),
      level: levels[severityOf(one)],
      message: { text: `${messageOf(one, language)}\n${remedyOf(one, language)}` },
      ...(one.span === undefined ? {} : { locations: [{ physicalLocation: placeOf(one.span) }] }),
      ...(one.related.length === 0 ? {} : { relatedLocations: one.related.map(({ span, note }, id): Location => ({ id, message: { text: note[language] }, physicalLocation: placeOf(span) })) }),
      partialFingerprints: { 'plumbline/v1': fingerprint(one) },
      ...(acceptance === undefined
        ? {}
        : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: acceptance.reason, location: { physicalLocation: placeOf(acceptance.span) } }] }),
      properties: { message: { en: messageOf(one, 'en'), zh: messageOf(one, 'zh') }, ...(one.example === undefined ? {} : { test: one.example }) },
    };
  });
  const run: Run = {
    tool: { driver: component('en', codes) },
    translations: [{ ...component('zh', codes), contents: ['localizedData'], associatedComponent: { name: NAME } }],
    language: tags[language],
    columnKind: 'utf16CodeUnits',
    results,
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

const NAME = 'Plumbline';
const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' };
const tags: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' };

/** The rules that the results name, in one language. */
function component(language: Language, codes: readonly Code[]): ToolComponent {
  return {
    name: NAME,
    fullName: '准绳 Plumbline',
    version: packageJson.version,
    language: tags[language],
    rules: codes.map((code): ReportingDescriptor => {
      const texts = pageTexts(code)?.[language];
      return {
        id: code,
        defaultConfiguration: { level: levels[registry[code].severity] },
        ...(texts === undefined ? {} : { shortDescription: { text: texts.short }, fullDescription: { text: texts.full }, help: { text: texts.help, markdown: texts.help } }),
        properties: { page: `docs/diagnostics/${code}.md` },
      };
    }),
  };
}

function placeOf(span: Span): PhysicalLocation {
  const { file, start, end } = locationOf(span);
  const uri = isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri, ...(isAbsolute(file) ? {} : { uriBaseId: 'SRCROOT' }) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** What a result is known by in the next run: its code, its file, what its line says, and which of several alike it is. */
function fingerprints(): (found: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, span }) => {
    const line = span === undefined ? '' : lineText(span.file, positionInText(span.file, span.start).line).trim();
    const key = JSON.stringify([code, span?.file.path ?? '', line]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}${count}`).digest('hex');
  };
}
