import { expect } from 'vitest';
import { checkTexts } from '../../check/testing.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { messageOf } from '../../diagnostics/message.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { runTests } from '../../evaluate/testing/run-tests.ts';
import type { Analysis, Tools } from '../analysis.ts';
import { reach } from '../reach/reach.ts';

/** What the tables of these tests may refer to. Its lines are not counted. */
const vocabulary = `policy p "测试政策"
type Class = one of normal, special_mention, substandard, doubtful, loss ordered, worst last
type Guarantee = one of credit, guaranteed, mortgage, pledge
source Measures "办法" articles 1..48
input loan
  overdue_days  : days >= 0
  guarantee     : Guarantee
  refinanced    : boolean
  balance       : money CNY >= 0
  share         : percent 0%..100%
  industry      : text
  granted_on    : date
  expected_loss : money CNY >= 0 optional
`;

/**
 * Demands that an analysis finds just this in a policy below the vocabulary, each as `code at line: message`,
 * and that every example it gives is a test that the policy passes.
 */
export async function expectMessages(analysis: Analysis, snippet: string, expected: readonly string[], tools: Partial<Tools> = {}): Promise<void> {
  const text = vocabulary + undented(snippet);
  const found = findingsOf(analysis, text, tools);
  expect(found.map(shown)).toEqual(expected);
  for (const { example } of found) {
    if (example === undefined) continue;
    const [policy] = soundPolicies(`${text}\n${example}`);
    const results = policy === undefined ? [] : await runTests(policy, 'closures');
    expect(results.flatMap(({ failures }) => failures), example).toEqual([]);
    expect(results.length).toBeGreaterThan(0);
  }
}

/** What an analysis finds in a policy text that has no mistakes of other kinds. */
export function findingsOf(analysis: Analysis, text: string, tools: Partial<Tools> = {}): readonly Diagnostic[] {
  const set = soundPolicies(text);
  const found: Diagnostic[] = [];
  for (const policy of set) analysis(policy, { report: (one) => found.push(one), reach, budget: 1_000_000, set, othersMayUse: new Set(), ...tools });
  return found;
}

function soundPolicies(text: string): ReturnType<typeof checkTexts>['policies'] {
  const { policies, found } = checkTexts(text);
  expect(found.map((one) => messageOf(one, 'en'))).toEqual([]);
  return policies;
}

const vocabularyLines = vocabulary.split('\n').length - 1;

function shown(found: Diagnostic): string {
  const line = found.span === undefined ? 0 : positionAt(found.span.file, found.span.start).line - vocabularyLines;
  return `${found.code} at ${line}: ${messageOf(found, 'en')}`;
}

/** A template literal's text without the indentation of its lines. */
function undented(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
