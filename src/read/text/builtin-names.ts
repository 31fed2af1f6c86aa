import { NameScope } from '../../../grammar/name-scope.ts';
import { builtins } from '../../feel/functions/index.ts';

/** FEEL's functions of several words, such as `string length(…)`, which both dialects can call. */
export const builtinNames = new NameScope(builtins.keys(), undefined, true);
