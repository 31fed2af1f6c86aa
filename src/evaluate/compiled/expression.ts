import type { Typed } from '../../model/expression.ts';
import { arithmetic, comparison, instanceTest, negation, rounding } from './operators.ts';
import { builtinCall, decisionCall, functionCall, lambda, valueCall } from './calls.ts';
import { context, list, range } from './collections.ts';
import { conditional, logic, membership } from './logic.ts';
import { filter, loop, quantifier } from './loops.ts';
import { decisionRead, factOrMissing, factRead, missingTest, path, pathOrMissing, recordRead } from './reads.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

/** The code of an expression: an expression of JavaScript that computes its value, or throws a FeelError or Undecided. */
export function expression(node: Typed, writer: Writer): Code {
  switch (node.kind) {
    case 'constant':
      return writer.program.constant(node.value);
    case 'fact':
      return factRead(node, writer);
    case 'record':
      return recordRead(node, writer);
    case 'decision':
      return decisionRead(node, writer);
    case 'as of':
      return 'F.asOf';
    case 'variable':
      return writer.variable(node.name);
    case 'path':
      return path(node, writer);
    case 'arithmetic':
      return arithmetic(node, writer);
    case 'negate':
      return negation(node, writer);
    case 'compare':
      return comparison(node, writer);
    case 'logic':
      return logic(node, writer);
    case 'membership':
      return membership(node, writer);
    case 'if':
      return conditional(node, writer);
    case 'for':
      return loop(node, writer);
    case 'quantifier':
      return quantifier(node, writer);
    case 'filter':
      return filter(node, writer);
    case 'list':
      return list(node, writer);
    case 'context':
      return context(node, writer);
    case 'range':
      return range(node, writer);
    case 'builtin':
      return builtinCall(node, writer);
    case 'call':
      return functionCall(node, writer);
    case 'decision call':
      return decisionCall(node, writer);
    case 'value call':
      return valueCall(node, writer);
    case 'lambda':
      return lambda(node, writer);
    case 'instance of':
      return instanceTest(node, writer);
    case 'missing test':
      return missingTest(node, writer);
    case 'round':
      return rounding(node, writer);
  }
}

/** The same, but a fact or field that may be absent is MISSING where `expression` would fail. */
export function orMissing(node: Typed, writer: Writer): Code {
  if (node.kind === 'fact') return factOrMissing(node, writer);
  return node.kind === 'path' ? pathOrMissing(node, writer) : expression(node, writer);
}

/** The code of a condition: true or false, or an error at the expression. */
export function condition(node: Typed, writer: Writer): Code {
  switch (node.kind) {
    case 'compare':
    case 'logic':
    case 'membership':
    case 'quantifier':
    case 'instance of':
    case 'missing test':
      return expression(node, writer);
    default:
      return `truth(${placing(expression(node, writer), node.span, writer)})`;
  }
}

/** A last operand, after which the code stands at `span`: what is called with it fails there. */
export function placing(operand: Code, span: Parameters<Writer['at']>[0], writer: Writer): Code {
  if (isName(operand)) return `(${writer.at(span)},${operand})`;
  const kept = writer.local();
  return `(${kept}=${operand},${writer.at(span)},${kept})`;
}

/** Whether code is a name alone, which cannot fail. */
export function isName(code: Code): boolean {
  return /^\w+$/.test(code);
}
