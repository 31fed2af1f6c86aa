import type { Missing, Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Evaluate } from '../engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { builtinCall, decisionCall, functionCall, lambda, valueCall } from './calls.ts';
import { checkOf } from './checks.ts';
import { contextOf, listOf, rangeOf } from './collections.ts';
import type { Compiler, EvaluateOrMissing, Watch } from './compiler.ts';
import { conditionOf } from './compiler.ts';
import { filter } from './filter.ts';
import { conditional, logic, membership } from './logic.ts';
import { loop, quantifier } from './loops.ts';
import { arithmetic, comparison, instanceTest, negation, rounding } from './operators.ts';
import { pathOrMissing, path } from './path.ts';
import { decisionRead, factOrMissing, factRead, missingTest, recordRead } from './reads.ts';

/** Hands out places for variables in the frames of one plan. */
export interface Places {
  next: number;
}

/** A compiler for a plan whose scope holds these variables at these places. */
export function compilerFor(plan: Plan, places: Places, variables: ReadonlyMap<string, number>, watch?: Watch): Compiler {
  const watched = <T extends Value | Missing>(node: Typed, evaluate: (frame: Frame) => T): ((frame: Frame) => T) => {
    const seen = watch?.(node);
    if (seen === undefined) return evaluate;
    return (frame) => {
      const value = evaluate(frame);
      seen(value, frame);
      return value;
    };
  };
  const compiler: Compiler = {
    plan,
    expression: (node) => watched(node, expressionOf(node, compiler)),
    orMissing: (node) => watched(node, orMissingOf(node, compiler)),
    condition: (node) => watched(node, node.kind === 'logic' ? logic(node, compiler) : conditionOf(expressionOf(node, compiler), node.span)),
    check: (test, type) => checkOf(test, type, compiler),
    placeOf: (variable) => {
      const place = variables.get(variable);
      if (place === undefined) throw new Error(`the checker left \`${variable}\` without a binding`);
      return place;
    },
    within: (variable) => {
      const place = places.next;
      places.next += 1;
      return { place, inner: compilerFor(plan, places, new Map([...variables, [variable, place]]), watch) };
    },
  };
  return compiler;
}

function expressionOf(node: Typed, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case 'constant': {
      const { value } = node;
      return () => value;
    }
    case 'fact':
      return factRead(node, compiler);
    case 'record':
      return recordRead(node, compiler);
    case 'decision':
      return decisionRead(node, compiler);
    case 'as of':
      return (frame) => frame.asOf;
    case 'variable': {
      const place = compiler.placeOf(node.name);
      return (frame) => frame.variables[place] ?? null;
    }
    case 'path':
      return path(node, compiler);
    case 'arithmetic':
      return arithmetic(node, compiler);
    case 'negate':
      return negation(node, compiler);
    case 'compare':
      return comparison(node, compiler);
    case 'logic':
      return logic(node, compiler);
    case 'membership':
      return membership(node, compiler);
    case 'if':
      return conditional(node, compiler);
    case 'for':
      return loop(node, compiler);
    case 'quantifier':
      return quantifier(node, compiler);
    case 'filter':
      return filter(node, compiler);
    case 'list':
      return listOf(node, compiler);
    case 'context':
      return contextOf(node, compiler);
    case 'range':
      return rangeOf(node, compiler);
    case 'builtin':
      return builtinCall(node, compiler);
    case 'call':
      return functionCall(node, compiler);
    case 'decision call':
      return decisionCall(node, compiler);
    case 'value call':
      return valueCall(node, compiler);
    case 'lambda':
      return lambda(node, compiler);
    case 'instance of':
      return instanceTest(node, compiler);
    case 'missing test':
      return missingTest(node, compiler);
    case 'round':
      return rounding(node, compiler);
  }
}

function orMissingOf(node: Typed, compiler: Compiler): EvaluateOrMissing {
  if (node.kind === 'fact') return factOrMissing(node, compiler);
  return node.kind === 'path' ? pathOrMissing(node, compiler) : expressionOf(node, compiler);
}
