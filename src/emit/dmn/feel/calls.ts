import type { BuiltinCall, FunctionCall, Typed } from '../../../model/expression.ts';
import type { Type } from '../../../model/type.ts';
import type { Vocabulary } from '../../../feel/values/enum.ts';
import { feelOf } from './expression.ts';
import { extremeText } from './order.ts';
import { call, closed, listed, type Feel } from './pieces.ts';
import { neededText, qualified, type Writing } from './writing.ts';

/** Functions for which members of an enum are as good as the strings that they become. */
const indifferentToOrder: ReadonlySet<string> = new Set([
  'list contains', 'count', 'index of', 'distinct values', 'union', 'concatenate', 'append', 'insert before', 'remove', 'reverse', 'sublist', 'flatten', 'list replace',
  'string', 'is', 'get value', 'get entries', 'context', 'context put', 'context merge', 'sort', 'not',
]); // prettier-ignore

/** A call of a function of FEEL's own, or of the policy dialect's `worst` and `best`. */
export function builtinText(node: BuiltinCall, writing: Writing): Feel {
  const { builtin, signature, span } = node;
  const given = node.arguments.map((argument) => argument && feelOf(argument, writing));
  const vocabulary = vocabularyIn(node.arguments);
  const end = vocabulary && endOf(builtin.name, vocabulary);
  if (vocabulary !== undefined && end !== undefined) return extremeText(vocabulary, end, listOf(node.arguments, writing));
  if (vocabulary !== undefined && !indifferentToOrder.has(builtin.name)) {
    writing.refuse(span, builtin.name, { en: 'to FEEL the members of an enum are strings', zh: '对 FEEL 而言，枚举成员只是字符串' });
  }
  const gap = given.indexOf(undefined);
  const isPositional = gap === -1 || given.slice(gap).every((value) => value === undefined);
  if (isPositional) return call(builtin.name, ...given.filter((value) => value !== undefined));
  const named = given.flatMap((value, index) => (value === undefined ? [] : [`${signature.parameters[index]?.name ?? ''}: ${value.text}`]));
  return closed(`${builtin.name}(${named.join(', ')})`);
}

/** A call of a function of a policy. What the function reads beyond its parameters is handed to it. */
export function functionText(node: FunctionCall, writing: Writing): Feel {
  const given = node.arguments.map((argument) => feelOf(argument, writing));
  const around = writing.needs.around(node.function).map((needed) => closed(neededText(needed, writing)));
  return closed(`${qualified(writing, node.function.policy, node.function.name)}(${listed([...given, ...around])})`);
}

/** Which end of the declaration a function looks for. */
function endOf(name: string, { order }: Vocabulary): 'first' | 'last' | undefined {
  if (name === 'min') return 'first';
  if (name === 'max') return 'last';
  if (name !== 'worst' && name !== 'best') return undefined;
  return (name === 'worst') === (order === 'worst first') ? 'first' : 'last';
}

function listOf(given: BuiltinCall['arguments'], writing: Writing): Feel {
  const values = given.filter((value) => value !== undefined);
  const [only] = values;
  if (only !== undefined && values.length === 1 && only.type.kind === 'list') return feelOf(only, writing);
  return closed(`[${listed(values.map((value) => feelOf(value, writing)))}]`);
}

function vocabularyIn(given: readonly (Typed | undefined)[]): Vocabulary | undefined {
  return given.flatMap((argument) => vocabularyOf(argument?.type) ?? [])[0];
}

function vocabularyOf(type: Type | undefined): Vocabulary | undefined {
  if (type?.kind === 'enum') return type.vocabulary;
  return type?.kind === 'list' ? vocabularyOf(type.item) : undefined;
}
