import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FeelDateTime } from '../../feel/values/temporal.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Span } from '../../read/tree/span.ts';
import { charge, workOf, type Work } from '../run/work.ts';

/** One evaluation of a model. */
export interface Run {
  /** What `now()` and `today()` answer: given by the caller, since no evaluation asks a clock. */
  readonly now: FeelDateTime | undefined;
  readonly work: Work;
  /** How deep functions have called one another. */
  depth: number;
  /** Values of inputs, and of decisions that are not to be made here: by the element of the model. */
  readonly given: ReadonlyMap<object, Value>;
  /** Decisions made so far. Undefined: one that is being made. */
  readonly decided: Map<object, Value | undefined>;
  /** Why values are null, in order, up to a limit. */
  readonly notes: Diagnostic[];
}

/** The start of an evaluation that may take so many steps. */
export function newRun(work: number, now?: FeelDateTime, given: Run['given'] = new Map()): Run {
  return { now, work: workOf(work), depth: 0, given, decided: new Map(), notes: [] };
}

/** A value that is bound to a name, and those bound before it: what an expression can see while it runs. */
export interface Scope {
  readonly run: Run;
  readonly value: Value;
  readonly outer: Scope | undefined;
}

export type Evaluate = (scope: Scope) => Value;

/** FEEL's three truth values: what is neither true nor false is null. */
export type Truth = boolean | null;
export type Decide = (scope: Scope) => Truth;

export function bind(scope: Scope, value: Value): Scope {
  return { run: scope.run, value, outer: scope };
}

/** The scope in which nothing is bound yet. */
export function emptyScope(run: Run): Scope {
  return { run, value: null, outer: undefined };
}

const NOTES_KEPT = 100;

export function note(run: Run, diagnostic: Diagnostic): void {
  if (run.notes.length < NOTES_KEPT) run.notes.push(diagnostic);
}

/** FEEL's null for an error: the reason is kept. */
export function nullFor(thrown: unknown, scope: Scope, span: Span): null {
  if (!isNull(thrown)) throw thrown;
  charge(scope.run.work, STEPS_OF_AN_ERROR);
  note(scope.run, thrown.at(span).diagnostic);
  return null;
}

/** Throwing and catching takes as long as some turns of a loop. */
const STEPS_OF_AN_ERROR = 5;

/** Whether something thrown is an error that FEEL has null for. The limits on an evaluation are none: they end it. */
export function isNull(thrown: unknown): thrown is FeelError {
  return thrown instanceof FeelError && thrown.diagnostic.code !== 'too-much-work' && thrown.diagnostic.code !== 'too-deep';
}
