import { childrenOf } from '../elements.ts';
import { graphElements } from '../declared.ts';
import type { XmlElement } from '../xml/element.ts';
import { digestsOf } from './digest.ts';
import { contentOf, type Carried, type CarriedElement } from './extensions.ts';

/** What has been done to a model since it was made of its policy. */
export type Change =
  | { readonly kind: 'changed' | 'added'; readonly element: XmlElement }
  | { readonly kind: 'removed'; readonly id: string }
  /** Only rows of its tables. Those that are as they were, by their ids. */
  | { readonly kind: 'rows'; readonly element: XmlElement; readonly of: CarriedElement; readonly unchanged: ReadonlySet<string> }
  /** Only the literal expression that it comes to. */
  | { readonly kind: 'expression'; readonly element: XmlElement; readonly of: CarriedElement };

/** Elements that are made of a policy's statements. */
const compared: ReadonlySet<string> = new Set(['itemDefinition', 'knowledgeSource', ...graphElements]);

export function changesIn(root: XmlElement, { elements }: Carried): readonly Change[] {
  const present = new Set<string>();
  const changes: Change[] = [];
  for (const element of childrenOf(root).filter(({ name }) => compared.has(name))) {
    const id = element.attributes.get('id')?.text ?? '';
    const before = elements.get(id);
    present.add(id);
    const change = before === undefined ? ({ kind: 'added', element } as const) : changeOf(element, before);
    if (change !== undefined) changes.push(change);
  }
  const removed = [...elements.keys()].filter((id) => !present.has(id));
  return [...changes, ...removed.map((id) => ({ kind: 'removed', id }) as const)];
}

function changeOf(element: XmlElement, before: CarriedElement): Change | undefined {
  const now = digestsOf(contentOf(element));
  if (now.frame !== before.frame || (now.expression === undefined) !== (before.expression === undefined)) return { kind: 'changed', element };
  if (now.expression !== before.expression) return { kind: 'expression', element, of: before };
  const known = new Map(before.rules.map(({ id, digest }) => [id, digest]));
  const isSame = now.rules.length === before.rules.length && now.rules.every(({ id, digest }, index) => before.rules[index]?.id === id && before.rules[index].digest === digest);
  if (isSame) return undefined;
  return { kind: 'rows', element, of: before, unchanged: new Set(now.rules.flatMap(({ id, digest }) => (known.get(id) === digest ? [id] : []))) };
}
