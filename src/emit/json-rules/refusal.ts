import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { decimalsEqual, parseDecimal, plainText, type Decimal } from '../../feel/values/decimal.ts';
import type { Span } from '../../read/tree/span.ts';

/** Says that rule JSON has no place for something; gives undefined, as what could not be made. */
export type Refuse = (span: Span, what: string, why: Phrase, instead?: Phrase) => undefined;

export function refusing(report: Report): Refuse {
  return (span, what, why, instead = elsewhere) => void report(diagnostic('rules-cannot-say', span, { what, why, instead }));
}

const elsewhere: Phrase = { en: 'evaluate the policy itself, or give the table to the rules without this', zh: '直接用政策判定，或在转换前从表中去掉此项' };

/** A number as the double that is the same number. Undefined where there is none; that is reported, with the row that has it. */
export function exactDouble(value: Decimal, row: string, span: Span, report: Report): number | undefined {
  const text = plainText(value);
  const double = Number(text);
  const again = parseDecimal(String(double));
  if (again !== undefined && decimalsEqual(value, again)) return double;
  report(diagnostic('rules-number-inexact', span, { row, value: text, nearest: String(double) }));
  return undefined;
}
