import type { NameScope } from '../../../grammar/name-scope.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Declared } from './declared.ts';
import type { Boxed } from './tree.ts';
import type { XmlElement } from './xml/element.ts';

/** What every part of the reader needs of the model that it reads. */
export interface Reading {
  readonly report: Report;
  readonly model: Declared;
  /** The models that this one imports, by the name each has here; several can share the empty name. */
  readonly imported: readonly { readonly alias: string; readonly model: Declared }[];
  /** Names that can stand after a dot: components, entries of contexts, what imported models declare. */
  readonly members: NameScope;
  readonly types: NameScope;
  /** Every name of the model, for an expression that uses what its element does not require. */
  readonly everything: NameScope;
  /** Reads the boxed expression that an element holds. Boxed expressions read their parts by it. */
  readonly boxedIn: (parent: XmlElement | undefined, names: NameScope) => Boxed | undefined;
}
