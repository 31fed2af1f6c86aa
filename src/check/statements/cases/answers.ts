import type { Value } from '../../../feel/values/value.ts';
import type { Fact, Manual } from '../../../model/policy.ts';
import type { CaseField } from '../../../read/tree/statement.ts';
import { constantValue } from '../../expressions/constants.ts';
import { problem, type Scope } from '../../expressions/scope.ts';
import { isMoment } from '../givens.ts';
import type { CaseCell } from './cases.ts';
import type { AnswerPart } from './columns.ts';
import { fieldValue } from './fields.ts';

/** The answers of people in a record: `manual.M.value`, `.who` and `.when`, all of them or none. Undefined: there is none. */
export function answersIn(cells: readonly CaseCell[], scope: Scope): ReadonlyMap<Fact, Value | undefined> {
  const answers = new Map<Manual, Map<AnswerPart, CaseField>>();
  for (const { column, field } of cells) {
    if (column.kind !== 'answer') continue;
    const parts = answers.get(column.manual) ?? new Map<AnswerPart, CaseField>();
    if (field.text !== '') parts.set(column.part, field);
    answers.set(column.manual, parts);
  }
  return new Map([...answers].map(([manual, parts]) => [manual.fact, answerOf(manual, parts, scope)]));
}

function answerOf({ name, fact }: Manual, parts: ReadonlyMap<AnswerPart, CaseField>, scope: Scope): Value | undefined {
  const [value, who, when] = [parts.get('value'), parts.get('who'), parts.get('when')];
  const [first] = parts.values();
  if (first === undefined) return undefined;
  if (value === undefined || who === undefined || when === undefined || who.text.trim() === '' || !isMoment(when.text)) {
    problem(scope, 'manual-answer-malformed', (value ?? first).span, { name });
    return undefined;
  }
  return constantValue(fieldValue(value, fact.type, scope));
}
