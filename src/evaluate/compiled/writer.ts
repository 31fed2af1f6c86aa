import type { Fact } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Plan } from '../plan/plan.ts';
import type { Code, Program } from './program.ts';

/**
 * Writes one function. What it reads of the frame is read once, at its start. Before each step that can fail, the code
 * notes where it stands in the policy (`p = 7`), and one handler at the end places the error there; nothing else is
 * spent on errors.
 */
export interface Writer {
  readonly plan: Plan;
  readonly program: Program;
  /** A new local, to keep a value in. */
  readonly local: () => Code;
  /** The local that holds a fact, or MISSING. */
  readonly fact: (fact: Fact) => Code;
  /** The local that holds the value of an upstream decision. */
  readonly decision: (step: number) => Code;
  /** `p = 7`. */
  readonly at: (span: Span) => Code;
  /** The local that holds a variable of the policy. */
  readonly variable: (name: string) => Code;
  /** The same, with a variable more. */
  readonly binding: (name: string, local: Code) => Writer;
  /** A function that runs while this one does, such as the body of a loop. `body` gives its statements. */
  readonly callback: (body: (inner: Writer, parameter: Code) => Code) => Code;
  /** A function that may run when this one has ended. `body` gives the expression that it returns. */
  readonly separate: (parameters: readonly string[], body: (inner: Writer) => Code) => Code;
}

/** Where the parameters of a function of the policy lie in the frame, by name. */
export type Parameters = ReadonlyMap<string, number>;

/** What all functions within one share. */
interface Outermost {
  readonly plan: Plan;
  readonly program: Program;
  readonly parameters: Parameters;
  /** By local, the statement that fills it. */
  readonly reads: Map<Code, Code>;
  locals: number;
}

/** A `try` with its handler. */
interface Guard {
  used: boolean;
}

/** The text of a function `(F, …given) => { … }`; `body` gives its statements. */
export function functionText(plan: Plan, program: Program, parameters: Parameters, given: readonly Code[], body: (writer: Writer) => Code): Code {
  const outermost: Outermost = { plan, program, parameters, reads: new Map(), locals: 0 };
  const statements = guarded(outermost, new Map(), body);
  return `(${['F', ...given].join(',')})=>{${[...outermost.reads.values()].join('')}${statements}}`;
}

/** Statements with their own handler for errors. */
function guarded(outermost: Outermost, scope: ReadonlyMap<string, Code>, body: (writer: Writer) => Code): Code {
  const guard: Guard = { used: false };
  const statements = block(outermost, guard, scope, body);
  return guard.used ? `let p=0;try{${statements}}catch(e){throw placed(e,S[p]);}` : statements;
}

/** Statements with their own locals. */
function block(outermost: Outermost, guard: Guard, scope: ReadonlyMap<string, Code>, body: (writer: Writer) => Code): Code {
  const locals: Code[] = [];
  const statements = body(writerFor(outermost, guard, scope, locals));
  return locals.length === 0 ? statements : `let ${locals.join(',')};${statements}`;
}

function writerFor(outermost: Outermost, guard: Guard, scope: ReadonlyMap<string, Code>, locals: Code[]): Writer {
  const { plan, program, parameters, reads } = outermost;
  const number = (): number => (outermost.locals += 1);
  const read = (local: Code, source: Code): Code => {
    reads.set(local, `const ${local}=${source};`);
    return local;
  };
  return {
    plan,
    program,
    local: () => {
      const local = `t${number()}`;
      locals.push(local);
      return local;
    },
    fact: (fact) => {
      const slot = plan.factOf.get(fact)?.slot;
      if (slot === undefined) throw new Error(`the plan lacks \`${fact.path}\``);
      return read(`f${slot}`, `F.facts[${slot}]`);
    },
    decision: (step) => read(`d${step}`, `F.results.values[${step}]`),
    at: (span) => {
      guard.used = true;
      return `p=${program.position(span)}`;
    },
    variable: (name) => {
      const local = scope.get(name);
      if (local !== undefined) return local;
      const place = parameters.get(name);
      if (place === undefined) throw new Error(`the checker left \`${name}\` without a binding`);
      return read(`v${place}`, `F.variables[${place}]`);
    },
    binding: (name, local) => writerFor(outermost, guard, new Map([...scope, [name, local]]), locals),
    callback: (body) => {
      const parameter = `x${number()}`;
      return `(${parameter})=>{${block(outermost, guard, scope, (inner) => body(inner, parameter))}}`;
    },
    separate: (names, body) => {
      const bound = names.map((name): [string, Code] => [name, `x${number()}`]);
      const statements = guarded(outermost, new Map([...scope, ...bound]), (inner) => `return ${body(inner)};`);
      return `(${bound.map(([, local]) => local).join(',')})=>{${statements}}`;
    },
  };
}
