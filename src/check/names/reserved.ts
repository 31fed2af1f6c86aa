import { builtins } from '../../feel/functions/index.ts';

/** Words that FEEL and the policy dialect give a meaning of their own wherever a value can stand. */
const words: ReadonlySet<string> = new Set([
  'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'and', 'or', 'not',
  'true', 'false', 'null', 'function', 'as_of', 'manual', 'missing', 'item', 'partial',
]); // prettier-ignore

/** Whether a name cannot be declared, or bound as a variable. */
export function isReserved(name: string): boolean {
  return words.has(name);
}

/** Whether a name cannot be declared as a function: a call of it means FEEL's own. */
export function isReservedForCalls(name: string): boolean {
  return words.has(name) || builtins.has(name);
}
