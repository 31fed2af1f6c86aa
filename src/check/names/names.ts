import type { Declaration } from '../../diagnostics/codes/naming.ts';
import type { Decision, FunctionModel, Input, Manual, SharedFacts, Source, Trigger } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';

/** What a name stands for, known before it is built. */
export type Kind = Exclude<Declared['kind'], 'unreadable'>;

/** What a policy declares under a name. Bodies may still be unchecked: a name can be used before them. */
export type Declared =
  /** Undefined names: a policy that was not found, or that imports this one (a diagnostic says so). */
  | { readonly kind: 'import'; readonly names: Names | undefined }
  | { readonly kind: 'source'; readonly source: Source; readonly listed: readonly ListedArticles[] }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'manual'; readonly manual: Manual }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'function'; readonly function: FunctionModel }
  | { readonly kind: 'trigger'; readonly trigger: Trigger }
  | { readonly kind: 'facts'; readonly facts: SharedFacts }
  /** Its declaration could not be read (a diagnostic says so): passes as `any`. */
  | { readonly kind: 'unreadable' };

/** A run of articles that a source lists, as written; `to` equals `from` for a single one. */
export interface ListedArticles {
  readonly from: string;
  readonly to: string;
}

/** The names that one policy declares. */
export interface Names {
  readonly policy: string;
  /** Builds what is declared on first use, so that declarations may stand in any order. */
  readonly find: (name: string) => Declared | undefined;
  /** As `find`, for a name that a text uses, its own policy's or that of one importing it: that is noted. */
  readonly use: (name: string) => Declared | undefined;
  /** The names used so far. */
  readonly used: ReadonlySet<string>;
  /** What has been built under the name already. */
  readonly known: (name: string) => Declared | undefined;
  /** Every declared name, in file order. */
  readonly all: readonly string[];
  readonly kindOf: (name: string) => Kind | undefined;
  readonly spanOf: (name: string) => Span | undefined;
}

/** What messages call a declaration. */
export function declarationOf(declared: Declared): Declaration {
  switch (declared.kind) {
    case 'function':
      return declared.function.kind;
    case 'unreadable':
      return 'decision';
    default:
      return declared.kind;
  }
}

/** The policies imported by their names, with what they declare. */
export function importsOf(names: Names): readonly (readonly [string, Names])[] {
  return names.all.flatMap((name) => {
    const declared = names.kindOf(name) === 'import' ? names.find(name) : undefined;
    return declared?.kind === 'import' && declared.names !== undefined ? [[name, declared.names] as const] : [];
  });
}
