import type { Code, Parameters } from '../../diagnostics/registry.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Typed, Variable } from '../../model/expression.ts';
import type { RecordType, Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Names } from '../names/names.ts';
import { BROKEN } from '../types/broken.ts';

/** What an expression can see where it stands. */
export interface Scope {
  readonly names: Names;
  readonly body: Body;
  readonly locals: ReadonlyMap<string, Local>;
  /** The filters around, innermost first: the fields of their elements are names. Of an `any` that is every name left. */
  readonly elements: readonly Element[];
  /** What `?` stands for. */
  readonly tested: Tested | undefined;
  /** Keys of optional facts and fields that are known to be there (see `presence.ts`). */
  readonly present: ReadonlySet<string>;
}

/** What the expressions of one body share. */
export interface Body {
  readonly report: Report;
  /** A name for a variable that no other in the body has. */
  readonly fresh: (name: string) => string;
  /** Runs a check when every body of the policy has been checked. */
  readonly afterwards: (check: () => void) => void;
}

export interface Local {
  readonly variable: string;
  readonly type: Type;
  /** Whether it may be shadowed silently: an entry of a context, the `item` of a filter. */
  readonly implicit: boolean;
}

type AnyType = Type & { readonly kind: 'any' };

export interface Element {
  readonly variable: string;
  readonly type: RecordType | AnyType;
}

/** The value that a cell tests; `variable` is set when an expression reads it as `?`. */
export interface Tested {
  readonly type: Type;
  variable: string | undefined;
}

export function scopeOf(names: Names, body: Body): Scope {
  return { names, body, locals: new Map(), elements: [], tested: undefined, present: new Set() };
}

/** What the expressions of a new body share. */
export function newBody(report: Report, afterwards: Body['afterwards']): Body {
  const used = new Map<string, number>();
  const fresh = (name: string): string => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name}~${times}`;
  };
  return { report, fresh, afterwards };
}

export function withLocal(scope: Scope, name: string, local: Local): Scope {
  return { ...scope, locals: new Map([...scope.locals, [name, local]]) };
}

export function withPresent(scope: Scope, keys: readonly string[]): Scope {
  return keys.length === 0 ? scope : { ...scope, present: new Set([...scope.present, ...keys]) };
}

export function variable(name: string, type: Type, span: Span): Variable {
  return { kind: 'variable', name, type, span };
}

export function problem<C extends Code>(scope: Scope, code: C, span: Span, parameters: Parameters<C>): void {
  scope.body.report(diagnostic(code, span, parameters));
}

/** Stands for an expression that was reported as wrong: its type passes everywhere, so that nothing is reported twice. */
export function failed(span: Span): Typed {
  return { kind: 'constant', value: null, type: BROKEN, span };
}

/** The text that a span covers, as written. */
export function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}
