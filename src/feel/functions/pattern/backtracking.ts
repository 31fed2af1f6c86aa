import { isCaseVariant } from './case-variants.ts';
import { includes } from './character-set.ts';
import type { FoundMatch } from './compile.ts';
import type { PatternNode } from './node.ts';
import { problem } from './problem.ts';

/** What is still to be matched, in order. */
interface Continuation {
  readonly step: Step;
  readonly next: Continuation | undefined;
}

type Step =
  | PatternNode
  /** Notes where a group begins or ends. */
  | { readonly kind: 'note'; readonly slot: number }
  /** Goes on only if something was matched since: a loop over nothing would not end. */
  | { readonly kind: 'progress'; readonly since: number };

/** A way of matching that is still open: what is left to do at a place of the text, and where groups began and ended. */
interface Way {
  readonly ahead: Continuation | undefined;
  readonly at: number;
  /** Two for each group, the whole match being group 0. */
  readonly notes: readonly (number | undefined)[];
}

/** Some tens of milliseconds. */
export const MOST_STEPS = 100_000;

/**
 * Matches a pattern with back-references by trying one way after the other, which no engine can do in time proportional to the text: after a
 * hundred thousand steps it gives up, with a PatternProblem.
 */
export function backtrackingMatches(node: PatternNode, groups: number): (input: string) => Iterable<FoundMatch> {
  const whole: PatternNode = { kind: 'group', number: 0, body: node };
  const nothingNoted = Array<undefined>(2 * (groups + 1)).fill(undefined);
  return function* (input) {
    let steps = MOST_STEPS;
    const spend = (): void => {
      steps -= 1;
      if (steps < 0) throw problem('with its back-references it takes too long on this text', '含反向引用，在此文本上匹配耗时过长');
    };
    for (let from = 0; from <= input.length; ) {
      const notes = firstWay({ ahead: { step: whole, next: undefined }, at: from, notes: nothingNoted }, input, spend);
      const end = notes?.[1];
      if (notes !== undefined && end !== undefined) yield { start: from, end, group: (number) => textOf(notes, number, input) };
      from = end === undefined || end === from ? from + Math.max(1, characterAt(input, from).length) : end;
    }
  };
}

/** Where the groups lie in the first way to match, in the order of preference that the pattern states. */
function firstWay(begin: Way, input: string, spend: () => void): Way['notes'] | undefined {
  const open: Way[] = [begin];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    for (let here: Way | undefined = way; here !== undefined; ) {
      spend();
      if (here.ahead === undefined) return here.notes;
      const [first, ...others]: readonly Way[] = waysOn(here, here.ahead, input);
      open.push(...others.reverse());
      here = first;
    }
  }
  return undefined;
}

/** How matching can go on, the preferred way first; none where it fails. */
function waysOn(way: Way, { step, next }: Continuation, input: string): readonly Way[] {
  const { at, notes } = way;
  const matched = (text: string): readonly Way[] => [{ ahead: next, at: at + text.length, notes }];
  switch (step.kind) {
    case 'character': {
      const character = characterAt(input, at);
      return character !== '' && includes(step.set, character) ? matched(character) : [];
    }
    case 'reference': {
      const text = textOf(notes, step.group, input);
      return sameText(text, input.slice(at, at + text.length), step.ignoreCase) ? matched(text) : [];
    }
    case 'start':
      return at === 0 || (step.ofLine && input[at - 1] === '\n' && at < input.length) ? matched('') : [];
    case 'end':
      return at === input.length || (step.ofLine && input[at] === '\n') ? matched('') : [];
    case 'sequence':
      return [{ ...way, ahead: first(step.parts, next) }];
    case 'choice':
      return step.options.map((option) => ({ ...way, ahead: first([option], next) }));
    case 'group':
      if (step.number === undefined) return [{ ...way, ahead: first([step.body], next) }];
      return [{ ...way, ahead: first([{ kind: 'note', slot: 2 * step.number }, step.body, { kind: 'note', slot: 2 * step.number + 1 }], next) }];
    case 'note':
      return [{ ahead: next, at, notes: notes.with(step.slot, at) }];
    case 'progress':
      return at > step.since ? matched('') : [];
    case 'repeat': {
      const { body, least, most } = step;
      const left: PatternNode = { ...step, least: Math.max(0, least - 1), most: most === undefined ? undefined : most - 1 };
      if (least > 0) return [{ ...way, ahead: first([body, left], next) }];
      if (most === 0) return matched('');
      const again = { ...way, ahead: first([body, { kind: 'progress', since: at }, left], next) };
      return step.lazy ? [...matched(''), again] : [again, ...matched('')];
    }
  }
}

function first(steps: readonly Step[], next: Continuation | undefined): Continuation | undefined {
  return steps.reduceRight<Continuation | undefined>((after, step) => ({ step, next: after }), next);
}

/** What a group has matched; one that has matched nothing is as one that has matched the empty text. */
function textOf(notes: Way['notes'], group: number, input: string): string {
  return input.slice(notes[2 * group] ?? 0, notes[2 * group + 1] ?? 0);
}

function sameText(text: string, other: string, ignoreCase: boolean): boolean {
  if (text === other || !ignoreCase) return text === other;
  const [left, right] = [Array.from(text), Array.from(other)];
  return left.length === right.length && left.every((character, index) => isCaseVariant(character, right[index] ?? ''));
}

/** The character at a place, of one code unit or two; empty at the end. */
function characterAt(input: string, at: number): string {
  const codePoint = input.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
