import type { MetGoal } from '../../analyze/coverage/coverage.ts';
import type { Language } from '../../diagnostics/message.ts';
import { lineStarts, lineText, positionInText } from '../../diagnostics/position.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import { escaped } from './escaped.ts';
import { grouped } from './grouped.ts';

/** Goals that lie at one place of a file. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly goals: readonly MetGoal[];
}

/** A policy's text as a table, a row for each line. Cells and comparisons are marked in it; rows and statements at their line. */
export function sourceHtml(file: SourceFile, goals: readonly MetGoal[], language: Language): string {
  const places = placesOf(goals.filter(({ isImpossible }) => !isImpossible));
  const isMark = ({ start, end }: Place): boolean =>
    !file.text.slice(start, end).includes('\n') && !places.some((other) => other.start >= start && other.end <= end && (other.start !== start || other.end !== end));
  const lineOf = (place: Place): number => positionInText(file, place.start).line;
  const byLine = grouped(places, lineOf);
  const lines = lineStarts(file).map((start, index) => {
    const own = byLine.get(index + 1) ?? [];
    const text = lineText(file, index + 1);
    const all = own.flatMap((place) => place.goals);
    const atLine = own.filter((place) => !isMark(place)).flatMap((place) => place.goals);
    const told = atLine.length === 0 ? all : atLine;
    return lineHtml(index + 1, stateOf(all, told), told, marked(text, start, own.filter(isMark), language), language);
  });
  return `<table class="source">\n${lines.join('\n')}\n</table>`;
}

function placesOf(goals: readonly MetGoal[]): readonly Place[] {
  const places = grouped(goals, ({ goal: { span } }) => `${span.start} ${span.end}`);
  return [...places.values()].flatMap((own) => own.slice(0, 1).map(({ goal: { span } }): Place => ({ start: span.start, end: span.end, goals: own })));
}

/** A line is uncovered where nothing shows what the line itself is for, and partly covered where something in it is not shown. */
function stateOf(all: readonly MetGoal[], told: readonly MetGoal[]): string {
  if (all.length === 0) return '';
  if (told.every(({ tests }) => tests === 0)) return 'uncovered';
  return all.some(({ tests }) => tests === 0) ? 'partly' : 'covered';
}

function lineHtml(line: number, state: string, told: readonly MetGoal[], html: string, language: Language): string {
  const tests = told.length === 0 ? '' : `${Math.max(...told.map((each) => each.tests))}×`;
  const title = told.length === 0 ? '' : ` title="${titleOf(told, language)}"`;
  return `<tr id="L${line}"${state === '' ? '' : ` class="${state}"`}><td class="line">${line}</td><td class="tests"${title}>${tests}</td><td>${html}</td></tr>`;
}

/** The text of a line that begins at `start` of its file, with its places marked. */
function marked(text: string, start: number, places: readonly Place[], language: Language): string {
  let html = '';
  let done = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const [from, to] = [place.start - start, place.end - start];
    if (from < done) continue;
    const state = place.goals.every(({ tests }) => tests > 0) ? 'covered' : 'uncovered';
    html += `${escaped(text.slice(done, from))}<mark class="${state}" title="${titleOf(place.goals, language)}">${escaped(text.slice(from, to))}</mark>`;
    done = to;
  }
  return html + escaped(text.slice(done));
}

/** What is to be shown there, and how many tests do. */
function titleOf(goals: readonly MetGoal[], language: Language): string {
  return escaped(goals.map(({ goal, tests }) => `${goal.what[language]}: ${tests}×`).join('\n'));
}
