import { renderAll } from '../../diagnostics/render.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../diagnostics/message.ts';
import { messageOf, severityOf } from '../../diagnostics/message.ts';
import { inOrder } from '../../diagnostics/order.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { element, textElement, xmlDocument, type XmlNode } from '../../emit/dmn/xml.ts';
import type { TestResult } from '../../evaluate/testing/run-tests.ts';
import type { Accepted } from '../../findings/settle.ts';
import type { Span } from '../../read/tree/span.ts';

/** One line of a report: what was looked at, and what came of it. Passed where it has no outcome. */
interface Case {
  readonly name: string;
  readonly suite: string;
  readonly span: Span | undefined;
  readonly outcome?: { readonly kind: 'failure' | 'skipped'; readonly message: string; readonly text: string };
  /** What to say about a case that has passed. */
  readonly remark?: string;
}

/**
 * What was found as a JUnit report: each file that was checked is a suite. Errors are failures, what is accepted is
 * skipped with its reason; warnings and notes pass, and are told. A file with nothing found has one case that passes.
 */
export function junitOfFindings(files: readonly string[], found: readonly Diagnostic[], accepted: readonly Accepted[], language: Language): string {
  const open = inOrder(found).map((one): Case => {
    const text = renderAll([one], { language, colour: false });
    const message = messageOf(one, language);
    const place = { name: `${one.code}: ${message}`, suite: one.span?.file.path ?? 'plumbline', span: one.span };
    return severityOf(one) === 'error' ? { ...place, outcome: { kind: 'failure', message, text } } : { ...place, remark: text };
  });
  const skipped = accepted.map(({ finding, acceptance: { reason } }): Case => {
    const message = messageOf(finding, language);
    return { name: `${finding.code}: ${message}`, suite: finding.span?.file.path ?? 'plumbline', span: finding.span, outcome: { kind: 'skipped', message: reason, text: '' } };
  });
  const cases = [...open, ...skipped];
  const clean = files.filter((file) => !cases.some(({ suite }) => suite === file)).map((file): Case => ({ name: 'check', suite: file, span: undefined }));
  return junit('plumbline check', [...clean, ...cases]);
}

/** The results of policies' tests as a JUnit report: each policy is a suite. */
export function junitOfTests(results: readonly TestResult[], found: readonly Diagnostic[], language: Language): string {
  const tests = results.map(({ policy, test, failures }): Case => {
    const place = { name: test.title, suite: policy.name, span: test.span };
    if (failures.length === 0) return test.confirmed ? place : { ...place, remark: { en: 'unconfirmed', zh: '待确认' }[language] };
    const lines = failures.map(({ subject, expected, actual, because, reasons }) => ({ message: `${subject}: ${expected} ≠ ${actual}`, text: [...because, ...reasons].join('\n') }));
    return { ...place, outcome: { kind: 'failure', message: lines.map(({ message }) => message).join('; '), text: lines.map(({ message, text }) => `${message}\n${text}`.trim()).join('\n\n') } };
  });
  const unread = found.filter((one) => severityOf(one) === 'error').map((one): Case => {
    const message = messageOf(one, language);
    return { name: `${one.code}: ${message}`, suite: one.span?.file.path ?? 'plumbline', span: one.span, outcome: { kind: 'failure', message, text: renderAll([one], { language, colour: false }) } };
  });
  return junit('plumbline test', [...tests, ...unread]);
}

function junit(name: string, cases: readonly Case[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((suite) => {
    const own = cases.filter((one) => one.suite === suite);
    return element('testsuite', { name: suite, ...counts(own) }, ...own.map(caseElement));
  });
  return xmlDocument(element('testsuites', { name, ...counts(cases) }, ...suites));
}

function counts(cases: readonly Case[]): Readonly<Record<string, string>> {
  const count = (kind: 'failure' | 'skipped'): string => String(cases.filter(({ outcome }) => outcome?.kind === kind).length);
  return { tests: String(cases.length), failures: count('failure'), errors: '0', skipped: count('skipped') };
}

function caseElement({ name, suite, span, outcome, remark }: Case): XmlNode {
  const place = span === undefined ? {} : { file: span.file.path, line: String(positionAt(span.file, span.start).line) };
  return element(
    'testcase',
    { name, classname: suite, ...place },
    outcome && (outcome.text === '' ? element(outcome.kind, { message: outcome.message }) : textElement(outcome.kind, outcome.text, { message: outcome.message })),
    remark === undefined ? undefined : textElement('system-out', remark),
  );
}
