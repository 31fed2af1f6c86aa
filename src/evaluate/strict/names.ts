import { isContext } from '../../feel/functions/shapes.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Evaluate, Scope } from './scope.ts';

type Binding =
  | { readonly kind: 'name'; readonly name: string }
  /** The element of a filter: `item`, and its entries by their own names. */
  | { readonly kind: 'element' };

/** What an expression can name. Bindings stand innermost first, as they do in the scope at run time. */
export interface Names {
  readonly bound: readonly Binding[];
  /** What a model declares: inputs, decisions, functions, imported models. */
  readonly declared: (name: string) => Evaluate | undefined;
}

export function withNames(names: Names, added: readonly string[]): Names {
  return { ...names, bound: [...added.map((name): Binding => ({ kind: 'name', name })).reverse(), ...names.bound] };
}

export function withElement(names: Names): Names {
  return { ...names, bound: [{ kind: 'element' }, ...names.bound] };
}

/**
 * How to read a name. An entry of a filter's element comes before what is bound outside the filter; which entries there
 * are is known only at run time. Undefined: the name means nothing, whatever comes.
 */
export function readingOf({ bound, declared }: Names, name: string): Evaluate | undefined {
  return reading(0);

  function reading(depth: number): Evaluate | undefined {
    const binding = bound[depth];
    if (binding === undefined) return declared(name);
    if (binding.kind === 'name') return binding.name === name ? valueAt(depth) : reading(depth + 1);
    const element = valueAt(depth);
    const outside = name === 'item' ? element : reading(depth + 1);
    return (scope) => {
      const value = element(scope);
      const entry = isContext(value) ? value.get(name) : undefined;
      return entry ?? (outside === undefined || (entry === null && isContext(value)) ? null : outside(scope));
    };
  }
}

/** Whether a name is bound where it stands, so that it does not mean a built-in function. */
export function isBound({ bound, declared }: Names, name: string): boolean {
  return bound.some((binding) => binding.kind === 'name' && binding.name === name) || declared(name) !== undefined;
}

function valueAt(depth: number): Evaluate {
  return (scope) => {
    let found: Scope = scope;
    for (let left = depth; left > 0 && found.outer !== undefined; left -= 1) found = found.outer;
    return found.value satisfies Value;
  };
}
