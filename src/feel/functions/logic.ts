import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { badArgument, builtin, required, taking, takingMore } from './declare.ts';
import { anything, flag, list } from './kinds.ts';
import { BOOLEAN, always } from './result-types.ts';

const not = builtin(
  'not',
  taking([required('negand', flag)], always(BOOLEAN), (negand) => !negand),
);

/** False if any item is false, true if all are true; true of an empty list. */
const all = deciding('all', false);

/** True if any item is true, false if all are false; false of an empty list. */
const any = deciding('any', true);

/** One item settles the answer, whatever else is there, even null; without it, every item must be the opposite. */
function deciding(name: string, settling: boolean): Builtin {
  const decide = (items: readonly Value[]): boolean => {
    if (items.includes(settling)) return settling;
    const stranger = items.find((item) => item !== !settling);
    if (stranger !== undefined) throw badArgument(name, 'list', { en: 'a list of true and false', zh: '由 true 和 false 构成的列表' }, stranger);
    return !settling;
  };
  return builtin(name, taking([required('list', list)], always(BOOLEAN), decide), takingMore([], required('b', anything), always(BOOLEAN), decide));
}

/** FEEL's functions of booleans (DMN 1.5, clauses 10.3.4.2 and 10.3.4.4). */
export const logicBuiltins: readonly Builtin[] = [not, all, any];
