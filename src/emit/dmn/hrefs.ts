import { idOf, namespaceOf } from '../../read/dmn/ids.ts';
import type { Writing } from './feel/writing.ts';
import type { Needed } from './needs.ts';

/** What a requirement of an element points at: `#id` in this model, `namespace#id` in an imported one. */
export function hrefTo(policy: string, id: string, writing: Writing): string {
  return policy === writing.policy.name ? `#${id}` : `${namespaceOf(policy)}#${id}`;
}

/** The id of an element that is needed. The date and what people answer are inputs. */
export function inputIdOf({ kind, name }: Pick<Needed, 'kind' | 'name'>): string {
  return idOf(kind === 'as of' || kind === 'manual' ? 'input' : kind, name);
}
