/**
 * The shipped classification policy, side by side in one process: a function written by hand, our evaluators, and
 * json-rules-engine. `npm run bench`. All must agree on every loan before anything is measured.
 */
import { compile, evaluate } from '../../src/index.ts';
import { askedOf } from '../../src/evaluate/asked.ts';
import type { ImmediateEngine } from '../../src/evaluate/engines.ts';
import { engineNamed } from '../../src/evaluate/engines.ts';
import { evaluateAsync, evaluate as evaluateFacts } from '../../src/evaluate/evaluate.ts';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import type { PlainJson } from '../../src/evaluate/facts/plain-json.ts';
import { exactJsonOf } from '../../src/evaluate/facts/plain-json.ts';
import { planFor } from '../../src/evaluate/plan/plans.ts';
import type { Frame } from '../../src/evaluate/run/frame.ts';
import { frameFor } from '../../src/evaluate/run/frame.ts';
import { loadFacts } from '../../src/evaluate/run/load-facts.ts';
import { prepare } from '../../src/evaluate/run/prepare.ts';
import { runSteps } from '../../src/evaluate/run/run.ts';
import { DEFAULT_WORK, workOf } from '../../src/evaluate/run/work.ts';
import type { Answer } from '../../src/evaluate/answer.ts';
import { dateOf } from '../../src/feel/values/temporal.ts';
import { Decimal } from '../../src/feel/values/decimal.ts';
import { EnumMember } from '../../src/feel/values/enum.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Found } from './five-level/by-hand.ts';
import { classifyByHand, fen, handLoan } from './five-level/by-hand.ts';
import { jsonRulesEngine } from './five-level/by-json-rules-engine.ts';
import type { LoanCase } from './five-level/cases.ts';
import { classes, loanBook } from './five-level/cases.ts';
import type { Contestant } from './measure.ts';
import { measure, sink } from './measure.ts';

const decisions = ['class', 'provision', 'watch_list', 'non_performing', 'group_assessment'];
const asOf = dateOf(2024, 10, 15) ?? fail('no such date');
const book = loanBook(1000);

const { policies } = await compile('rules');
const policy = policies.get('loan_classification') ?? fail('the policy is not shipped');
const plan = planFor(policy, asOf);
const asked = askedOf(plan, policy, decisions);
const hands = book.map(handLoan);
const facts = book.map((loan) => factsOf(policy, loan));
const byRules = jsonRulesEngine();

/** Runs the plan and leaves the values where they are: what a program that needs no reasons would call. */
function valuesOnly(engine: ImmediateEngine): (given: Facts) => Frame {
  const prepared = prepare(plan, engineNamed(engine));
  return (given) => {
    const frame = frameFor(prepared, asOf, loadFacts(plan, given), workOf(DEFAULT_WORK));
    runSteps(frame, asked.run);
    return frame;
  };
}

function withReasons(engine: ImmediateEngine): (given: Facts) => Answer {
  return (given) => evaluateFacts(policy, given, { asOf, decisions, engine });
}

async function withReasonsByRules(given: Facts): Promise<Answer> {
  return evaluateAsync(policy, given, { asOf, decisions, engine: 'json-rules-engine' });
}

function fromPlainData(loan: LoanCase): Answer {
  return evaluate(policy, plain(loan), { asOf: '2024-10-15', decisions });
}

await expectAgreement();

const contestants: readonly Contestant[] = [
  over('written by hand, whole fen', hands, classifyByHand),
  over('compiled, values only, facts validated', facts, valuesOnly('compiled')),
  over('closures, values only, facts validated', facts, valuesOnly('closures')),
  over('compiled, evaluate(): reasons and receipt', facts, withReasons('compiled')),
  over('closures, evaluate(): reasons and receipt', facts, withReasons('closures')),
  over('compiled, from plain data: validation, reasons and receipt', book, fromPlainData),
  later('our json-rules-engine evaluator, evaluate(): reasons and receipt', facts.slice(0, 20), withReasonsByRules),
  later('json-rules-engine 7.3.1 by itself, values and events', hands.slice(0, 100), byRules),
];
const times = await measure(contestants, 41);
const byHand = times[0] ?? Number.NaN;
console.table(
  contestants.map(({ name }, index) => {
    const nanoseconds = times[index] ?? Number.NaN;
    return { evaluator: name, 'ns each': Math.round(nanoseconds), 'evaluations per second': Math.round(1e9 / nanoseconds), 'times by hand': Number((nanoseconds / byHand).toFixed(1)) };
  }),
);

function over<T>(name: string, inputs: readonly T[], decide: (input: T) => unknown): Contestant {
  return {
    name,
    operations: inputs.length,
    run: () => {
      for (const input of inputs) sink.value = decide(input);
    },
  };
}

function later<T>(name: string, inputs: readonly T[], decide: (input: T) => Promise<unknown>): Contestant {
  return {
    name,
    operations: inputs.length,
    run: async () => {
      for (const input of inputs) sink.value = await decide(input);
    },
  };
}

/** Every way of deciding must find the same for every loan. */
async function expectAgreement(): Promise<void> {
  const ours = { compiled: valuesOnly('compiled'), closures: valuesOnly('closures') };
  for (const [index, loan] of book.entries()) {
    const hand = hands[index] ?? fail('a loan is lacking');
    const given = facts[index] ?? fail('facts are lacking');
    const expected = JSON.stringify(classifyByHand(hand));
    const found = [foundIn(ours.compiled(given)), foundIn(ours.closures(given)), foundInAnswer(fromPlainData(loan)), foundInAnswer(await withReasonsByRules(given)), await byRules(hand)].map((each) => JSON.stringify(each));
    if (found.some((each) => each !== expected)) fail(`they differ over ${JSON.stringify(loan)}: by hand ${expected}, then ${found.join(', ')}`);
  }
}

function foundIn({ results }: Frame): Found {
  const value = (name: string): unknown => results.values[asked.answered.find((step) => step.name === name)?.index ?? -1];
  const [found, provision] = [value('class'), value('provision')];
  if (!(found instanceof EnumMember) || !(provision instanceof Decimal)) return fail('not decided');
  return {
    class: found.rank,
    provision: Number(provision.coefficient) * 10 ** (2 - provision.scale),
    watched: value('watch_list') === true,
    nonPerforming: value('non_performing') === true,
    groupToAssess: value('group_assessment') === true,
  };
}

function foundInAnswer({ decisions: decided, triggers }: Answer): Found {
  const provision = decided['provision']?.value;
  return {
    class: classes.findIndex((name) => name === decided['class']?.value),
    provision: typeof provision === 'string' ? fen(provision) : Number.NaN,
    watched: triggers['watch_list']?.fired === true,
    nonPerforming: triggers['non_performing']?.fired === true,
    groupToAssess: triggers['group_assessment']?.fired === true,
  };
}

function factsOf(of: Policy, loan: LoanCase): Facts {
  const decoded = decodeFacts(of, exactJsonOf(plain(loan)));
  return 'facts' in decoded ? decoded.facts : fail(`the facts do not fit: ${JSON.stringify(decoded.problems[0])}`);
}

/** As the library takes it; an interface has no index signature, the data has nothing but strings, booleans and objects. */
function plain(loan: LoanCase): PlainJson {
  return loan as unknown as PlainJson;
}

function fail(why: string): never {
  throw new Error(why);
}
