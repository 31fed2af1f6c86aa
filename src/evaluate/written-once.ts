/** The same function, which is asked once for each object: for objects that never change and that many answers share. */
export function writtenOnce<T extends object>(write: (shared: T) => string): (shared: T) => string {
  const texts = new WeakMap<T, string>();
  return (shared) => {
    const known = texts.get(shared);
    if (known !== undefined) return known;
    const text = write(shared);
    texts.set(shared, text);
    return text;
  };
}
