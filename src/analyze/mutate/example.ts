import type { Policy } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';
import { exampleTest } from '../example/example-test.ts';
import { literal } from '../example/literal.ts';
import { memberNamesFor } from '../example/member-names.ts';
import { nameText } from '../../read/tree/expression-text.ts';
import { evaluatedIn, type Evaluated, type Subject } from './difference/step.ts';
import type { Mutant } from './mutants.ts';

/** A test that kills a mutant: a case in which it differs, and what the policy gives there today. */
export function killingTest(mutant: Mutant, subject: Subject, example: Case): string {
  const evaluated = evaluatedIn(subject, example);
  return exampleTest(subject.policy, titleOf(mutant, subject), example, evaluated === undefined ? [] : expectationsOf(evaluated, subject.policy));
}

const LONGEST = 60;

/** `overdue_floor: 91..270, not 92..270`. */
function titleOf({ edits }: Mutant, { reader }: Subject): string {
  const [edit] = edits;
  if (edit === undefined) return reader.name;
  const { file, start, end } = edit.span;
  const [before, after] = [file.text.slice(start, end), edit.text].map((text) => text.replaceAll(/\s+/g, ' ').trim()).map((text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text));
  return `${reader.name}: ${before ?? ''}${after === '' ? '' : `, not ${after ?? ''}`}`;
}

function expectationsOf({ frame: { results }, step }: Evaluated, policy: Policy): readonly string[] {
  const { index } = step;
  const name = nameText(step.kind === 'decision' ? step.decision.name : step.trigger.name);
  const members = memberNamesFor(policy);
  const outcome = results.outcomes[index] ?? 'error';
  if (outcome !== 'decided') return [`${name} ${outcome}`];
  if (step.kind === 'decision') return [`${name} = ${literal(results.values[index] ?? null, step.decision.type, members)}`];
  if (results.values[index] !== true) return [`${name} silent`];
  return step.trigger.emits.map(({ event, data }, position) => {
    const said = data === undefined ? '' : ` ${literal(results.events[index]?.[position] ?? null, data.type, members)}`;
    return `${name} emits ${nameText(event)}${said}`;
  });
}
