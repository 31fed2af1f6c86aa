import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, parse, parseDocument, type ParsedNode, type Scalar } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { policyText } from '../../src/emit/policy/policy-text.ts';
import { yamlText } from '../../src/emit/yaml/yaml-text.ts';
import { readSource } from '../../src/read/read-source.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import { placesIn } from '../../src/read/yaml/scalar-places.ts';
import { quotedScalar } from '../../src/read/yaml/quoted.ts';
import { policies } from './policies.ts';

/** Text of one line, with what YAML escapes in it. */
const line = fc.string({ unit: fc.oneof(fc.constantFrom('a', '贷', '"', "'", '\\', ' ', '#', ':', '😀', '\t', '\u0085', '\u2028', '\0', '{', '-', '\n'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 12 });

test('a text in quotes is read by YAML as that text', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(parse(`a: ${quotedScalar(text)}`)).toEqual({ a: text });
      expect(parse(`{ a: ${quotedScalar(text)}, b: x }`)).toEqual({ a: text, b: 'x' });
    }),
  );
});

/** The text in double quotes, each character spelled as chance has it. */
const escaped = line.chain((text) =>
  fc.array(fc.nat(3), { minLength: text.length * 2, maxLength: text.length * 2 }).map((choices) => {
    const spelled = [...text].map((character, index) => spell(character, choices[index] ?? 0));
    return { text, source: `"${spelled.join('')}"` };
  }),
);

function spell(character: string, choice: number): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = (length: number): string => point.toString(16).padStart(length, '0');
  const mustEscape = /["\\\p{Cc}\u2028\u2029\uFEFF]/u.test(character) || /^\s$/.test(character);
  if (choice === 0 && !mustEscape) return character;
  if (point > 0xffff || choice === 3) return `\\U${hex(8)}`;
  if (choice === 1 && point < 0x100) return `\\x${hex(2)}`;
  return `\\u${hex(4)}`;
}

test('each character of a text in double quotes is found where its escape stands', () => {
  fc.assert(
    fc.property(escaped, ({ text, source }) => {
      const file = `key: ${source}`;
      expect(scalarOf(file).value).toBe(text);
      const places = placesOf(file, text.length);
      let at = 0;
      for (const character of text) {
        const spelled = file.slice(places[at], places[at + character.length]);
        expect(parse(`"${spelled}"`)).toBe(character);
        at += character.length;
      }
      expect(places[text.length]).toBe(file.length - 1);
    }),
  );
});

test('each character of a literal block is found on its line', () => {
  const text = fc.array(fc.constantFrom('a +', '  b', '', '贷款', '# c'), { minLength: 1, maxLength: 5 }).filter((lines) => lines[0] === 'a +');
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '-', '+'), fc.constantFrom('\n', '\r\n'), (lines, indent, chomping, lineEnd) => {
      const file = ['outer:', `  key: |${chomping}  # remark`, ...lines.map((each) => (each === '' ? '' : ' '.repeat(indent + 2) + each)), '  after: x', ''].join(lineEnd);
      const outer = (parseDocument<ParsedNode>(file, { keepSourceTokens: true }).contents as { get: (key: string) => ParsedNode }).get('outer');
      const scalar = isMap(outer) ? (outer.get('key', true) as unknown as Scalar.Parsed) : undefined;
      const value = String(scalar?.value);
      const places = scalar === undefined ? [] : placesIn(scalar);
      if (typeof places === 'number') expect.fail('a block has a place for each character');
      [...value].forEach((character, at) => expect(character === '\n' ? /[\r\n]/.test(file.charAt(places[at] ?? 0)) : file.charAt(places[at] ?? 0) === character).toBe(true));
    }),
  );
});

function scalarOf(file: string): Scalar.Parsed {
  const root = parseDocument<ParsedNode>(file, { keepSourceTokens: true }).contents;
  return (root as unknown as { get: (key: string, keep: true) => Scalar.Parsed }).get('key', true);
}

function placesOf(file: string, length: number): readonly number[] {
  const places = placesIn(scalarOf(file));
  return typeof places === 'number' ? Array.from({ length: length + 1 }, (_, at) => places + at) : places;
}

/** Comments put between and behind the lines of a YAML policy, wherever YAML allows them. */
const commented = fc.tuple(policies, fc.infiniteStream(fc.nat(11))).map(([text, chance]) => {
  const yaml = yamlText(read('generated.policy', text));
  const next = (): number => chance.next().value as number;
  let blockIndent = Infinity;
  const lines = yaml.split('\n').flatMap((each) => {
    const indent = each.length - each.trimStart().length;
    if (indent > blockIndent || each.trim() === '') return [each];
    blockIndent = /: \||- \|/.test(each) ? indent : Infinity;
    const above = next() === 0 ? [`${' '.repeat(indent)}# above`] : [];
    const behind = next() === 0 && !each.includes('#') ? `${each} # behind` : each;
    return [...above, behind];
  });
  return lines.join('\n');
});

test('comments in YAML come with it into text and back', () => {
  fc.assert(
    fc.property(commented, (text) => {
      const yaml = read('generated.policy.yaml', text);
      const asText = read('generated.policy', policyText(yaml));
      const back = read('generated.policy.yaml', yamlText(asText));
      for (const tree of [asText, back]) {
        expect(canonicalText(tree)).toBe(canonicalText(yaml));
        expect(remarksOf(tree)).toEqual(remarksOf(yaml));
      }
    }),
    { numRuns: 200 },
  );
});

function read(path: string, text: string): PolicyTree {
  const found: Diagnostic[] = [];
  const tree = readSource({ path, text }, (one) => found.push(one));
  if (found.length > 0) expect.fail(`${renderAll(found, { language: 'en', colour: false })}\n${text}`);
  return tree;
}

function remarksOf({ comments }: PolicyTree): readonly string[] {
  return comments.flatMap(({ text }) => text.split('\n')).map((each) => each.trim()).sort();
}
