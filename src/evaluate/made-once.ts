/** What a function makes of an object, made once for each: for objects that never change and that many answers share. */
export function madeOnce<T extends object, R>(make: (shared: T) => R): (shared: T) => R {
  const known = new WeakMap<T, { readonly made: R }>();
  return (shared) => {
    const ready = known.get(shared);
    if (ready !== undefined) return ready.made;
    const made = make(shared);
    known.set(shared, { made });
    return made;
  };
}

/** The same for texts, as UTF-8. */
export function writtenOnce<T extends object>(write: (shared: T) => string): (shared: T) => Uint8Array {
  return madeOnce((shared) => Buffer.from(write(shared)));
}
