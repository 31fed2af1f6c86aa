import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EngineName } from '../evaluate/engines.ts';
import { answerOf } from '../evaluate/evaluate.ts';
import type { Case } from '../evaluate/facts/case.ts';
import type { Tally } from '../evaluate/summary/tally.ts';
import type { Question } from '../library/request.ts';
import { decideFacts } from '../library/request.ts';
import type { Policy } from '../model/policy.ts';
import type { Printed, Printer } from './print-answers.ts';

/** What cases are decided by, and what is done with each. */
export interface Run {
  readonly policy: Policy;
  readonly question: Question<EngineName>;
  /** A case's own id. */
  readonly subjectOf: (found: Case) => string | undefined;
  readonly tally: Tally;
  /** Undefined where answers are only counted: then no reasons and receipts are made. */
  readonly printer: Printer | undefined;
}

/** The question itself was refused, whatever the case. */
export class UnsoundQuestion extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.code);
  }
}

/** Decides cases one after the other, and gives each answer as it is printed, in the order of the cases. Throws UnsoundQuestion. */
export async function* decideCases(cases: AsyncIterable<Case>, run: Run): AsyncGenerator<Printed> {
  const { policy, question, subjectOf, tally, printer } = run;
  for await (const found of cases) {
    const subject = subjectOf(found);
    const asked = subject === undefined ? question : { ...question, subject };
    const made = await decideFacts(policy, found.decoded, asked, (decided) => ({ decided, answer: printer && answerOf(decided) }));
    if ('of' in made) {
      tally.decided(made.of.decided);
      if (printer !== undefined && made.of.answer !== undefined) yield printer.answer(found.place, made.of.answer);
    } else {
      if (made.refusal.kind !== 'facts') throw new UnsoundQuestion(made.refusal.diagnostic);
      tally.refused(found.place, made.refusal.problems);
      if (printer !== undefined) yield printer.problems(found.place, made.refusal.problems);
    }
  }
  if (printer !== undefined) yield printer.end();
}
