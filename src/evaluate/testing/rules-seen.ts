import type { Expectation } from '../../model/policy.ts';
import type { DecisionAnswer, Json, Trace, TraceTable, TriggerAnswer } from '../answer.ts';
import type { EngineName } from '../engines.ts';
import { evaluateAsync } from '../evaluate.ts';
import { valueToJson } from '../value-json.ts';
import { sameJson } from './differences.ts';
import type { Failed, TestResult } from './run-tests.ts';

/** What became of a rule of which a failed expectation has something to do. */
export type RuleSeen =
  /** It fired, for these values of its table's columns. */
  | { readonly kind: 'fired'; readonly rule: string; readonly columns: TraceTable['columns'] }
  /** It did not: this is the first of its cells that failed. */
  | { readonly kind: 'did not match'; readonly rule: string; readonly column: string; readonly cell: string; readonly value: Json }
  /** Its cells hold, but another rule goes before it. */
  | { readonly kind: 'outranked'; readonly rule: string }
  | { readonly kind: 'exception'; readonly rule: string; readonly target: string; readonly state: 'replaced' | 'when is false' | 'target did not fire' };

/** Rows that were not asked for but would have given the expected value: more are no help. */
const MOST_ROWS = 3;

/**
 * What fired instead of what each failed expectation of a test expects, and why the rules expected did not; among these
 * count the rows of the decision's own tables that give the expected value. Evaluates the test anew: what every row came to
 * is asked for only where somebody reads it.
 */
export async function rulesSeen({ policy, test, answer, failures }: TestResult, engine: EngineName): Promise<ReadonlyMap<Failed, readonly RuleSeen[]>> {
  const decisions = failures.map(({ subject }) => subject);
  const { trace } = await evaluateAsync(policy, { values: test.givens }, { asOf: test.asOf, decisions, engine, explain: 'full' });
  return new Map(
    failures.map((failure) => {
      const found = answer.decisions[failure.subject] ?? answer.triggers[failure.subject];
      return [failure, found === undefined || trace === null ? [] : rulesFor(failure.expectation, failure.subject, found, trace)];
    }),
  );
}

function rulesFor({ subject, expected }: Expectation, name: string, found: DecisionAnswer | TriggerAnswer, trace: Trace): readonly RuleSeen[] {
  const fired = new Set(['rules' in found ? found.rules : [], found.because].flat());
  const by = expected.kind === 'value' ? expected.by : [];
  const giving = rowsGiving(subject, expected).map((id) => `${name}.${id}`).filter((rule) => !fired.has(rule));
  const wanted = new Set([...by, ...(giving.length <= MOST_ROWS ? giving : [])]);
  const seen = trace.steps.flatMap(({ tables, exceptions }) => [
    ...tables.flatMap((table) => rowsSeen(table, fired, wanted)),
    ...exceptions.flatMap(({ exception, target, state }): RuleSeen[] =>
      fired.has(exception) || wanted.has(exception) ? [{ kind: 'exception', rule: exception, target, state }] : [],
    ),
  ]);
  // A parameter that is looked up alike in several places is told once.
  return [...new Map(seen.map((each) => [JSON.stringify(each), each])).values()];
}

function rowsSeen({ columns, fired, outranked = [], not_fired: failed = [] }: TraceTable, relevant: ReadonlySet<string>, wanted: ReadonlySet<string>): readonly RuleSeen[] {
  return [
    ...fired.filter((rule) => relevant.has(rule)).map((rule): RuleSeen => ({ kind: 'fired', rule, columns })),
    ...failed.flatMap((each): RuleSeen[] => (wanted.has(each.rule) ? [{ kind: 'did not match', ...each }] : [])),
    ...outranked.flatMap((rule): RuleSeen[] => (wanted.has(rule) ? [{ kind: 'outranked', rule }] : [])),
  ];
}

/** The rows of a decision's own tables whose output is the constant that is expected. */
function rowsGiving(subject: Expectation['subject'], expected: Expectation['expected']): readonly string[] {
  if (subject.kind !== 'decision' || expected.kind !== 'value' || expected.value.kind !== 'constant') return [];
  const wanted = valueToJson(expected.value.value, subject.type);
  return subject.bodies.flatMap((body) => {
    if (body.kind !== 'table' || body.outputs.length !== 1) return [];
    return body.rows.flatMap(({ id, outputs: [output] }) => (output?.kind === 'constant' && sameJson(valueToJson(output.value, subject.type), wanted) ? [id] : []));
  });
}
