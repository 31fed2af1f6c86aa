import { escapeString } from '../../../grammar/strings.ts';
import type { Identifier } from './expression.ts';
import { expressionText, nameText, testText, typeText } from './expression-text.ts';
import type { CitationTree, EmitTree, ExpectationTree, FormalParameter, Period, PropertyClaim, RoundingTree, SourceStatement, Text, TypeUse } from './statement.ts';

/** The canonical texts of what clauses say, which both spellings are written with. */

/** ` "label"`, or nothing. */
export function labelText(label: Text | undefined): string {
  return label === undefined ? '' : ` ${escapeString(label.text)}`;
}

/** `name "label"`. */
export function named({ name, label }: { readonly name: Identifier; readonly label: Text | undefined }): string {
  return nameText(name.name) + labelText(label);
}

/** `loan.overdue_days`. */
export function pathText(path: readonly Identifier[]): string {
  return path.map(({ name }) => nameText(name)).join('.');
}

/** `money CNY >= 0 step 0.01 optional`. */
export function useText({ type, constraint, step, optional }: TypeUse): string {
  const parts = [typeText(type), ...constraint.map(testText)];
  if (step !== undefined) parts.push(`step ${expressionText(step)}`);
  if (optional) parts.push('optional');
  return parts.join(' ');
}

/** `class : Class`. */
export function parameterText({ name, use }: FormalParameter): string {
  return `${nameText(name.name)} : ${useText(use)}`;
}

/** `2024-01-01 ..`. */
export function periodText({ from, to }: Period): string {
  return [from?.text, '..', to?.text].filter((part) => part !== undefined).join(' ');
}

/** `Measures2023 art 10`. */
export function citationText({ source, unit, from, to }: CitationTree): string {
  const articles = from === undefined ? '' : ` ${from}${to === undefined ? '' : `..${to}`}`;
  return pathText(source) + (unit === undefined ? '' : ` ${unit}`) + articles;
}

/** `articles 1..48, 50`, or nothing. */
export function listingText({ unit, listed }: SourceStatement): string | undefined {
  return unit === undefined ? undefined : `${unit} ${listed.map(({ from, to }) => from + (to === undefined ? '' : `..${to}`)).join(', ')}`;
}

/** `half up to 0.01`. */
export function roundingText({ method, step }: RoundingTree): string {
  return `${method} to ${expressionText(step)}`;
}

/** `watch { loan: loan.id }`: what an `emit` says. */
export function emitText({ event, data }: Pick<EmitTree, 'event' | 'data'>): string {
  return nameText(event.name) + (data === undefined ? '' : ` ${expressionText(data)}`);
}

/** What a property claims. */
export function claimText(claim: PropertyClaim): string {
  if (claim.kind === 'always') return `always ${expressionText(claim.condition)}${claim.when === undefined ? '' : ` when ${expressionText(claim.when)}`}`;
  return `${expressionText(claim.subject)} never ${claim.never} when ${expressionText(claim.driver)} ${claim.moves}`;
}

/** What a test expects, without `expect`. */
export function expectationText({ subject, expected }: ExpectationTree): string {
  const of = pathText(subject);
  switch (expected.kind) {
    case 'value':
      return `${of} = ${expressionText(expected.value)}${listed(' by', expected.by.map(pathText))}${listed(' cites', expected.cites.map(citationText))}`;
    case 'outcome':
      return `${of} ${expected.outcome}${labelText(expected.reason)}${listed('', expected.paths.map(pathText))}`;
    case 'emits':
      return `${of} emits ${emitText(expected)}`;
    case 'silent':
      return `${of} silent`;
  }
}

function listed(word: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `${word} ${texts.join(', ')}`;
}
