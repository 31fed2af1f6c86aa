import type { Span } from '../../read/tree/span.ts';
import * as runtime from './runtime.ts';

/**
 * JavaScript text made by this folder's own templates: keywords, numbered names and numbers. Never anything out of a
 * policy or a fact: those are values, handed over in arrays and named by number.
 */
export type Code = string;

/** Functions in the making, which are compiled together, and the values that their code names. */
export interface Program {
  /** The name of a value in the code: the same for the same value. */
  readonly constant: (value: unknown) => Code;
  /** The number of a place in the policy, for errors. */
  readonly position: (span: Span) => number;
  /** Adds a function, whose text is an expression. The type is what the template that wrote it knows it to be. */
  readonly add: <F>(text: Code) => Later<F>;
  /** Compiles what was added. */
  readonly finish: () => void;
}

/** What there will be once the program is finished. */
export type Later<T> = () => T;

export function newProgram(): Program {
  const constants: unknown[] = [];
  const names = new Map<unknown, Code>();
  const spans: Span[] = [];
  const texts: Code[] = [];
  let functions: readonly unknown[] | undefined;
  return {
    constant: (value) => {
      const known = names.get(value);
      if (known !== undefined) return known;
      const name = `k${constants.length}`;
      constants.push(value);
      names.set(value, name);
      return name;
    },
    position: (span) => spans.push(span) - 1,
    add: <F>(text: Code) => {
      const index = texts.push(text) - 1;
      return () => {
        if (functions === undefined) throw new Error('the program is not finished');
        // Only the template that wrote the text can know what it makes.
        return functions[index] as F;
      };
    },
    finish: () => {
      const prelude = `const {${Object.keys(runtime).join(',')}}=R;${constants.map((_, index) => `const k${index}=K[${index}];`).join('')}`;
      functions = generate(`"use strict";${prelude}return [${texts.join(',\n')}];`)(runtime, constants, spans);
    },
  };
}

type Generated = (functions: typeof runtime, constants: readonly unknown[], spans: readonly Span[]) => readonly unknown[];

/** The one place where text becomes code; `Code` says why that is safe. */
function generate(text: Code): Generated {
  return new Function('R', 'K', 'S', text) as Generated;
}

/** Whether this process may turn text into code: `--disallow-code-generation-from-strings` forbids it. */
export function mayGenerate(): boolean {
  try {
    generate('return [];');
    return true;
  } catch (thrown) {
    if (thrown instanceof EvalError) return false;
    throw thrown;
  }
}
