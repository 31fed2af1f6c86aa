import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticJson } from '../diagnostics/json.ts';
import { literalText } from '../feel/functions/feel-text.ts';
import type { FolderResult } from '../tck/run-folder.ts';
import { scoreByLevel, scoreOf, type Score } from '../tck/score.ts';
import { diagnosticsJson } from './report.ts';
import type { Terminal } from './terminal.ts';

/** What `plumbline tck --format json` prints: its fields are stable. Values are written as FEEL literals. */
export interface KitJson {
  readonly total: ScoreJson;
  readonly levels: readonly (ScoreJson & { readonly level: number | null })[];
  readonly folders: readonly FolderJson[];
  /** What is wrong with the test files. */
  readonly diagnostics: readonly DiagnosticJson[];
}

export interface ScoreJson {
  readonly passed: number;
  readonly total: number;
  /** Of the cases that expect some value, not only null. */
  readonly value_passed: number;
  readonly value_total: number;
  /** Cases that rest on what could not be read or is not supported. */
  readonly unsupported: number;
}

interface FolderJson extends ScoreJson {
  readonly folder: string;
  readonly level: number | null;
  readonly failures: readonly FailureJson[];
  /** What is wrong with the models. */
  readonly diagnostics: readonly DiagnosticJson[];
}

interface FailureJson {
  readonly case: string;
  readonly result: string;
  readonly expected: string;
  readonly actual: string;
  readonly diagnostics: readonly DiagnosticJson[];
}

export function kitJson(results: readonly FolderResult[], found: readonly Diagnostic[], terminal: Terminal): KitJson {
  return {
    total: scoreJson(scoreOf(results.flatMap(({ cases }) => cases))),
    levels: scoreByLevel(results).map(({ level, score }) => ({ level: level ?? null, ...scoreJson(score) })),
    folders: results.map((result) => folderJson(result, terminal)),
    diagnostics: diagnosticsJson(terminal, found),
  };
}

function folderJson({ folder, cases, diagnostics }: FolderResult, terminal: Terminal): FolderJson {
  const failures = cases.flatMap(({ test, results }) =>
    results
      .filter(({ passed }) => !passed)
      .map((result): FailureJson => ({
        case: test.id,
        result: result.expected.name,
        expected: literalText(result.expected.value),
        actual: literalText(result.actual),
        diagnostics: diagnosticsJson(terminal, result.diagnostics),
      })),
  );
  return { folder: folder.name, level: folder.level ?? null, ...scoreJson(scoreOf(cases)), failures, diagnostics: diagnosticsJson(terminal, diagnostics) };
}

export function scoreJson({ passed, total, valuePassed, valueTotal, unsupported }: Score): ScoreJson {
  return { passed, total, value_passed: valuePassed, value_total: valueTotal, unsupported };
}
