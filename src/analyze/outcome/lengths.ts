import { equal } from '../../feel/values/compare.ts';
import { Decimal, decimalOf } from '../../feel/values/decimal.ts';
import type { Loop, Typed } from '../../model/expression.ts';
import type { Decision, FunctionModel } from '../../model/policy.ts';
import { sourceOf } from '../places/made-up.ts';
import { excludes, isSameExpression, type Guard } from './guards.ts';

/** What is known where a list stands. */
export interface Known {
  readonly guards: readonly Guard[];
  /** The loops around, the innermost last. */
  readonly loops: readonly Loop[];
}

const NOTHING: Known = { guards: [], loops: [] };
/** So deep are decisions and functions followed. */
const DEEPEST = 20;

/** How many items a list has at least, 0 to 2, as far as the way in which it is made tells. */
export function leastItems(list: Typed, known: Known, depth = 0): number {
  if (depth > DEEPEST) return 0;
  const of = (node: Typed): number => leastItems(node, known, depth + 1);
  return Math.max(guarded(list, known), made(list, known, of, depth));
}

function made(list: Typed, known: Known, of: (node: Typed) => number, depth: number): number {
  const source = sourceOf(list);
  if (source !== undefined) return of(source);
  switch (list.kind) {
    case 'list':
      return list.items.length;
    case 'if':
      return Math.min(of(list.then), of(list.otherwise));
    // A range of numbers that is gone through has at least its first.
    case 'for':
      return list.iterators.every((iterator) => iterator.to !== undefined || of(iterator.source) > 0) ? 1 : 0;
    case 'builtin': {
      const parts = list.arguments.filter((part) => part !== undefined).map((part) => (part.type.kind === 'list' ? of(part) : 0));
      return byBuiltin(list.builtin.name, parts);
    }
    case 'call':
      return resultOf(list.function, depth);
    case 'decision':
      return list.decision.exceptions.length > 0 ? 0 : resultOf(list.decision, depth);
    case 'variable':
      return isLaterTurn(list.name, known) ? 1 : 0;
    default:
      return 0;
  }
}

function byBuiltin(name: string, parts: readonly number[]): number {
  const [first = 0] = parts;
  switch (name) {
    case 'concatenate':
      return parts.reduce((sum, part) => sum + part, 0);
    case 'union':
    case 'distinct values':
      return Math.min(1, Math.max(0, ...parts));
    case 'reverse':
    case 'sort':
      return first;
    case 'append':
      return first + 1;
    default:
      return 0;
  }
}

/** What a function or decision gives, whatever it is given. */
function resultOf({ bodies }: FunctionModel | Decision, depth: number): number {
  const least = bodies.map((body) => (body.kind === 'expression' ? leastItems(body.expression, NOTHING, depth + 1) : 0));
  return least.length === 0 ? 0 : Math.min(...least);
}

/** `partial` has items in every turn of its loop but the first, and a guard says that this is not the first: a turn beyond or before its number is another. */
function isLaterTurn(name: string, { guards, loops }: Known): boolean {
  const [turns, ...others] = loops.at(-1)?.iterators ?? [];
  if (name !== 'partial' || turns?.to === undefined || others.length > 0) return false;
  const { source } = turns;
  if (source.kind !== 'constant') return false;
  return guards.some(({ left, operator, right }) => left.kind === 'variable' && left.name === turns.variable && (operator === '!=' || operator === '>' || operator === '<') && source.value instanceof Decimal && equal(right, source.value));
}

/** What guards of the form `count(list) > 0` say about it. */
function guarded(list: Typed, { guards }: Known): number {
  const about = guards.filter(({ left }) => left.kind === 'builtin' && left.builtin.name === 'count' && left.arguments[0] !== undefined && isSameExpression(left.arguments[0], list));
  const excluded = [0, 1].map((length) => about.some((guard) => excludes(guard, decimalOf(length))));
  const first = excluded.indexOf(false);
  return first === -1 ? excluded.length : first;
}
