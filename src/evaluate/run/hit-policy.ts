import { addValues } from '../../feel/values/arithmetic.ts';
import { compare } from '../../feel/values/compare.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Output, Table } from '../../model/policy.ts';
import { isContext } from '../../feel/functions/shapes.ts';
import { allSame, sameValue } from './same-value.ts';

/** What the outputs of the rows that matched come to. `kept` are their places among these that made the outcome. */
export type Combined =
  | { readonly kind: 'value'; readonly value: Value; readonly kept: readonly number[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'disagree' };

/**
 * Combines outputs, in row order, as the table's hit policy says (DMN 1.5, clause 8.2.11). Where no row matched, policies
 * that give a list give an empty one, a count and a sum of numbers are 0, and every other policy has no outcome: there is
 * no least of nothing, and null decides nothing. Throws FeelError where outputs cannot be added or ordered.
 */
export function combine(table: Table, outputs: readonly Value[]): Combined {
  const all = outputs.map((_, place) => place);
  const [first] = outputs;
  switch (table.hitPolicy) {
    case 'rule order':
    case 'collect':
      return { kind: 'value', value: outputs, kept: all };
    case 'output order': {
      const order = priorityOf(table);
      return { kind: 'value', value: [...outputs].sort(order), kept: all };
    }
    case 'collect count':
      return { kind: 'value', value: decimalOf(outputs.length), kept: all };
    case 'collect sum':
      if (first === undefined) return table.outputs[0]?.type.kind === 'number' ? { kind: 'value', value: decimalOf(0), kept: [] } : { kind: 'nothing' };
      return { kind: 'value', value: placed(table, () => outputs.slice(1).reduce(addValues, first)), kept: all };
    case 'collect min':
      return extreme(table, outputs, -1);
    case 'collect max':
      return extreme(table, outputs, 1);
    case 'priority': {
      if (first === undefined) return { kind: 'nothing' };
      const value = [...outputs].sort(priorityOf(table))[0] ?? first;
      return { kind: 'value', value, kept: placesOf(value, outputs) };
    }
    case 'unique':
    case 'first':
    case 'any':
      if (first === undefined) return { kind: 'nothing' };
      return allSame(outputs) ? { kind: 'value', value: first, kept: all } : { kind: 'disagree' };
  }
}

function extreme(table: Table, outputs: readonly Value[], direction: 1 | -1): Combined {
  const [first, ...others] = outputs;
  if (first === undefined) return { kind: 'nothing' };
  const value = placed(table, () => others.reduce((best, other) => (direction * compare(other, best) > 0 ? other : best), first));
  return { kind: 'value', value, kept: placesOf(value, outputs) };
}

function placesOf(value: Value, outputs: readonly Value[]): readonly number[] {
  return outputs.flatMap((output, place) => (sameValue(output, value) ? [place] : []));
}

function placed<T>(table: Table, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw error instanceof FeelError ? error.at(table.span) : error;
  }
}

/** Orders the outcomes of a table whose hit policy ranks them: the one that wins first; several outputs count from the left. */
export function priorityOf({ outputs, preference }: Table): (a: Value, b: Value) => number {
  const ranks = outputs.map((output) => rankIn(output, preference));
  const [single] = ranks;
  if (ranks.length === 1 && single !== undefined) return (a, b) => single(a) - single(b);
  return (a, b) => {
    for (const [index, { name }] of outputs.entries()) {
      const difference = (ranks[index]?.(entryOf(a, name)) ?? 0) - (ranks[index]?.(entryOf(b, name)) ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function entryOf(value: Value, name: string): Value {
  return isContext(value) ? (value.get(name) ?? null) : value;
}

/**
 * The place of a value in an output's order of priority, from 0: the order in which the enum declares its members, or from
 * its worst or best member as the table prefers; for other types, the order in which the type lists its values.
 */
function rankIn({ type }: Output, preference: Table['preference']): (value: Value) => number {
  if (type.kind === 'enum') {
    const { order, members } = type.vocabulary;
    const reversed = preference !== undefined && (preference === 'worst first') !== (order === 'worst first');
    return (value) => (value instanceof EnumMember ? (reversed ? members.length - 1 - value.rank : value.rank) : members.length);
  }
  const listed = 'allowed' in type && type.allowed !== undefined ? type.allowed.alternatives.map(({ low }) => low) : [];
  return (value) => {
    const place = listed.findIndex((each) => each !== undefined && sameValue(each, value));
    return place < 0 ? listed.length : place;
  };
}
