import { NameScope, type NamesInScope } from '../../../grammar/name-scope.ts';
import { builtins } from '../../feel/functions/index.ts';

/** FEEL's functions of several words, such as `string length(…)`, which both dialects can call. */
const functions = new NameScope(builtins.keys(), undefined, true);

/** Properties of times and ranges of several words. */
const properties = new NameScope(['time offset', 'start included', 'end included']);

/** FEEL's types of several words. */
const typeNames = new NameScope(['date and time', 'days and time duration', 'years and months duration']);

/** What both dialects can name without a declaration. */
export const builtinNames: NamesInScope = { names: functions, members: properties, types: typeNames };

/** The same and these names. `members` can stand after a dot, or in a filter by themselves; `types` are names of types. */
export function withNames(names: Iterable<string>, members: Iterable<string> = [], types: Iterable<string> = []): NamesInScope {
  return { names: new NameScope(names, functions), members: new NameScope(members, properties), types: new NameScope(types, typeNames) };
}
