import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanIn } from '../../../../grammar/feel/name-grammar.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { render } from '../../../diagnostics/render.ts';
import type { XmlElement } from './element.ts';
import type { PlacedText } from './placed-text.ts';
import { readXml, XML_DEPTH_LIMIT } from './read-xml.ts';

function read(text: string): { readonly root: XmlElement | undefined; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const root = readXml({ path: 'a.dmn', text }, (one) => found.push(one));
  return { root, found };
}

/** What the file says where a stretch of the text stands. */
function written({ origin }: PlacedText, start: number, end: number): string {
  const span = spanIn(origin, start, end);
  return span.file.text.slice(span.start, span.end);
}

describe('elements', () => {
  test('names, namespaces, prefixes, attributes and children', () => {
    const { root } = read('<?xml version="1.0"?>\n<a xmlns="urn:a" xmlns:b="urn:b" x="1" b:x="2"><b:c/><!-- no --><d xmlns="urn:d"/></a>');
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:a', children: [{ name: 'c', namespace: 'urn:b' }, { name: 'd', namespace: 'urn:d' }] }); // prettier-ignore
    expect([...(root?.attributes ?? [])].map(([name, { text }]) => [name, text])).toEqual([['x', '1'], ['b:x', '2']]); // prettier-ignore
    expect(root?.children[1]?.prefixes.get('')).toBe('urn:d');
    expect(root?.children[1]?.prefixes.get('b')).toBe('urn:b');
  });

  test('an element stands where its opening tag does', () => {
    const text = '<a>\n  <b c="1"\n     d="2">x</b>\n</a>';
    const span = read(text).root?.children[0]?.span;
    expect(text.slice(span?.start, span?.end)).toBe('<b c="1"\n     d="2">');
  });
});

describe('texts', () => {
  test.each([
    ['<a>x &lt; 1</a>', 'x < 1'],
    ['<a>x &#60; &#x1F600; 1</a>', 'x < \u{1F600} 1'],
    ['<a><![CDATA[x < 1 & &lt; ]] > ]]></a>', 'x < 1 & &lt; ]] > '],
    ['<a>one<!-- two --> three<![CDATA[ <four>]]>&amp;<?five?></a>', 'one three <four>&'],
    ['<a>one\r\ntwo\rthree</a>', 'one\ntwo\nthree'],
    ['<a><![CDATA[one\r\ntwo]]></a>', 'one\ntwo'],
    ['<a><b>not this</b>this<b/></a>', 'this'],
    ['<a/>', ''],
    ['<a><![CDATA[]]></a>', ''],
  ])('%j says %j', (text, meant) => {
    expect(read(text).root?.text.text).toBe(meant);
  });

  test.each([
    ['<a x="p &gt; q"/>', 'p > q'],
    ["<a x='say \"1\"'/>", 'say "1"'],
    ['<a x="one\ntwo"/>', 'one\ntwo'],
    ['<a x=""/>', ''],
  ])('the attribute in %j says %j', (text, meant) => {
    expect(read(text).root?.attributes.get('x')?.text).toBe(meant);
  });

  test('every character stands where the file spells it, through references, CDATA sections, comments and line ends', () => {
    const spelled = fc.oneof(
      fc.constantFrom(['&lt;', '<'], ['&amp;', '&'], ['&#x4E2D;', '中'], ['&#128512;', '\u{1F600}'], ['\r\n', '\n'], ['中', '中'], ['\u{1F600}', '\u{1F600}'], ['x', 'x'], [' ', ' ']),
      fc.constantFrom('<!-- & -->', '<?p &?>', '<b>&lt;</b>').map((nothing) => [nothing, '']),
      fc.constantFrom('&lt;', '<', ' ', 'x', ']').map((literal) => [`<![CDATA[${literal}]]>`, literal]),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(spelled, { maxLength: 12 }), (pieces) => {
        const { root, found } = read(`<a>${pieces.map(([spelling]) => spelling).join('')}</a>`);
        expect(found).toEqual([]);
        const text = root?.text as PlacedText;
        expect(text.text).toBe(pieces.map(([, meant]) => meant).join(''));
        let at = 0;
        for (const [spelling = '', meant = ''] of pieces) {
          const start = spanIn(text.origin, at, at + meant.length).start;
          if (meant !== '') expect(text.origin.file.text.slice(start)).toMatch(startOf(spelling, meant));
          at += meant.length;
        }
      }),
    );
  });

  test('a stretch that holds references reaches to the end of the last one', () => {
    const text = read('<a>x &lt; limit</a>').root?.text as PlacedText;
    expect(written(text, 0, 3)).toBe('x &lt;');
    expect(written(text, 2, 3)).toBe('&lt;');
    expect(written(text, 4, 9)).toBe('limit');
  });
});

/** What stands at the place of a piece: its spelling, or inside a CDATA section what that says. */
function startOf(spelling: string, meant: string): RegExp {
  const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literally(spelling.startsWith('<![CDATA[') ? meant : spelling)}`);
}

describe('what is refused', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join('')}]>\n<a>&l30;</a>`;

  test.each([
    ['entities that grow', laughs],
    ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an entity that asks a server', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><a/>'],
    ['a DTD elsewhere', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
  ])('%s', (_, text) => {
    const { root, found } = read(text);
    expect(root).toBeUndefined();
    expect(found.map(({ code }) => code)).toEqual(['xml-doctype']);
  });

  test('elements nested too deep', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(read(nested(XML_DEPTH_LIMIT)).found).toEqual([]);
    expect(read(nested(XML_DEPTH_LIMIT + 1)).found.map(({ code }) => code)).toEqual(['xml-too-deep']);
    expect(read('<a>'.repeat(200_000)).found.map(({ code }) => code)).toEqual(['xml-too-deep']);
  });
});

test.each([
  ['', '1:1', 'there is no element at all'],
  ['<a><b></a>', '1:7', 'this closes another element'],
  ['<a>\n  <b>', '2:3', '`<b>` is never closed'],
  ['<a></a></b>', '1:8', '`</b>` closes nothing'],
  ['<a>&limit;</a>', '1:4', 'this entity is declared nowhere'],
  ['<a x="1" x="2"/>', '1:16', 'the attribute `x` stands twice'],
  ['<p:a/>', '1:6', 'the prefix `p` is declared nowhere'],
  ['<a x=1/>', '1:6', 'an attribute needs a value in quotes'],
  ['<a/><b/>', '1:7', 'a second root element begins here'],
  ['90', '1:2', 'text stands outside the root element'],
  ['<a>1 < 2</a>', '1:7', 'this character cannot stand here'],
])('%j is malformed at %s: %s', (text, place, problem) => {
  const { root, found } = read(text);
  expect(root).toBeUndefined();
  expect(found).toHaveLength(1);
  const [said] = render(found[0] as Diagnostic, { language: 'en', colour: false }).split('\n');
  expect(said).toContain(`a.dmn:${place}: error[xml-malformed]`);
  expect(said).toContain(problem);
});
