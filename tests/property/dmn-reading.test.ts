import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { readModel } from '../../src/read/dmn/read-models.ts';
import { withNames } from '../../src/read/text/builtin-names.ts';
import { parse } from '../../src/read/text/parse.ts';

/** A file is read, whatever it holds: nothing is thrown, and every problem has a place in the file and a text. */
function isRead(text: string): void {
  const found: Diagnostic[] = [];
  const model = readModel({ path: 'a.dmn', text }, (one) => found.push(one));
  for (const { code, span } of found) {
    expect(span, code).toBeDefined();
    expect(0 <= (span?.start ?? -1) && (span?.start ?? 0) <= (span?.end ?? 0) && (span?.end ?? 0) <= text.length, `${code} lies in the file`).toBe(true);
  }
  expect(renderAll(found, { language: 'zh', colour: false }) !== '' || model !== undefined, 'a file that is no model has something wrong').toBe(true);
}

const folder = 'tests/golden/bad';
const own = readdirSync(folder).filter((name) => name.endsWith('.dmn')).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const kit = '../shared/tck';
const kits = existsSync(kit) ? readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmn')).map((name) => readFileSync(`${kit}/${name}`, 'utf8')) : [];

/** Pieces that mean something to XML, DMN or FEEL, put in where they may not belong. */
const pieces = [
  '<', '>', '</', '/>', '&', '&lt;', '&#0;', '&#x110000;', ';', '"', "'", '=', '<![CDATA[', ']]>', '<!--', '-->', '<?', '?>', '<!DOCTYPE x>', ' xmlns=""', ' xmlns:x="urn:x"', 'x:',
  '<text>', '</text>', '<context>', '<literalExpression/>', '<decisionTable>', '<variable/>', ' name=""', ' typeRef="x:y"', ' href="#"', '\0', '\uFFFE', '\uD800', '\r\n', '\u{1F600}', '中',
  '(', ')', '[', ']', '{', '}', 'for', 'if', '..', '**', '@"', '//', '/*', 'a-b', '1e9',
]; // prettier-ignore

const edits = fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.oneof(fc.constantFrom(...pieces), fc.constant('')), copy: fc.boolean() }), { minLength: 1, maxLength: 6 });

function edited(text: string, changes: readonly { at: number; cut: number; put: string; copy: boolean }[]): string {
  return changes.reduce((before, { at, cut, put, copy }) => {
    const place = at % (before.length + 1);
    const taken = before.slice(place, place + cut);
    return before.slice(0, place) + put + (copy ? taken + taken : '') + before.slice(place + cut);
  }, text);
}

describe('files that are no proper DMN', () => {
  test('our own models, changed at random', () => {
    fc.assert(fc.property(fc.constantFrom(...own), edits, (text, changes) => isRead(edited(text, changes))), { numRuns: 400 });
  });

  test('any text', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => isRead(parts.join(''))), { numRuns: 400 });
  });

  describe.skipIf(kits.length === 0)('with ../shared/tck', () => {
    test('models of the kit, changed at random', () => {
      const small = kits.filter((text) => text.length < 20_000);
      fc.assert(fc.property(fc.constantFrom(...small), edits, (text, changes) => isRead(edited(text, changes))), { numRuns: 100 });
    });
  });
});

test('a name in scope is read whole, whatever it is made of and however it is spaced', () => {
  const word = fc.constantFrom('loan', 'if', 'in', 'of', 'external', 'missing', '余额', '9', '2.1', '.5', '1e3', 'x1', '+', '-', '*', '/', '.', "'", '**', '->', '..', '–', '#');
  const name = fc.tuple(fc.constantFrom('loan', '贷款', '_'), fc.array(word, { minLength: 1, maxLength: 5 })).map(([first, rest]) => [first, ...rest].join(' '));
  fc.assert(
    fc.property(name, (spelled) => {
      const read = (text: string): unknown => parse(text, { file: { path: 'a.dmn', text }, offset: 0 }, (grammar) => grammar.expression(), () => undefined, 'strict', withNames([spelled]));
      // Two characters can make an operator that no name holds.
      const readable = !/\*\*|->|\.\.|\/\/|\/\*|–|#/.test(spelled.replace(/ /g, ''));
      fc.pre(readable);
      expect(read(spelled)).toMatchObject({ kind: 'name', name: spelled });
      expect(read(`${spelled.replaceAll(' ', '  ')} = 1`)).toMatchObject({ kind: 'binary', left: { kind: 'name', name: spelled } });
    }),
  );
});
