import type { JSONVisitor } from 'jsonc-parser';
import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Parameters } from '../../diagnostics/registry.ts';
import { jsonFaultOf } from '../../diagnostics/json-fault.ts';
import { positionAt } from '../../diagnostics/position.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import { jsonPath } from './json-path.ts';

/** JSON without loss: a number is its source text, an object a Map, so that `__proto__` is a key like any other. */
export type ExactJson = null | boolean | string | ExactNumber | readonly ExactJson[] | ExactObject;
export type ExactObject = ReadonlyMap<string, ExactJson>;

/** A JSON number as it was written: `1000000.00`, `1e3`, `9007199254740993`. */
export class ExactNumber {
  constructor(readonly text: string) {}
}

export function isExactObject(json: ExactJson | undefined): json is ExactObject {
  return json instanceof Map;
}

/** Array.isArray does not narrow readonly arrays out of a union. */
export function isExactList(json: ExactJson | undefined): json is readonly ExactJson[] {
  return Array.isArray(json);
}

/** How deep arrays and objects may stand in one another. */
export const NESTING_LIMIT = 200;

/** Text that is not the JSON it should be. `offset` counts UTF-16 units from 0; `line` and `column` count from 1. */
export class JsonProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(
    readonly diagnostic: Diagnostic,
    file: SourceFile,
    readonly offset: number,
    /** Where in the document it was met, such as `facts.loan`. */
    readonly path: string,
  ) {
    super(diagnostic.code);
    ({ line: this.line, column: this.column } = positionAt(file, offset));
  }
}

/**
 * Reads a JSON document (RFC 8259, no comments, no trailing commas) and keeps every digit. Throws JsonProblem at the
 * first fault: malformed text, a key that stands twice in one object, or nesting deeper than NESTING_LIMIT.
 * `name` is what a message calls the document: a file's path, or nothing for a request's body.
 */
export function parseExactJson(text: string, name = ''): ExactJson {
  const file: SourceFile = { path: name, text };
  const document: ExactJson[] = [];
  const open: Open[] = [{ kind: 'array', items: document }];

  const innermost = (): Open => open.at(-1) ?? { kind: 'array', items: document };
  const fail = <C extends JsonCode>(code: C, offset: number, length: number, parameters: Parameters<C>): never => {
    const span = { file, start: offset, end: offset + length };
    throw new JsonProblem(diagnostic(code, span, parameters), file, offset, pathOf(open));
  };
  const add = (value: ExactJson): void => {
    const into = innermost();
    if (into.kind === 'array') into.items.push(value);
    else into.entries.set(into.key ?? '', value);
  };
  const enter = (inner: Open, offset: number, length: number): void => {
    if (open.length > NESTING_LIMIT) fail('json-too-deep', offset, length, { limit: NESTING_LIMIT });
    add(inner.kind === 'array' ? inner.items : inner.entries);
    open.push(inner);
  };

  // Every fault throws at once: what follows a fault is never read, and what was read is never returned.
  const visitor: JSONVisitor = {
    onObjectBegin: (offset, length) => enter({ kind: 'object', entries: new Map(), key: undefined }, offset, length),
    onArrayBegin: (offset, length) => enter({ kind: 'array', items: [] }, offset, length),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty: (key, offset, length) => {
      const object = innermost();
      if (object.kind === 'array') return;
      object.key = key;
      if (object.entries.has(key)) fail('json-duplicate-key', offset, length, { path: pathOf(open) });
    },
    onLiteralValue: (value: string | number | boolean | null, offset, length) =>
      add(typeof value === 'number' ? new ExactNumber(text.slice(offset, offset + length)) : value),
    onError: (error, offset, length) => fail('json-malformed', offset, length, { fault: jsonFaultOf(printParseErrorCode(error), text) }),
  };
  visit(text, visitor, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return document[0] ?? null;
}

type JsonCode = 'json-duplicate-key' | 'json-malformed' | 'json-too-deep';

/** An array or object of which the end has not been met yet. */
type Open =
  | { readonly kind: 'array'; readonly items: ExactJson[] }
  | { readonly kind: 'object'; readonly entries: Map<string, ExactJson>; key: string | undefined };

/** Where the reading stands. The first of `open` holds the document itself and is no step. */
function pathOf(open: readonly Open[]): string {
  const steps = open.slice(1).flatMap((each, depth): (string | number)[] => {
    if (each.kind === 'object') return each.key === undefined ? [] : [each.key];
    const holdsTheNext = depth + 2 < open.length;
    return [holdsTheNext ? each.items.length - 1 : each.items.length];
  });
  return jsonPath(steps);
}
