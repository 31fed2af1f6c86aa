import { expect, test } from 'vitest';
import { positionAt } from '../diagnostics/position.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { literalText } from '../feel/functions/feel-text.ts';
import { readTestFile, type TestFile } from './test-file.ts';

function read(text: string): { readonly file: TestFile | undefined; readonly found: readonly string[] } {
  const found: Diagnostic[] = [];
  const file = readTestFile({ path: 'test.xml', text }, (one) => found.push(one));
  return { file, found: found.map(({ code, span }) => `${code} ${span === undefined ? '' : positionAt(span.file, span.start).line}`) };
}

function testCases(content: string): string {
  return `<t:testCases xmlns:t="http://www.omg.org/spec/DMN/20160719/testcase" xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<modelName> a.dmn </modelName>
${content}
</t:testCases>`;
}

/** The expected value of a single result, as a FEEL literal. */
function valueOf(content: string): string {
  const { file, found } = read(testCases(`<testCase id="1"><resultNode name="r"><expected>${content}</expected></resultNode></testCase>`));
  expect(found).toEqual([]);
  const [value] = file?.cases[0]?.results ?? [];
  return value === undefined ? '' : literalText(value.value);
}

test.each([
  ['<value xsi:type="xsd:decimal"> 1.50 </value>', '1.5'],
  ['<value xsi:type="xsd:double">1e3</value>', '1000'],
  ['<value xsi:type="xsd:string"> a &amp; b </value>', '" a & b "'],
  ['<value xsi:type="xsd:string"/>', '""'],
  ['<value>untyped</value>', '"untyped"'],
  ['<value xsi:type="xsd:boolean">true</value>', 'true'],
  ['<value xsi:type="xsd:date">2024-01-31</value>', '2024-01-31'],
  ['<value xsi:type="xsd:time">12:00:00Z</value>', '12:00:00Z'],
  ['<value xsi:type="xsd:dateTime">-999999999-01-01T00:00:00</value>', '-999999999-01-01T00:00:00'],
  ['<value xsi:type="xsd:duration">P1Y2M</value>', 'P1Y2M'],
  ['<value xsi:nil="true"/>', 'null'],
  ['<list xsi:nil="true"/>', 'null'],
  ['', 'null'],
  ['<list/>', '[]'],
  ['<list><item><value xsi:type="xsd:decimal">1</value></item><item><list><item><value xsi:nil="true"/></item></list></item></list>', '[1, [null]]'],
  ['<component name="a b"><value xsi:type="xsd:decimal">1</value></component><component name=""><list/></component>', '{"a b": 1, "": []}'],
  ['<t:component name="a"><t:component name="b"><t:value xsi:type="xsd:boolean">0</t:value></t:component></t:component>', '{a: {b: false}}'],
])('%s is %s', (content, expected) => {
  expect(valueOf(content)).toBe(expected);
});

test('a case says what it invokes, with which inputs', () => {
  const { file, found } = read(
    testCases(`<testCase id="1"><inputNode name="a  b" namespace="urn:n"><value xsi:type="xsd:string">x</value></inputNode></testCase>
<testCase id="2" type="decisionService" invocableName="S"/>
<testCase id="3" type="bkm" invocableName="F"/>`),
  );
  expect(found).toEqual([]);
  expect(file?.modelName.name).toBe('a.dmn');
  expect(file?.cases.map(({ invokes }) => invokes)).toEqual([{ kind: 'decisions' }, { kind: 'service', name: 'S' }, { kind: 'function', name: 'F' }]);
  expect(file?.cases[0]?.inputs).toEqual([{ name: 'a b', namespace: 'urn:n', value: 'x' }]);
});

test.each([
  ['a value that is none of its type', '<testCase id="1"><resultNode name="r"><expected><value xsi:type="xsd:date">2024-02-30</value></expected></resultNode></testCase>', 'kit-value-unreadable 4'],
  ['a type that FEEL does not have', '<testCase id="1"><inputNode name="i"><value xsi:type="xsd:base64Binary">AA</value></inputNode></testCase>', 'kit-value-unreadable 4'],
  ['a result without a name', '<testCase id="1"><resultNode/></testCase>', 'dmn-attribute-missing 4'],
  ['a component without a name', '<testCase id="1"><inputNode name="i"><component/></inputNode></testCase>', 'dmn-attribute-missing 4'],
  ['a service without a name', '<testCase id="1" type="decisionService"/>', 'dmn-attribute-missing 4'],
  ['a type of test that the kit does not have', '<testCase id="1" type="process"/>', 'dmn-word-unknown 4'],
])('%s leaves out that case only', (_, broken, expected) => {
  const { file, found } = read(testCases(`${broken}<testCase id="sound"/>`));
  expect(found).toEqual([expected]);
  expect(file?.cases.map(({ id }) => id)).toEqual(['sound']);
});

test.each([
  ['malformed XML', '<testCases>', 'xml-malformed 1'],
  ['another root', '<project xmlns="http://maven.apache.org/POM/4.0.0"/>', 'kit-file-unknown 1'],
  ['another namespace', '<testCases><modelName>a.dmn</modelName></testCases>', 'kit-file-unknown 1'],
  ['no model', '<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"/>', 'dmn-element-missing 1'],
  ['an entity bomb', '<!DOCTYPE t [<!ENTITY a "a">]>\n<testCases/>', 'xml-doctype 1'],
])('%s is no file of test cases', (_, text, expected) => {
  expect(read(text)).toEqual({ file: undefined, found: [expected] });
});
