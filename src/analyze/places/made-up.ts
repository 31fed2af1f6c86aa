import { builtins } from '../../feel/functions/index.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import type { Constant, Typed } from '../../model/expression.ts';
import type { NumberType, Type } from '../../model/type.ts';
import type { ComparisonOperator } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { spanText } from '../tables/span-text.ts';
import { placeless } from './conditions.ts';

const NUMBER: NumberType = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
const COUNT: Type = { ...NUMBER, unit: { kind: 'count' }, grain: decimalOf(1), allowed: { text: '>= 0', alternatives: [{ low: decimalOf(0), high: undefined, lowClosed: true, highClosed: false }] } };
const TEXT: Type = { kind: 'text', allowed: undefined };

/** A comparison, made up to be asked about. */
export function compares(left: Typed, operator: ComparisonOperator, right: Typed): Typed {
  return { kind: 'compare', operator, left, right, type: { kind: 'boolean' }, span: placeless(left.span) };
}

/** A number, made up to be compared with. */
export function number(value: number, { span }: Typed): Constant {
  return { kind: 'constant', value: decimalOf(value), type: NUMBER, span: textual(String(value), span) };
}

/** A text, made up to be compared with. */
export function text(value: string, { span }: Typed): Constant {
  return { kind: 'constant', value, type: TEXT, span: textual(JSON.stringify(value), span) };
}

/** How many items a list has. */
export function countOf(list: Typed): Typed {
  const source = sourceOf(list);
  if (source !== undefined) return countOf(source);
  const builtin = builtins.get('count');
  const [signature] = builtin?.signatures ?? [];
  if (builtin === undefined || signature === undefined) throw new Error('FEEL has `count`');
  return { kind: 'builtin', builtin, signature, arguments: [list], type: COUNT, span: textual(`count(${spanText(list.span)})`, list.span) };
}

/** The list of which another has one item for each. */
export function sourceOf(list: Typed): Typed | undefined {
  if (list.kind === 'path' && list.target.type.kind === 'list') return list.target;
  const [only, ...others] = list.kind === 'for' ? list.iterators : [];
  return only !== undefined && others.length === 0 && only.to === undefined && only.source.type.kind === 'list' ? only.source : undefined;
}

/** The place of a value that stands nowhere, with the text that it would have: whoever knows expressions by their texts knows it too. */
function textual(text: string, { file: { path } }: Span): Span {
  return { file: { path, text }, start: 0, end: text.length };
}
