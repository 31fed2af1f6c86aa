import type { Decimal } from '../src/feel/values/decimal.ts';
import { parseDecimal } from '../src/feel/values/decimal.ts';
import { FeelError } from '../src/feel/values/error.ts';
import type { Value } from '../src/feel/values/value.ts';
import type { BuiltinSignature } from '../src/feel/functions/builtin.ts';
import { builtins } from '../src/feel/functions/index.ts';
import { literalText } from '../src/feel/functions/feel-text.ts';

/** A value spelled in JavaScript: numbers become decimals, objects contexts. What is a FEEL value already stays. */
export type Plain = number | Value | readonly Plain[] | { readonly [key: string]: Plain };

export function feel(plain: Plain): Value {
  if (typeof plain === 'number') return decimal(String(plain));
  if (Array.isArray(plain)) return plain.map(feel);
  if (plain !== null && typeof plain === 'object' && Object.getPrototypeOf(plain) === Object.prototype) {
    return new Map(Object.entries(plain).map(([key, entry]: [string, Plain]) => [key, feel(entry)]));
  }
  // Nothing of JavaScript's own is left.
  return plain as Value;
}

export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

/** Calls a built-in by position, with the signature that takes so many arguments. */
export function call(name: string, ...args: readonly Plain[]): Value {
  return signatureFor(name, args.length).call(args.map(feel));
}

/** Calls a built-in by the names of its parameters. */
export function callNamed(name: string, args: Readonly<Record<string, Plain>>): Value {
  const names = Object.keys(args);
  const signature = signaturesOf(name).find(({ parameters }) => names.every((one) => parameters.some((parameter) => parameter.name === one)));
  if (signature === undefined) throw new Error(`${name} has no parameters ${names.join(', ')}`);
  return signature.call(signature.parameters.map((parameter) => (Object.hasOwn(args, parameter.name) ? feel(args[parameter.name] ?? null) : undefined)));
}

export function signatureFor(name: string, count: number): BuiltinSignature {
  const found = signaturesOf(name).find(({ parameters, variadic }) => count >= parameters.filter(({ optional }) => !optional).length && (variadic || count <= parameters.length));
  if (found === undefined) throw new Error(`${name} does not take ${count} arguments`);
  return found;
}

function signaturesOf(name: string): readonly BuiltinSignature[] {
  const found = builtins.get(name);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return found.signatures;
}

/** The result of a call as FEEL would write it, or the code of its error. */
export function outcome(run: () => Value): string {
  try {
    return literalText(run());
  } catch (error) {
    if (error instanceof FeelError) return error.diagnostic.code;
    throw error;
  }
}

/** A table of calls with their outcomes, each with a title such as `substring("foobar", 3) is "obar"`. */
export function examples(table: readonly (readonly [name: string, args: readonly Plain[], expected: string])[]): readonly { title: string; run: () => Value; expected: string }[] {
  return table.map(([name, args, expected]) => ({
    title: `${name}(${args.map((argument) => literalText(feel(argument))).join(', ')}) is ${expected}`,
    run: () => call(name, ...args),
    expected,
  }));
}
