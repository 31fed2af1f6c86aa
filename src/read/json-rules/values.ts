import { isScalar, type ParsedNode } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { decimalsEqual, parseDecimal, parseExactDecimal, plainText } from '../../feel/values/decimal.ts';
import { parseDate } from '../../feel/values/temporal.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import type { Expression } from '../tree/expression.ts';
import { scalarName, spanOfNode, written } from '../yaml/nodes.ts';
import type { ValueKind } from './document.ts';

/** A value that a rule compares with or gives, as the literal that a policy writes for its kind. Undefined where it is of another kind; that is reported. */
export function readValue(file: SourceFile, node: ParsedNode, kind: ValueKind, report: Report): Expression | undefined {
  const span = spanOfNode(file, node);
  const literal = literalOf(node, kind, span);
  if (literal === undefined || 'en' in literal) {
    const { en, zh } = kindWords[kind];
    const what = literal ?? { en: `is no ${en}`, zh: `不是${zh}` };
    const instead = literal === undefined ? { en: `write a ${en}${examples[kind]}`, zh: `写成${zh}${examples[kind]}` } : fewerDigits;
    report(diagnostic('rule-value-unsupported', span, { written: shortened(written(file, node)), what, instead }));
    return undefined;
  }
  return literal;
}

/** What kind of value a JSON value is by itself. Undefined for null, lists and objects. */
export function kindOf(node: ParsedNode): 'number' | 'boolean' | 'text' | undefined {
  if (!isScalar(node)) return undefined;
  if (node.type !== 'PLAIN') return 'text';
  const text = scalarName(node);
  if (text === 'true' || text === 'false') return 'boolean';
  return text === 'null' ? undefined : 'number';
}

function literalOf(node: ParsedNode, kind: ValueKind, span: Span): Expression | Phrase | undefined {
  if (!isScalar(node)) return undefined;
  const text = scalarName(node);
  switch (kind) {
    case 'number':
      return kindOf(node) === 'number' ? numberLiteral(text, span) : undefined;
    case 'boolean':
      return kindOf(node) === 'boolean' ? { kind, value: text === 'true', span } : undefined;
    case 'text':
      return kindOf(node) === 'text' ? { kind: 'string', value: text, span } : undefined;
    case 'date':
      return kindOf(node) === 'text' && parseDate(text) !== undefined ? { kind, text, span } : undefined;
    case 'enum':
      return kindOf(node) === 'text' ? { kind: 'name', name: text, span } : undefined;
  }
}

/** The engine computes with doubles: a number that becomes another one would not mean here what it means there. */
function numberLiteral(text: string, span: Span): Expression | Phrase {
  const exact = parseExactDecimal(text);
  const double = Number(text);
  const nearest = parseDecimal(String(double));
  if (exact === undefined || nearest === undefined || !decimalsEqual(exact, nearest)) {
    return { en: `is not kept by double precision, in which it becomes ${double}`, zh: `超出双精度，会变成 ${double}` };
  }
  const plain = plainText(exact);
  const literal: Expression = { kind: 'number', text: plain.replace('-', ''), span };
  return plain.startsWith('-') ? { kind: 'negation', operand: literal, span } : literal;
}

const fewerDigits: Phrase = { en: 'write a number of at most 15 digits', zh: '写成不超过 15 位的数字' };

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

const kindWords: Readonly<Record<ValueKind, Phrase>> = {
  number: { en: 'number', zh: '数字' },
  boolean: { en: 'boolean', zh: '布尔值' },
  text: { en: 'text', zh: '文字' },
  date: { en: 'date', zh: '日期' },
  enum: { en: 'member of an enum', zh: '枚举成员' },
};
const examples: Readonly<Record<ValueKind, string>> = { number: '', boolean: ' (`true`, `false`)', text: '', date: ' (`"2024-01-31"`)', enum: '' };
