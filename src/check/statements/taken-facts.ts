import { closest } from '../../diagnostics/closest.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, SharedFacts } from '../../model/policy.ts';
import type { Identifier } from '../../read/tree/expression.ts';
import type { TakenTree } from '../../read/tree/statement.ts';
import { problem, type Scope } from '../expressions/scope.ts';
import { importsOf, type Names } from '../names/names.ts';
import { namesThat } from '../names/suggest.ts';
import { findTarget, spanOf, writtenPath } from './fact-paths.ts';

/** The facts that are taken over: where two shared facts give one, the later. Names that are no shared facts are reported. */
export function takeOver(taken: readonly TakenTree[], scope: Scope): Map<Fact, Value> {
  const found = taken.flatMap(({ path }) => {
    const shared = findShared(path, scope.names);
    if (shared === undefined) reportNotShared(path, scope);
    return shared === undefined || shared === 'unreadable' ? [] : [...shared.givens];
  });
  return new Map(found);
}

/** The shared facts of a name: of the policy's own, or behind the name of an imported one. */
export function findShared(path: readonly Identifier[], names: Names): SharedFacts | 'unreadable' | undefined {
  const [first, ...rest] = path;
  const declared = first && names.use(first.name);
  switch (declared?.kind) {
    case 'unreadable':
      return 'unreadable';
    case 'facts':
      return rest.length === 0 ? declared.facts : undefined;
    case 'import':
      return declared.names === undefined ? 'unreadable' : findShared(rest, declared.names);
    default:
      return undefined;
  }
}

function reportNotShared(path: readonly Identifier[], scope: Scope): void {
  const name = writtenPath(path);
  const isFact = findTarget(path, scope.names) !== undefined;
  if (isFact) problem(scope, 'given-value-missing', spanOf(path), { path: name });
  else problem(scope, 'facts-unknown', spanOf(path), { name, suggestion: closest(name, sharedNames(scope.names)) });
}

function sharedNames(names: Names): readonly string[] {
  const sharedBy = (of: Names): readonly string[] => namesThat(of, (kind) => kind === 'facts');
  return [...sharedBy(names), ...importsOf(names).flatMap(([policy, imported]) => sharedBy(imported).map((name) => `${policy}.${name}`))];
}
