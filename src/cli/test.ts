import { positionAt } from '../diagnostics/position.ts';
import type { EngineName } from '../evaluate/engines.ts';
import { rulesSeen, type RuleSeen } from '../evaluate/testing/rules-seen.ts';
import type { Failed, TestResult } from '../evaluate/testing/run-tests.ts';
import { runTests } from '../evaluate/testing/run-tests.ts';
import type { Compiled } from '../library/compile.ts';
import { compile } from '../library/compile.ts';
import type { CoverageOptions, Measured } from './coverage/measure.ts';
import type { MutationOptions, Mutations } from './mutation/mutations.ts';
import { junitOfTests } from './formats/junit.ts';
import type { TestFormat } from './formats/names.ts';
import { failureText, placeOf } from './failure-text.ts';
import type { CommonOptions } from './main.ts';
import { diagnosticsJson, reportTo, statusOf } from './report.ts';
import type { Status, Terminal } from './terminal.ts';
import { CLEAN, PROBLEMS, say } from './terminal.ts';

interface TestOptions extends CommonOptions<TestFormat>, CoverageOptions, MutationOptions {
  readonly engine: EngineName;
}

/** `plumbline test PATH…`: runs the tests that stand in the policies. Policies with errors are not tested, and are a problem. */
export async function testCommand(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<Status> {
  const compiled = await compile(paths);
  const results = (await Promise.all([...compiled.policies.values()].map((policy) => runTests(policy, options.engine)))).flat();
  const count = (wanted: Verdict): number => results.filter((result) => verdictOf(result) === wanted).length;
  const [passed, failed, unconfirmed] = [count('passed'), count('failed'), count('unconfirmed')];
  const measured = await measuredBy(paths, compiled, results, options, terminal);
  const mutated = await mutatedBy(compiled, options, terminal);
  const found = [...compiled.diagnostics, ...(measured?.diagnostics ?? [])];
  const status = statusOf(found) !== CLEAN ? statusOf(found) : failed > 0 || measured?.isBelow === true || mutated?.someSurvive === true ? PROBLEMS : CLEAN;
  const seen = await seenIn(results, options.engine);
  if (options.format === 'json') {
    const diagnostics = diagnosticsJson(terminal, found);
    terminal.out(`${JSON.stringify({ passed, failed, unconfirmed, tests: results.map((result) => resultJson(result, seen)), ...measured?.json, ...mutated?.json, diagnostics }, null, 2)}\n`);
    return status;
  }
  if (options.format === 'junit') {
    terminal.out(junitOfTests(results, found, terminal.language));
    return status;
  }
  reportTo(terminal, found);
  for (const policy of compiled.policies.values()) {
    const own = results.filter((result) => result.policy === policy);
    if (own.length > 0) terminal.out(`${terminal.colours.bold(policy.name)}  ${terminal.colours.dim(policy.file.path)}\n${own.map((result) => resultText(result, seen, terminal)).join('')}`);
  }
  terminal.out(`${say(terminal, { en: `${passed} passed, ${failed} failed`, zh: `通过 ${passed}，失败 ${failed}` })}${unconfirmed === 0 ? '' : say(terminal, { en: `, ${unconfirmed} unconfirmed`, zh: `，待确认 ${unconfirmed}` })}\n`);
  if (measured !== undefined) terminal.out(measured.text);
  if (mutated !== undefined) terminal.out(mutated.text);
  return status;
}

/** What tests cover is computed only for those who ask. */
async function measuredBy(paths: readonly string[], compiled: Compiled, results: readonly TestResult[], options: TestOptions, terminal: Terminal): Promise<Measured | undefined> {
  const { coverage, coverageOut, coverageMin, suggest, fix } = options;
  if (coverage !== true && coverageOut === undefined && coverageMin === undefined && suggest !== true && fix !== true) return undefined;
  return (await import('./coverage/measure.ts')).measure(paths, compiled, results.filter((result) => verdictOf(result) === 'passed'), options, terminal);
}

/** Mutants take long, and are made only for those who ask. */
async function mutatedBy(compiled: Compiled, options: TestOptions, terminal: Terminal): Promise<Mutations | undefined> {
  return options.mutate === true ? (await import('./mutation/mutations.ts')).mutations(compiled, options, terminal) : undefined;
}

type Verdict = 'passed' | 'failed' | 'unconfirmed';

/** An unconfirmed test that the policy no longer meets has failed; one that it meets says only that nothing has changed. */
function verdictOf({ test, failures }: TestResult): Verdict {
  if (failures.length > 0) return 'failed';
  return test.confirmed ? 'passed' : 'unconfirmed';
}

type Seen = ReadonlyMap<Failed, readonly RuleSeen[]>;

async function seenIn(results: readonly TestResult[], engine: EngineName): Promise<Seen> {
  const failed = results.filter(({ failures }) => failures.length > 0);
  return new Map((await Promise.all(failed.map((result) => rulesSeen(result, engine)))).flatMap((each) => [...each]));
}

function resultText(result: TestResult, seen: Seen, terminal: Terminal): string {
  const { colours } = terminal;
  const { test, failures } = result;
  const remark = test.confirmed ? '' : `  ${colours.yellow(say(terminal, { en: 'unconfirmed', zh: '待确认' }))}`;
  if (failures.length === 0) return `  ${test.confirmed ? colours.green('✓') : colours.yellow('?')} ${test.title}${remark}\n`;
  return `  ${colours.red('✗')} ${test.title}${remark}  ${colours.dim(placeOf(test.span))}\n${failures.map((failure) => failureText(failure, seen.get(failure) ?? [], terminal)).join('')}`;
}

function resultJson({ policy, test, failures }: TestResult, seen: Seen): object {
  return {
    policy: policy.name,
    test: test.title,
    file: test.span.file.path,
    line: positionAt(test.span.file, test.span.start).line,
    passed: failures.length === 0,
    confirmed: test.confirmed,
    failures: failures.map((failure) => {
      const { expectation, subject, expected, actual, differences, because, reasons } = failure;
      const { file, start } = expectation.span;
      return { subject, file: file.path, ...positionAt(file, start), expected, actual, differences, because, reasons, rules: seen.get(failure) ?? [] };
    }),
  };
}
