/** What the ids of a policy's elements begin with. */
export type ElementKind = 'policy' | 'input' | 'decision' | 'function' | 'type' | 'source' | 'service';

/**
 * The id of an element in the model of a policy. It is made of the element's name and nothing else, so that a model
 * written again differs only where the policy does. Characters that XML allows in no id are written by their code.
 */
export function idOf(kind: ElementKind, name: string): string {
  return `${kind}_${idPart(name)}`;
}

/** A name as a part of an id. */
export function idPart(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]/gu, (character) => `_x${(character.codePointAt(0) ?? 0).toString(16)}_`);
}

/** The namespace that the model of a policy has, and by which others import it. */
export function namespaceOf(policy: string): string {
  return `urn:plumbline:policy:${encodeURIComponent(policy)}`;
}
