import { closest } from '../../diagnostics/closest.ts';
import type { Declared, Names } from './names.ts';
import { importsOf } from './names.ts';

/**
 * The name that was most likely meant by `name`: one that the policy declares and `fits`, one of `others`, or one of an
 * imported policy, spelled as `policy.name`.
 */
export function suggestion(name: string, names: Names, fits: (declared: Declared) => boolean, others: Iterable<string> = []): string | undefined {
  const own = namesThat(names, fits);
  const near = closest(name, [...others, ...own]);
  if (near !== undefined) return near;
  for (const [policy, imported] of importsOf(names)) {
    const theirs = closest(name, namesThat(imported, fits));
    if (theirs !== undefined) return `${policy}.${theirs}`;
  }
  return undefined;
}

export function namesThat(names: Names, fits: (declared: Declared) => boolean): readonly string[] {
  return names.all.filter((name) => {
    const declared = names.find(name);
    return declared !== undefined && declared.kind !== 'unreadable' && fits(declared);
  });
}

/** Whether a declaration can be read as a value. */
export function isValue({ kind }: Declared): boolean {
  return kind === 'input' || kind === 'manual' || kind === 'decision';
}
