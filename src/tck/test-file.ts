import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Value } from '../feel/values/value.ts';
import { attributeOf, childNamed, childrenNamed, requiredChild, requiredIdentifier } from '../read/dmn/elements.ts';
import type { XmlElement } from '../read/dmn/xml/element.ts';
import { readXml } from '../read/dmn/xml/read-xml.ts';
import type { Identifier } from '../read/tree/expression.ts';
import type { SourceFile, Span } from '../read/tree/span.ts';
import { readTestValue } from './test-value.ts';

/** A file of test cases in the format of the DMN Technology Compatibility Kit, for one model. */
export interface TestFile {
  readonly file: SourceFile;
  /** The name of the model's file, as a rule with its extension. */
  readonly modelName: Identifier;
  readonly cases: readonly TestCase[];
}

export interface TestCase {
  readonly id: string;
  readonly span: Span;
  /** What is evaluated: each result's decision by itself, or a service or function that is called with the inputs. */
  readonly invokes: { readonly kind: 'decisions' } | { readonly kind: 'service' | 'function'; readonly name: string };
  readonly inputs: readonly TestInput[];
  readonly results: readonly ExpectedResult[];
}

export interface TestInput {
  readonly name: string;
  /** Of the model that declares it, where that is an imported one. */
  readonly namespace: string | undefined;
  readonly value: Value;
}

export interface ExpectedResult {
  readonly name: string;
  readonly span: Span;
  /** Null too where the kit expects an error. */
  readonly value: Value;
}

const NAMESPACE = 'http://www.omg.org/spec/DMN/20160719/testcase';
const invocations = new Map([['decision', 'decisions'], ['decisionService', 'service'], ['bkm', 'function']] as const);

/** Reads a file of test cases. A case of which a part cannot be read is reported and left out; undefined where the file holds none at all. */
export function readTestFile(file: SourceFile, report: Report): TestFile | undefined {
  const root = readXml(file, report);
  if (root === undefined) return undefined;
  if (root.name !== 'testCases' || root.namespace !== NAMESPACE) {
    report(diagnostic('kit-file-unknown', root.span, { element: root.name }));
    return undefined;
  }
  const named = requiredChild(root, 'modelName', report);
  if (named === undefined) return undefined;
  return { file, modelName: { name: named.text.text.trim(), span: named.span }, cases: childrenNamed(root, 'testCase').flatMap((element) => wholly((noting) => readCase(element, noting), report) ?? []) };
}

/** What was read, if nothing was reported on the way. */
function wholly<T>(read: (report: Report) => T, report: Report): T | undefined {
  let sound = true;
  const result = read((found) => {
    sound = false;
    report(found);
  });
  return sound ? result : undefined;
}

function readCase(element: XmlElement, report: Report): TestCase {
  return {
    id: attributeOf(element, 'id') ?? '',
    span: element.span,
    invokes: readInvocation(element, report),
    inputs: childrenNamed(element, 'inputNode').map((input) => ({
      name: requiredIdentifier(input, report).name,
      namespace: attributeOf(input, 'namespace'),
      value: readTestValue(input, report),
    })),
    results: childrenNamed(element, 'resultNode').map((result) => ({
      name: requiredIdentifier(result, report).name,
      span: result.span,
      value: readExpected(result, report),
    })),
  };
}

function readInvocation(element: XmlElement, report: Report): TestCase['invokes'] {
  const type = attributeOf(element, 'type') ?? 'decision';
  const kind = type === 'decision' || type === 'decisionService' || type === 'bkm' ? invocations.get(type) : undefined;
  if (kind === undefined) {
    report(diagnostic('dmn-word-unknown', element.span, { attribute: 'type', word: type, expected: [...invocations.keys()], suggestion: undefined }));
    return { kind: 'decisions' };
  }
  return kind === 'decisions' ? { kind } : { kind, name: requiredIdentifier(element, report, 'invocableName').name };
}

/** A result without an expected value expects null. */
function readExpected(result: XmlElement, report: Report): Value {
  const expected = childNamed(result, 'expected');
  return expected === undefined ? null : readTestValue(expected, report);
}
