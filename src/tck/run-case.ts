import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Code } from '../diagnostics/registry.ts';
import { isContext } from '../feel/functions/shapes.ts';
import type { FeelDateTime } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import type { FeelResult } from '../library/feel.ts';
import { evaluateModel, type Model, type ModelTarget } from '../library/models.ts';
import { asExpected } from './as-expected.ts';
import type { ExpectedResult, TestCase } from './test-file.ts';

/** What a test case came to. */
export interface CaseResult {
  readonly test: TestCase;
  /** What each of its results came to. */
  readonly results: readonly Outcome[];
}

export interface Outcome {
  readonly expected: ExpectedResult;
  readonly passed: boolean;
  readonly actual: Value;
  /** Why the value, or one on the way to it, is null. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it rests on a text that could not be read, or on a function that is not run. */
  readonly unsupported: boolean;
}

const unsupportedCodes: ReadonlySet<Code> = new Set<Code>(['function-external', 'kit-element-unknown']);

/** Runs a test case on its model. `now` is what `now()` and `today()` answer in it. */
export function runCase(test: TestCase, model: Model, isUnreadable: (model: Model, name: string) => boolean, now: FeelDateTime | undefined): CaseResult {
  const { invokes } = test;
  const results = test.results.map((expected): Outcome => {
    const target: ModelTarget = invokes.kind === 'decisions' ? { kind: 'decision', name: expected.name } : invokes;
    const answer = answerOf(model, target, test, expected, now);
    const actual = invokes.kind === 'service' ? outputOf(model, invokes.name, expected.name, answer.value) : answer.value;
    const unsupported = isUnreadable(model, target.name) || answer.diagnostics.some(({ code }) => unsupportedCodes.has(code));
    const crashed = answer.diagnostics.some(({ code }) => code === 'kit-case-crashed');
    return { expected, passed: !crashed && asExpected(actual, expected.value), actual, diagnostics: answer.diagnostics, unsupported };
  });
  return { test, results };
}

/** A failure of the engine itself is told as such; it must not end the run of all other cases. */
function answerOf(model: Model, target: ModelTarget, { inputs }: TestCase, { span }: ExpectedResult, now: FeelDateTime | undefined): FeelResult {
  try {
    return evaluateModel(model, target, inputs, { now }) ?? { value: null, diagnostics: [diagnostic('kit-element-unknown', span, { name: target.name })] };
  } catch (error) {
    return { value: null, diagnostics: [diagnostic('kit-case-crashed', span, { reason: error instanceof Error ? error.message : String(error) })] };
  }
}

/** One output of a service. One with a single output answers with that; one with several, with a context of them. */
function outputOf(model: Model, service: string, output: string, value: Value): Value {
  const several = model.tree.services.some(({ name, outputs }) => name.name === service && outputs.length > 1);
  return several && isContext(value) && output !== service ? (value.get(output) ?? null) : value;
}
