import type { Expectation, Policy, PolicyTest } from '../../model/policy.ts';
import type { Answer } from '../answer.ts';
import type { EngineName } from '../engines.ts';
import { evaluateAsync } from '../evaluate.ts';
import { verdictOn, type Mismatch } from './expectations.ts';

/** What came of one test of a policy. */
export interface TestResult {
  readonly policy: Policy;
  readonly test: PolicyTest;
  /** What was evaluated for it. */
  readonly answer: Answer;
  /** The expectations that were not met. The test has passed if there are none. */
  readonly failures: readonly Failed[];
}

export interface Failed extends Mismatch {
  readonly expectation: Expectation;
  /** As answers name it. */
  readonly subject: string;
  /** What fired: the rules of the decision and those upstream that determined it. */
  readonly because: readonly string[];
  /** In words, why something was not decided. */
  readonly reasons: readonly string[];
}

/** Runs a policy's own tests, in the order in which they are written, through the evaluator that callers get. */
export async function runTests(policy: Policy, engine: EngineName): Promise<readonly TestResult[]> {
  return Promise.all(policy.tests.map((test) => runTest(policy, test, engine)));
}

/** Runs one test of a policy. */
export async function runTest(policy: Policy, test: PolicyTest, engine: EngineName): Promise<TestResult> {
  const subjects = new Set(test.expectations.map(({ subject }) => nameIn(policy, subject)));
  const answer = await evaluateAsync(policy, { values: test.givens }, { asOf: test.asOf, decisions: [...subjects], engine });
  const failures = test.expectations.flatMap((expectation) => {
    const verdict = verdictOn(expectation, nameIn(policy, expectation.subject), answer, policy, test);
    return verdict === 'met' ? [] : [failed(policy, expectation, answer, verdict)];
  });
  return { policy, test, answer, failures };
}

function failed(policy: Policy, expectation: Expectation, answer: Answer, mismatch: Mismatch): Failed {
  const subject = nameIn(policy, expectation.subject);
  const decision = answer.decisions[subject];
  const found = decision ?? answer.triggers[subject];
  return {
    expectation,
    subject,
    ...mismatch,
    because: [...(decision?.rules ?? []), ...(found?.because ?? [])],
    reasons: (found?.reasons ?? []).map(({ message }) => message),
  };
}

/** As answers name a decision or trigger: with its policy's name where that is another policy. */
function nameIn(policy: Policy, { policy: owner, name }: { readonly policy: string; readonly name: string }): string {
  return owner === policy.name ? name : `${owner}.${name}`;
}
