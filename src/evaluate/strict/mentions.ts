/** Whether a part of a syntax tree, or anything inside it, is such a node. */
export function mentions(part: unknown, isWanted: (node: { readonly kind?: unknown; readonly name?: unknown }) => boolean): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (Array.isArray(part)) return part.some((item) => mentions(item, isWanted));
  if (isWanted(part)) return true;
  return Object.entries(part).some(([key, child]) => key !== 'span' && mentions(child, isWanted));
}
