import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { compilerFor } from '../evaluate/strict/expression.ts';
import { TESTED } from '../evaluate/strict/membership.ts';
import { declaredNames } from '../evaluate/strict/names.ts';
import { bind, emptyScope, newRun, type Evaluate, type Scope } from '../evaluate/strict/scope.ts';
import { typeOf, type TypeSetting } from '../evaluate/strict/item-types.ts';
import { beyondTheMachine } from '../evaluate/run/machine-limits.ts';
import { DEFAULT_WORK } from '../evaluate/run/work.ts';
import type { FeelDateTime } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import { withNames } from '../read/text/builtin-names.ts';
import { parse } from '../read/text/parse.ts';
import type { TypeExpression } from '../read/tree/expression.ts';

export interface FeelOptions {
  /** What `now()` and `today()` answer; null if left out. */
  readonly now?: FeelDateTime | undefined;
  /** How many steps of loops and calls it may take; ten million if left out. */
  readonly work?: number;
}

export interface FeelResult {
  readonly value: Value;
  /** Why values on the way are null, where FEEL has null for an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An expression or a cell of FEEL, ready to be evaluated. Throws FeelError `too-much-work` where the limit on work is met, `too-deep` where calls or values lie too deep in one another. */
export interface Feel {
  readonly evaluate: (variables: ReadonlyMap<string, Value>, options?: FeelOptions) => FeelResult;
}

/** Compiles a FEEL expression of the strict dialect, in which these names mean variables. Undefined where it cannot be read; why is reported. */
export function compileFeel(text: string, names: readonly string[], report: (found: Diagnostic) => void): Feel | undefined {
  const parsed = parse(text, origin(text), (grammar) => grammar.expression(), report, 'strict', withNames(names));
  return parsed && feelOf(names, report, (compiler) => compiler.expression(parsed));
}

/** The same for unary tests, as a cell of a decision table holds them: the value that they test is the variable `?`. */
export function compileUnaryTests(text: string, names: readonly string[], report: (found: Diagnostic) => void): Feel | undefined {
  const parsed = parse(text, origin(text), (grammar) => grammar.cell(), report, 'strict', withNames(names));
  return parsed && feelOf([...names, TESTED], report, (compiler) => compiler.tests(parsed));
}

function origin(text: string): Parameters<typeof parse>[1] {
  return { file: { path: 'FEEL', text }, offset: 0 };
}

function feelOf(names: readonly string[], report: (found: Diagnostic) => void, compile: (compiler: ReturnType<typeof compilerFor>) => Evaluate): Feel {
  const setting = { report, type: (written: TypeExpression) => typeOf(written, plainTypes(report)) };
  const evaluate = compile(compilerFor(declaredNames(), setting).within(...names));
  return {
    evaluate: (variables, { now, work = DEFAULT_WORK } = {}) => {
      const run = newRun(work, now);
      let scope: Scope = emptyScope(run);
      for (const name of names) scope = bind(scope, variables.get(name) ?? null);
      try {
        return { value: evaluate(scope), diagnostics: run.notes };
      } catch (thrown) {
        throw beyondTheMachine(thrown, run.work);
      }
    },
  };
}

/** Types where no model declares any. */
function plainTypes(report: (found: Diagnostic) => void): TypeSetting {
  return {
    definition: () => undefined,
    constraint: () => () => true,
    unknown: ({ span }, name) => report(diagnostic('item-definition-unknown', span, { name })),
  };
}
