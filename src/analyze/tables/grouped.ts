/** Things that have the same key, together; groups in the order of their first, things in the order given. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string | number): readonly (readonly T[])[] {
  const groups = new Map<string | number, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}
