import type { Span } from '../read/tree/span.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Language } from './message.ts';
import { messageOf, remedyOf, severityOf } from './message.ts';
import { locationOf } from './position.ts';

/** A place as JSON. Lines and columns count from 1, columns in UTF-16 units; the end is just after the last character. */
export interface PlaceJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

/** A diagnostic as JSON, for machines: the fields are stable. Those of the place are null where there is none. */
export interface DiagnosticJson extends Nullable<PlaceJson> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly related: readonly (PlaceJson & { readonly note: string })[];
  /** A case that shows the problem, as the text of a `test`; null where there is none. */
  readonly test: string | null;
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

const nowhere = { file: null, line: null, column: null, end_line: null, end_column: null };

export function diagnosticToJson(found: Diagnostic, language: Language): DiagnosticJson {
  return {
    code: found.code,
    severity: severityOf(found),
    message: messageOf(found, language),
    remedy: remedyOf(found, language),
    ...(found.span === undefined ? nowhere : placeJson(found.span)),
    related: found.related.map(({ span, note }) => ({ ...placeJson(span), note: note[language] })),
    test: found.example ?? null,
  };
}

function placeJson(span: Span): PlaceJson {
  const { file, start, end } = locationOf(span);
  return { file, line: start.line, column: start.column, end_line: end.line, end_column: end.column };
}
