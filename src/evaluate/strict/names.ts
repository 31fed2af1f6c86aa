import { isContext } from '../../feel/functions/shapes.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Evaluate, Scope } from './scope.ts';

/** What an expression can name. */
export interface Names {
  /** Innermost first, as values are bound in the scope at run time. */
  readonly bound: Bound | undefined;
  /** What a model declares: inputs, decisions, functions, imported models. */
  readonly declared: (name: string) => Evaluate | undefined;
}

interface Bound {
  /** Undefined: the element of a filter, `item`, and its entries by their own names. */
  readonly name: string | undefined;
  readonly outer: Bound | undefined;
}

/** Names where nothing is bound yet. */
export function declaredNames(declared: Names['declared'] = () => undefined): Names {
  return { bound: undefined, declared };
}

export function withNames(names: Names, added: readonly string[]): Names {
  return { ...names, bound: added.reduce<Names['bound']>((outer, name) => ({ name, outer }), names.bound) };
}

export function withElement(names: Names): Names {
  return { ...names, bound: { name: undefined, outer: names.bound } };
}

/**
 * How to read a name. An entry of a filter's element comes before what is bound outside the filter; which entries there
 * are is known only at run time. Undefined: the name means nothing, whatever comes.
 */
export function readingOf({ bound, declared }: Names, name: string): Evaluate | undefined {
  const elements: Evaluate[] = [];
  let found: Evaluate | undefined;
  let depth = 0;
  for (let at = bound; at !== undefined && found === undefined; at = at.outer, depth += 1) {
    if (at.name === undefined) elements.push(valueAt(depth));
    if (at.name === name || (at.name === undefined && name === 'item')) found = valueAt(depth);
  }
  return elements.reduceRight<Evaluate | undefined>((outside, element) => entryOr(name, element, outside), found ?? declared(name));
}

/** The entry of that name of a filter's element, or what the name means outside the filter. */
function entryOr(name: string, element: Evaluate, outside: Evaluate | undefined): Evaluate {
  return (scope) => {
    const value = element(scope);
    const entry = isContext(value) ? value.get(name) : undefined;
    return entry ?? (outside === undefined || (entry === null && isContext(value)) ? null : outside(scope));
  };
}

/** Whether a name is bound where it stands, so that it does not mean a built-in function. */
export function isBound({ bound, declared }: Names, name: string): boolean {
  for (let at = bound; at !== undefined; at = at.outer) if (at.name === name) return true;
  return declared(name) !== undefined;
}

function valueAt(depth: number): Evaluate {
  return (scope) => {
    let found: Scope = scope;
    for (let left = depth; left > 0 && found.outer !== undefined; left -= 1) found = found.outer;
    return found.value satisfies Value;
  };
}
