import { closest } from '../../diagnostics/closest.ts';
import type { Fact, Input, Manual } from '../../model/policy.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { importsOf, type Names } from '../names/names.ts';
import { namesThat } from '../names/suggest.ts';

/** What a path of a test names: an input or a part of one, or a manual fact. */
export type Target =
  | { readonly kind: 'facts'; readonly input: Input; readonly keys: readonly string[] }
  | { readonly kind: 'manual'; readonly manual: Manual }
  | { readonly kind: 'unreadable' };

/** Finds `loan`, `loan.overdue_days`, `manual.M`, or any of them behind the name of an imported policy. */
export function findTarget(path: readonly Identifier[], names: Names): Target | undefined {
  const [first, ...rest] = path.map(({ name }) => name);
  if (first === undefined) return undefined;
  const declared = names.use(first);
  if (declared?.kind === 'import') return declared.names === undefined ? { kind: 'unreadable' } : findTarget(path.slice(1), declared.names);
  if (declared?.kind === 'unreadable') return { kind: 'unreadable' };
  if (declared?.kind === 'input') return isPart(declared.input, rest) ? { kind: 'facts', input: declared.input, keys: [first, ...rest] } : undefined;
  if (first === 'manual' && declared === undefined && rest.length === 1) {
    const manual = names.find(rest[0] ?? '');
    return manual?.kind === 'manual' || manual?.kind === 'unreadable' ? manual : undefined;
  }
  return undefined;
}

function isPart({ facts, name }: Input, keys: readonly string[]): boolean {
  return factsUnder(facts, [name, ...keys]).length > 0;
}

/** The leaves at or below a path. */
export function factsUnder(facts: readonly Fact[], keys: readonly string[]): readonly Fact[] {
  return facts.filter((fact) => keys.length <= fact.keys.length && keys.every((key, index) => fact.keys[index] === key));
}

/** Reports a path that names no fact, with the nearest that is one. */
export function reportUnknown(path: readonly Identifier[], scope: Scope): void {
  const written = writtenPath(path);
  problem(scope, 'given-unknown', spanOf(path), { path: written, suggestion: closest(written, pathsFor(scope.names)) });
}

/** Every path that a test of the policy can give. */
export function pathsFor(names: Names): readonly string[] {
  const own = pathsOf(names);
  return [...own, ...importsOf(names).flatMap(([policy, imported]) => pathsOf(imported).map((path) => `${policy}.${path}`))];
}

function pathsOf(names: Names): readonly string[] {
  return namesThat(names, (kind) => kind === 'input' || kind === 'manual').flatMap((name) => {
    const declared = names.find(name);
    if (declared?.kind === 'manual') return [declared.manual.fact.path];
    return declared?.kind === 'input' ? [name, ...declared.input.facts.map(({ path }) => path)] : [];
  });
}

export function spanOf(path: readonly Identifier[]): Span {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a path has names');
  return { ...first.span, end: last.span.end };
}

export function writtenPath(path: readonly Identifier[]): string {
  return path.map(({ name }) => name).join('.');
}
