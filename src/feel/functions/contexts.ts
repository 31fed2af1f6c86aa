import type { Type } from '../../model/type.ts';
import { feelError } from '../values/error.ts';
import type { Context, Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { badArgument, builtin, required, taking } from './declare.ts';
import { anything, context, listOfEach, text } from './kinds.ts';
import { ANY, TEXT, always, listOf } from './result-types.ts';
import { isContext, isList } from './shapes.ts';

const ENTRY: Type = {
  kind: 'record',
  name: undefined,
  fields: new Map([
    ['key', { type: TEXT, optional: false, label: undefined }],
    ['value', { type: ANY, optional: false, label: undefined }],
  ]),
};

/** Throws FeelError `no-such-entry` for a key that is not there, which FEEL's null would not tell from one that holds null. */
const getValue = builtin(
  'get value',
  taking([required('m', context), required('key', text)], always(ANY), (from, key) => {
    const value = from.get(key);
    if (value === undefined) throw feelError('no-such-entry', { name: key, found: 'context' });
    return value;
  }),
);

const getEntries = builtin(
  'get entries',
  taking([required('m', context)], always(listOf(ENTRY)), (from) =>
    Array.from(from, ([key, value]): Context => new Map<string, Value>([['key', key], ['value', value]])),
  ),
);

const entries: Kind<readonly (readonly [string, Value])[]> = listOfEach(
  {
    type: ENTRY,
    expected: { en: 'an entry', zh: '条目' },
    take: (value) => {
      const entry = context.take(value);
      const key = entry?.get('key');
      const held = entry?.get('value');
      return typeof key === 'string' && held !== undefined ? [key, held] : undefined;
    },
  },
  { en: 'a list of contexts, each with a text `key` and a `value`', zh: '由上下文构成的列表，每个都含文本 `key` 与 `value`' },
);

/** A context of entries with a `key` and a `value` each. Throws FeelError `bad-argument` for a key that comes twice. */
const contextOf = builtin(
  'context',
  taking([required('entries', entries)], always(ANY), (given) => {
    const made = new Map<string, Value>();
    for (const [key, value] of given) {
      if (made.has(key)) throw badArgument('context', 'entries', { en: 'entries of which no two have the same key', zh: '键互不相同的条目' }, key);
      made.set(key, value);
    }
    return made;
  }),
);

/** Calls with positions cannot tell the two forms apart, so either takes a key or a list of them. */
const keyOrKeys: Kind<readonly string[]> = {
  type: ANY,
  expected: { en: 'a text, or a list of texts that is not empty', zh: '文本，或非空的文本列表' },
  take: (value) => {
    const keys = isList(value) ? value : [value];
    return keys.length > 0 && keys.every((key) => typeof key === 'string') ? keys : undefined;
  },
};

/** Sets the entry of a key, or the one that a list of keys leads to, through contexts within contexts. */
const contextPut = builtin('context put', ...['key', 'keys'].map(putting));

function putting(second: string): ReturnType<typeof taking> {
  return taking([required('context', context), required(second, keyOrKeys), required('value', anything)], always(ANY), (into, keys, value) => put(into, keys, 0, value));
}

function put(into: Context, keys: readonly string[], depth: number, value: Value): Context {
  const key = keys[depth] ?? '';
  return new Map(into).set(key, depth === keys.length - 1 ? value : put(innerContext(into.get(key), key), keys, depth + 1, value));
}

function innerContext(held: Value | undefined, key: string): Context {
  if (held !== undefined && isContext(held)) return held;
  throw badArgument('context put', 'keys', { en: 'keys that lead through contexts within contexts', zh: '逐层指向内层上下文的键' }, key);
}

/** All entries of all contexts; where a key comes twice, the later one's. */
const contextMerge = builtin(
  'context merge',
  taking([required('contexts', listOfEach(context, { en: 'a list of contexts', zh: '由上下文构成的列表' }))], always(ANY), (contexts) => new Map(contexts.flatMap((one) => [...one]))),
);

/** FEEL's functions of contexts (DMN 1.5, clause 10.3.4.10). */
export const contextBuiltins: readonly Builtin[] = [getValue, getEntries, contextOf, contextPut, contextMerge];
