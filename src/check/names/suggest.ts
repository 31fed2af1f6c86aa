import { closest } from '../../diagnostics/closest.ts';
import type { Kind, Names } from './names.ts';
import { importsOf } from './names.ts';

/**
 * The name that was most likely meant by `name`: one that the policy declares and `fits`, one of `others`, or one of an
 * imported policy, spelled as `policy.name`.
 */
export function suggestion(name: string, names: Names, fits: (kind: Kind) => boolean, others: Iterable<string> = []): string | undefined {
  const own = namesThat(names, fits);
  const near = closest(name, [...others, ...own]);
  if (near !== undefined) return near;
  for (const [policy, imported] of importsOf(names)) {
    const theirs = closest(name, namesThat(imported, fits));
    if (theirs !== undefined) return `${policy}.${theirs}`;
  }
  return undefined;
}

export function namesThat(names: Names, fits: (kind: Kind) => boolean): readonly string[] {
  return names.all.filter((name) => {
    const kind = names.kindOf(name);
    return kind !== undefined && fits(kind);
  });
}

/** Whether what a name stands for can be read as a value. */
export function isValue(kind: Kind): boolean {
  return kind === 'input' || kind === 'manual' || kind === 'decision';
}
