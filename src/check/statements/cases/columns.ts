import { closest } from '../../../diagnostics/closest.ts';
import type { Decision, Fact, Manual, Trigger } from '../../../model/policy.ts';
import type { Identifier } from '../../../read/tree/expression.ts';
import type { CaseField, CaseRecord } from '../../../read/tree/statement.ts';
import { problem, type Scope } from '../../expressions/scope.ts';
import { findSubject, subjectsIn } from '../expectations.ts';
import { factsUnder, findTarget, pathsFor } from '../fact-paths.ts';
import { readField } from './fields.ts';

/** What a column of cases says of each of them. */
export type CaseColumn =
  | { readonly kind: 'title' }
  | { readonly kind: 'as of' }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'answer'; readonly manual: Manual; readonly part: AnswerPart }
  /** What comes of a decision or trigger; of a decision also the rules that determine it, of a trigger what it emits. */
  | { readonly kind: 'expect' | 'by' | 'emits'; readonly subject: Decision | Trigger; readonly path: readonly Identifier[] };

export type AnswerPart = 'value' | 'who' | 'when';

/** The columns of a header; undefined for one that says nothing known, which is reported, as are those that stand twice. */
export function columnsOf({ fields }: CaseRecord, scope: Scope): readonly (CaseColumn | undefined)[] {
  const taken = new Set<string>();
  return fields.map((field, index) => {
    const header = field.text.trim().replace(/\s+/g, ' ');
    const number = index + 1;
    if (taken.has(header)) {
      problem(scope, 'csv-duplicate-column', field.span, { header, number });
      return undefined;
    }
    taken.add(header);
    const column = columnOf(field, header, scope);
    if (column === 'unknown') problem(scope, 'cases-column-unknown', field.span, { header, number, suggestion: suggestionFor(header, scope) });
    return column === 'unknown' ? undefined : column;
  });
}

/** Undefined: what it names could not be read, or is reported where it stands. */
function columnOf(field: CaseField, header: string, scope: Scope): CaseColumn | 'unknown' | undefined {
  if (header === 'title') return { kind: 'title' };
  if (header === 'as_of') return { kind: 'as of' };
  const [, expected, word] = /^\s*expect\s+(.+?)(?:\s+(by|emits))?\s*$/.exec(field.text) ?? [];
  return expected === undefined ? factColumn(field, scope) : expectColumn(field, expected, word, scope);
}

function expectColumn(field: CaseField, subjectText: string, word: string | undefined, scope: Scope): CaseColumn | 'unknown' | undefined {
  const start = field.text.indexOf(subjectText, field.text.indexOf('expect') + 'expect'.length);
  const path = readPath(partOf(field, start, start + subjectText.length), scope);
  if (path === undefined) return 'unknown';
  const subject = findSubject(path, scope);
  if (subject === undefined) return undefined;
  const misplaced = word === (subject.kind === 'decision' ? 'emits' : 'by');
  if (misplaced) {
    problem(scope, 'expectation-misplaced', field.span, { name: subject.name, subject: subject.kind });
    return undefined;
  }
  return { kind: word === 'by' || word === 'emits' ? word : 'expect', subject, path };
}

function factColumn(field: CaseField, scope: Scope): CaseColumn | 'unknown' | undefined {
  const path = readPath(field, scope);
  if (path === undefined) return 'unknown';
  const part = path.at(-1)?.name;
  const answered = isAnswerPart(part) ? findTarget(path.slice(0, -1), scope.names) : undefined;
  if (answered?.kind === 'manual' && isAnswerPart(part)) return { kind: 'answer', manual: answered.manual, part };
  const target = findTarget(path, scope.names);
  if (target?.kind === 'unreadable') return undefined;
  const fact = target?.kind === 'facts' ? factsUnder(target.input.facts, target.keys).find(({ keys }) => keys.length === target.keys.length) : undefined;
  return fact === undefined ? 'unknown' : { kind: 'fact', fact };
}

function isAnswerPart(name: string | undefined): name is AnswerPart {
  return name === 'value' || name === 'who' || name === 'when';
}

/** A header that is no path is an unknown column, whatever keeps it from being one. */
function readPath(field: CaseField, scope: Scope): readonly Identifier[] | undefined {
  return readField(field, (grammar) => grammar.qualifiedName(), scope, () => undefined);
}

/** A part of what a field holds, as a field of its own. */
export function partOf({ text, span, places }: CaseField, start: number, end: number): CaseField {
  const placeOf = (at: number): number => (places === undefined ? span.start + at : (places[at] ?? span.end));
  return { text: text.slice(start, end), span: { ...span, start: placeOf(start), end: placeOf(end) }, places: places?.slice(start, end + 1) };
}

/** A fact whose label the header is, as spreadsheets for people have them, or what is spelled nearly so. */
function suggestionFor(header: string, { names }: Scope): string | undefined {
  const labelled = names.all.flatMap((name) => {
    const declared = names.find(name);
    return declared?.kind === 'input' ? declared.input.facts.filter(({ label }) => label === header) : [];
  });
  return labelled[0]?.path ?? closest(header, ['title', 'as_of', ...pathsFor(names), ...subjectsIn(names).map((subject) => `expect ${subject}`)]);
}
